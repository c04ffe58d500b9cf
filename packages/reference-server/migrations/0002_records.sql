-- The coordination record: whose it is, what was consented, how to reach the person; and every identity act, kept for ever.
-- What is current can be read in one row; what was is only ever added to.

alter table coordination_record
  add constraint coordination_record_state_known check (state in ('open', 'closed', 'merged', 'withdrawn'));
revoke delete on coordination_record from spico_app;

-- 1. Identity -------------------------------------------------------------------------------------------------------
-- The status follows from two facts: I, the traits come from the INSi teleservice (a live INS), and C, they were checked
-- on a high-trust document. The rules of the flags (doubtful, fictitious) are held here too, whatever the program does.
create table person_identity (
  record_id uuid primary key references coordination_record,
  -- strict traits, kept as typed or as the teleservice gave them
  birth_family_name text not null check (birth_family_name <> ''),
  first_birth_given_name text not null check (first_birth_given_name <> ''),
  birth_given_names text[] not null default '{}',
  sex text not null check (sex in ('F', 'M', 'I')),
  birth_date date not null check (birth_date >= '1850-01-01'),
  birth_date_uncertain boolean not null default false,
  birth_place_kind text not null check (birth_place_kind in ('commune', 'country', 'unknown')),
  birth_place_cog text not null check (birth_place_cog ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
  -- never filled from the birth names (EXI ID 08)
  used_family_name text check (used_family_name <> ''),
  used_given_name text check (used_given_name <> ''),
  birth_order smallint check (birth_order between 1 and 9),

  status text not null check (status in ('provisional', 'retrieved', 'validated', 'qualified')),
  homonym boolean not null default false,
  doubtful boolean not null default false,
  fictitious boolean not null default false,

  document_type text,
  document_checked_at timestamptz,
  document_checked_by uuid references account,
  document_copy_id uuid,

  ins_matricule text check (ins_matricule ~ '^[0-9]{6}[0-9AB][0-9]{6}$'),
  ins_key text check (ins_key ~ '^[0-9]{2}$'),
  ins_oid text check (ins_oid ~ '^[0-2](\.[0-9]+)+$'),
  ins_retrieved_at timestamptz,

  constraint place_code_says_its_kind check (
    birth_place_kind = case when birth_place_cog = '99999' then 'unknown'
                            when birth_place_cog like '99%' then 'country' else 'commune' end),
  constraint document_check_is_whole check (num_nulls(document_type, document_checked_at, document_checked_by) in (0, 3)),
  constraint copy_needs_a_check check (document_copy_id is null or document_type is not null),
  constraint ins_is_whole check (num_nulls(ins_matricule, ins_key, ins_oid, ins_retrieved_at) in (0, 4)),
  constraint status_says_what_is_known check (
    status = case when ins_matricule is not null and document_type is not null then 'qualified'
                  when ins_matricule is not null then 'retrieved'
                  when document_type is not null then 'validated' else 'provisional' end),
  -- F-23: nobody checks a document against a place he does not know.
  constraint unknown_place_checks_nothing check (birth_place_kind <> 'unknown' or document_type is null),
  constraint fictitious_stands_alone check (not (fictitious and (homonym or doubtful))),
  constraint unsure_identity_is_provisional check (not (doubtful or fictitious) or status = 'provisional')
);
-- One INS, one live record (D3). A record that is merged away gives its INS up first.
create unique index person_identity_one_ins on person_identity (ins_matricule, ins_oid) where ins_matricule is not null;
revoke delete on person_identity from spico_app;

-- Every state an identity was in, whole, with the act that led to it (EXI REC 08). `identity` holds traits, used names,
-- document check and INS as they were.
create table record_identity_version (
  record_id uuid not null references coordination_record,
  version integer not null check (version > 0),
  recorded_at timestamptz not null default spico_now(),
  recorded_by uuid not null references account,
  practice_id uuid references practice,
  event text not null check (event in
    ('created', 'document-checked', 'ins-accepted', 'ins-refused', 'ins-dropped', 'traits-corrected', 'flags-set')),
  reason text,
  status text not null,
  identity jsonb not null,
  primary key (record_id, version)
);
revoke update, delete on record_identity_version from spico_app;

-- 2. Consent and contact --------------------------------------------------------------------------------------------
-- The newest row speaks; the former ones stay (F-31).
create table record_consent (
  record_id uuid not null references coordination_record,
  version integer not null check (version > 0),
  given_by text not null check (given_by in ('person', 'legal-representative', 'parental-authority', 'guardian',
    'curator-assisted', 'future-protection-agent')),
  mode text not null check (mode in ('oral', 'written')),
  collected_on date not null,
  notice_version text not null,
  recorded_at timestamptz not null default spico_now(),
  recorded_by uuid not null references account,
  practice_id uuid references practice,
  primary key (record_id, version)
);
revoke update, delete on record_consent from spico_app;

create table record_contact (
  record_id uuid not null references coordination_record,
  version integer not null check (version > 0),
  email text,
  mobile text check (mobile ~ '^\+[1-9][0-9]{4,14}$'),  -- E.164
  recorded_at timestamptz not null default spico_now(),
  recorded_by uuid not null references account,
  primary key (record_id, version)
);
revoke update, delete on record_contact from spico_app;

-- 3. Copies of identity documents ------------------------------------------------------------------------------------
-- The one thing that is deleted: five years after its deposit (INS 46), or after a day when no record took it.
create table identity_document_copy (
  id uuid primary key,
  record_id uuid references coordination_record,
  account_id uuid not null references account,   -- who deposited it
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes integer not null check (bytes between 1 and 10485760),
  sealed bytea not null,                         -- AES-256-GCM: nonce, tag, cipher text; bound to id and media type
  deposited_at timestamptz not null default spico_now(),
  delete_after timestamptz not null default spico_now() + interval '1 day'
);
create index identity_document_copy_due on identity_document_copy (delete_after);
create index identity_document_copy_record on identity_document_copy (record_id) where record_id is not null;

-- 4. Answers of the INSi teleservice ---------------------------------------------------------------------------------
-- The server keeps the answer; a browser only ever names it. Thirty minutes, one person, one use.
create table ins_query (
  id uuid primary key,
  account_id uuid not null references account,
  record_id uuid references coordination_record, -- null before the record exists
  traits jsonb not null,                         -- what was asked
  outcome text not null check (outcome in ('found', 'none', 'several', 'unavailable')),
  answer jsonb,                                  -- traits, matricule, key, OID as retrieved
  asked_at timestamptz not null default spico_now(),
  expires_at timestamptz not null default spico_now() + interval '30 minutes',
  decided_at timestamptz,
  check ((outcome = 'found') = (answer is not null))
);
create index ins_query_age on ins_query (expires_at);
-- Deleted a day after its end: what was asked about somebody is not kept for nothing (the audit trail says that it was asked).

-- 5. The patient list (file active, F-70) ----------------------------------------------------------------------------
-- One row per professional and record he reaches or reached; `position` orders the list: last opened, or joined, first.
-- Whether the access still holds is asked of the memberships at each reading.
create table active_caseload (
  account_id uuid not null references account,
  record_id uuid not null references coordination_record,
  position timestamptz not null default spico_now(),
  last_opened_at timestamptz,
  primary key (account_id, record_id)
);
create index active_caseload_order on active_caseload (account_id, position desc, record_id desc);
revoke delete on active_caseload from spico_app;

-- Whoever gives access, and whichever way, the record appears on top of the list.
create function enter_active_caseload() returns trigger language plpgsql as $$
begin
  insert into active_caseload (account_id, record_id) values (new.account_id, new.record_id)
    on conflict (account_id, record_id) do update set position = excluded.position;
  return null;
end $$;
create trigger membership_enters_caseload after insert on record_membership
  for each row execute function enter_active_caseload();
create trigger break_glass_enters_caseload after insert on break_glass_grant
  for each row execute function enter_active_caseload();
