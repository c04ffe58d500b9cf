-- The ground every feature stands on: who acts, how a person reaches a record, the audit trail, idempotent answers.
-- Forward only; runs on PostgreSQL 15 and later, and on PGlite. Run as the owner; the application runs as spico_app.

-- 1. The application's role ------------------------------------------------------------------------------------------
do $$
begin
  create role spico_app nologin;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole server: another database made it already
end $$;
do $$ begin execute format('grant spico_app to %I', current_user); exception when others then null; end $$;

revoke create on schema public from public;
grant usage on schema public to spico_app;
-- Tables that later migrations add to "public" are open to the application without another line.
alter default privileges in schema public grant select, insert, update, delete on tables to spico_app;
alter default privileges in schema public grant usage, select on sequences to spico_app;
-- The job queue keeps its own tables and owns them.
create schema pgboss authorization spico_app;

-- 2. Time -----------------------------------------------------------------------------------------------------------
-- One clock for all nodes: the database's. Tests move it through this table; only the owner can write it.
create table test_clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null
);
revoke insert, update, delete on test_clock from spico_app;

create function spico_now() returns timestamptz language sql stable as
  $$ select transaction_timestamp() + coalesce((select shift from public.test_clock), interval '0') $$;

-- 3. Who acts -------------------------------------------------------------------------------------------------------
create table person (
  id uuid primary key,
  civility text,
  family_name text not null,
  given_name text not null,
  national_id text unique,                       -- IDNPS, as Pro Santé Connect names the person
  created_at timestamptz not null default spico_now()
);

create table account (
  id uuid primary key,
  kind text not null check (kind in ('individual', 'structure')),
  person_id uuid references person,              -- an individual account is one person's; a structure account is nobody's
  display_name text not null,
  login_email text,                              -- lower case
  state text not null default 'active' check (state in ('pending', 'active', 'suspended', 'closed')),
  created_at timestamptz not null default spico_now(),
  check ((kind = 'individual') = (person_id is not null))
);
create unique index account_login_email on account (login_email) where login_email is not null;
create index account_person on account (person_id);

-- Where and as what an account practises; the one chosen at sign-in decides the row of the matrix.
create table practice (
  id uuid primary key,
  account_id uuid not null references account,
  profession_system text not null,               -- TRE_G15, TRE_R94, TRE_R95, TRE_R85…
  profession_code text not null,
  profession_group text,                         -- G01…G12 of the matrix; unknown means no right
  structure_name text,
  structure_id text,                             -- IDNST or FINESS
  town text,
  ended_at timestamptz
);
create index practice_account on practice (account_id);

create table session (
  id uuid primary key,
  secret_hash bytea unique,                      -- sha256 of the portal's cookie; null for a token exchange
  account_id uuid not null references account,   -- the account acted with
  person_id uuid not null references person,     -- who is in front of the screen
  practice_id uuid references practice,
  assurance text not null check (assurance in ('psc', 'otp', 'sandbox')),
  created_at timestamptz not null default spico_now(),
  last_active_at timestamptz not null default spico_now(),
  idle_seconds integer not null default 900 check (idle_seconds between 1 and 43200),
  expires_at timestamptz not null default spico_now() + interval '12 hours',
  locked_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  check (expires_at <= created_at + interval '12 hours')
);
create index session_account on session (account_id) where ended_at is null;

create table client (
  id text primary key,
  name text not null,
  secret_hash bytea,
  origins text[] not null default '{}',
  scopes text[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'suspended')),
  created_at timestamptz not null default spico_now()
);

create table access_token (
  hash bytea primary key,                        -- sha256 of the opaque token; the token itself is never stored
  session_id uuid not null references session,
  client_id text not null references client,
  origin text,                                   -- the page it is bound to; null for a back end without a page
  scopes text[] not null,
  issued_at timestamptz not null default spico_now(),
  expires_at timestamptz not null,
  check (expires_at > issued_at and expires_at <= issued_at + interval '5 minutes')
);
create index access_token_session on access_token (session_id);
create index access_token_expiry on access_token (expires_at);

-- 4. How a person reaches a record ----------------------------------------------------------------------------------
create table coordination_record (
  id uuid primary key,
  state text not null default 'open',
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default spico_now()
);

-- Memberships are intervals: a person may leave and come back (start included, end left out).
create table record_membership (
  id uuid primary key,
  record_id uuid not null references coordination_record,
  account_id uuid not null references account,
  mode text not null check (mode in ('creator', 'added', 'self-enrolled')),
  role text,
  added_by uuid references account,
  since timestamptz not null default spico_now(),
  ended_at timestamptz check (ended_at >= since),
  ended_reason text,
  check ((ended_at is null) = (ended_reason is null))
);
create unique index record_membership_current on record_membership (record_id, account_id) where ended_at is null;
create index record_membership_account on record_membership (account_id) where ended_at is null;
create index record_membership_past on record_membership (record_id, account_id);

create table break_glass_grant (
  id uuid primary key,
  record_id uuid not null references coordination_record,
  account_id uuid not null references account,
  practice_id uuid references practice,
  reason_code text not null,
  reason_text text not null,
  granted_at timestamptz not null default spico_now(),
  expires_at timestamptz not null default spico_now() + interval '2 hours',
  ended_at timestamptz check (ended_at >= granted_at),
  check (expires_at = granted_at + interval '2 hours')
);
create index break_glass_grant_reach on break_glass_grant (record_id, account_id, expires_at);

-- Every way an account reaches, or once reached, a record; the lowest rank speaks. Later ways are added here.
-- The hour is written out instead of spico_now(): each request asks this view, and a function call would cost more than it.
create view record_relation as
  select record_id, account_id,
    case when ended_at is null then 'member' else 'ended' end as kind,
    case when ended_at is null then mode else 'none' end as mode,
    ended_at as until,
    case when ended_at is null then 1 else 4 end as rank
  from record_membership
  union all
  select record_id, account_id,
    case when live then 'break-glass' else 'ended' end,
    'break-glass',
    expires_at,
    case when live then 2 else 3 end
  from (
    select record_id, account_id, expires_at, ended_at is null and expires_at
      > transaction_timestamp() + coalesce((select shift from test_clock), interval '0') as live
    from break_glass_grant
  ) g;

-- 5. Idempotent answers ---------------------------------------------------------------------------------------------
create table idempotent_answer (
  caller uuid not null,
  operation text not null,
  key text not null,
  fingerprint bytea not null,
  status integer not null,
  headers text not null,
  body text,
  created_at timestamptz not null default spico_now(),
  primary key (caller, operation, key)
);
create index idempotent_answer_age on idempotent_answer (created_at);

-- 6. Audit ----------------------------------------------------------------------------------------------------------
-- Its own schema, so that the default privileges above do not reach it: the application may read, and append through one
-- function. A chain is one record's, or one account's for acts without a record, or "system".
create schema audit;
grant usage on schema audit to spico_app;

create table audit.entry (
  chain text not null,
  seq bigint not null,
  recorded_at timestamptz not null,              -- whole milliseconds, UTC
  request_id text not null,
  operation text not null,
  outcome text not null,                         -- done, replayed, refused, failed
  problem text,
  account_id uuid,
  person_id uuid,
  on_behalf_of uuid,
  profession text,
  structure text,
  mode text not null,                            -- creator, added, self-enrolled, break-glass, none
  reason text,
  record_id uuid,
  sections text[] not null,
  session_id uuid,
  client_id text,
  origin text,
  details text,
  hash bytea not null,
  primary key (chain, seq, recorded_at)
) partition by range (recorded_at);
-- "Who looked at this record" reads its chain by the primary key; this one answers "what did this account see".
create index entry_account on audit.entry (account_id, recorded_at desc);
create table audit.entry_default partition of audit.entry default;
grant select on audit.entry to spico_app;

create table audit.chain_head (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 70);
grant select on audit.chain_head to spico_app;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger entry_only_grows before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger entry_is_never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger chain_head_is_never_removed before delete on audit.chain_head
  for each row execute function audit.refuse_change();

-- The only way in. Holds the head of the chain until the transaction ends: no fork, no gap, order of places = order of
-- commits. The hash covers the hash before and the JSON list of all columns, as text, in the order of the table; the
-- verifier computes it again outside the database. Plain parameters and few statements: every request pays for this.
create function audit.append(
    chain text, request_id text, operation text, outcome text, problem text, account_id uuid, person_id uuid,
    on_behalf_of uuid, profession text, structure text, mode text, reason text, record_id uuid, sections text[],
    session_id uuid, client_id text, origin text, details text)
  returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  place bigint;
  previous bytea;
  at timestamptz;
  fresh bytea;
begin
  select h.seq + 1, h.hash into place, previous from audit.chain_head h where h.chain = chain for update;
  if not found then
    insert into audit.chain_head values (chain, 0, sha256(convert_to('spico audit chain ' || chain, 'UTF8')))
      on conflict do nothing;
    select h.seq + 1, h.hash into place, previous from audit.chain_head h where h.chain = chain for update;
  end if;
  -- Read once the head is held, so that times follow the order of places.
  at := date_trunc('milliseconds',
    clock_timestamp() + coalesce((select shift from public.test_clock), interval '0'));
  fresh := sha256(previous || convert_to(array_to_json(array[
    chain, place::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), request_id, operation, outcome,
    problem, account_id::text, person_id::text, on_behalf_of::text, profession, structure, mode, reason, record_id::text,
    array_to_string(sections, ','), session_id::text, client_id, origin, details])::text, 'UTF8'));
  insert into audit.entry values (chain, place, at, request_id, operation, outcome, problem, account_id, person_id,
    on_behalf_of, profession, structure, mode, reason, record_id, sections, session_id, client_id, origin, details, fresh);
  update audit.chain_head h set seq = place, hash = fresh where h.chain = chain;
  return place;
end $$;
revoke all on function audit.append from public;
grant execute on function audit.append to spico_app;

-- Monthly partitions, made ahead of time at start and by the daily job; the default one catches what nobody foresaw.
create function audit.ensure_partitions() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  first_day date := date_trunc('month', now());
  name text;
begin
  for ahead in 0..2 loop
    name := 'entry_' || to_char(first_day, 'YYYYMM');
    if to_regclass('audit.' || name) is null then
      begin
        execute format('create table audit.%I partition of audit.entry for values from (%L) to (%L)',
          name, first_day, (first_day + interval '1 month')::date);
      exception when check_violation or duplicate_table then
        null; -- that month already began in the default partition, and stays there
      end;
    end if;
    first_day := (first_day + interval '1 month')::date;
  end loop;
end $$;
revoke all on function audit.ensure_partitions() from public;
grant execute on function audit.ensure_partitions() to spico_app;
select audit.ensure_partitions();
