-- The ways into a record that a search found: self-enrolment, break-glass, asking to be added; and the notices they send.

-- 1. Searches are limited per person, whatever the account (T4) ----------------------------------------------------------
-- A search lives thirty minutes and counts for an hour: those of before have nothing to lose.
delete from patient_search;
alter table patient_search add column person_id uuid not null references person;
create index patient_search_person on patient_search (person_id, searched_at);

-- 2. What a self-enrolment stood on (F-42, T5) ----------------------------------------------------------------------------
-- The consent was given to this professional's access; the consent to the record itself (record_consent) is another one.
create table self_enrolment (
  membership_id uuid primary key references record_membership,
  person_id uuid not null references person,
  practice_id uuid references practice,
  search_id uuid not null,                       -- named in the audit trail; the search itself is forgotten
  document_type text not null,
  consent_given_by text not null,
  consent_mode text not null check (consent_mode in ('oral', 'written')),
  consent_collected_on date not null,
  notice_version text not null,
  enrolled_at timestamptz not null default spico_now()
);
create index self_enrolment_person on self_enrolment (person_id, enrolled_at);
revoke update, delete on self_enrolment from spico_app;

-- 3. Break-glass (F-43) ---------------------------------------------------------------------------------------------------
-- One open grant at most: a renewal ends the former one. What was granted, and why, never changes.
create unique index break_glass_grant_one_open on break_glass_grant (record_id, account_id) where ended_at is null;
create index break_glass_grant_account on break_glass_grant (account_id, granted_at);
revoke update, delete on break_glass_grant from spico_app;
grant update (ended_at) on break_glass_grant to spico_app;

-- 4. Asking to be added (features.md 1.13) ----------------------------------------------------------------------------------
create table membership_request (
  id uuid primary key,
  record_id uuid not null references coordination_record,
  account_id uuid not null references account,
  person_id uuid not null references person,
  practice_id uuid references practice,
  message text,
  requested_on date not null,                    -- the day in Paris: one request per record, person and day
  requested_at timestamptz not null default spico_now(),
  unique (record_id, person_id, requested_on)
);
revoke update, delete on membership_request from spico_app;

-- 5. Notices by e-mail (F-141) ------------------------------------------------------------------------------------------------
-- Written with the act they tell of. The address and the words are found when the mail leaves; neither stands here.
create table access_notice (
  id uuid primary key,
  act_id uuid not null,                          -- all notices of one act leave together
  kind text not null check (kind in ('self-enrolment', 'break-glass', 'membership-request', 'supervision')),
  record_id uuid references coordination_record,
  account_id uuid references account,            -- who is told; null: the supervisor's mailbox
  actor_account_id uuid not null references account,
  reference text not null,                       -- request id, to find the act in the audit trail
  happened_at timestamptz not null default spico_now(),
  sent_at timestamptz,
  outcome text check (outcome in ('sent', 'no-address', 'rejected')),
  check ((sent_at is null) = (outcome is null)),
  check ((kind = 'supervision') = (account_id is null))
);
create unique index access_notice_once on access_notice (act_id, account_id);
revoke delete on access_notice from spico_app;
