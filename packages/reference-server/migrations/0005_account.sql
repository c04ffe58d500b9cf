-- Signing in: one-time codes, departures to Pro Santé Connect, what a session has to remember, who may exchange a token.

-- 1. Accounts (F-04, F-08) ------------------------------------------------------------------------------------------
alter table account add constraint login_email_is_one_plain_address
  check (login_email = lower(login_email) and login_email ~ '^[^@\s,;<>()"%]+@[^@\s,;<>()"%]+$');
-- One person, one individual account.
create unique index account_one_individual on account (person_id) where kind = 'individual';

-- A practice of a structure account is one person's place in it: ended, the person does not act as the structure any more.
alter table practice add column person_id uuid references person;
-- Vouched for by Pro Santé Connect, or verified by us (F-03); only the former follow what the national service says.
alter table practice add column vouched_by text not null default 'us' check (vouched_by in ('us', 'psc'));
create index practice_person on practice (person_id) where person_id is not null and ended_at is null;

-- 2. Sessions -------------------------------------------------------------------------------------------------------
-- A vendor's session: opened by its token exchange, without a cookie. Null: the portal's.
alter table session add column client_id text references client;
-- Encrypted; only to end the national session as well (F-12). Gone with the session.
alter table session add column id_token bytea;
alter table session add constraint ended_session_keeps_no_id_token check (ended_at is null or id_token is null);
create index session_person on session (person_id) where ended_at is null;

-- 3. Departures to Pro Santé Connect --------------------------------------------------------------------------------
-- State, nonce and PKCE verifier follow from the secret in the browser's cookie; here is only its hash, used once.
create table pro_sante_login (
  secret_hash bytea primary key,
  return_to text not null check (return_to like '/%'),
  created_at timestamptz not null default spico_now(),
  used_at timestamptz
);
create index pro_sante_login_age on pro_sante_login (created_at);

-- 4. One-time codes -------------------------------------------------------------------------------------------------
-- A row for every demand, also when nobody has the address: nothing tells the two apart from outside.
create table one_time_code (
  id uuid primary key,
  account_id uuid references account,            -- null: nobody has this address
  email_hash bytea not null,                     -- keyed: addresses nobody has are not kept readable
  network_hash bytea not null,
  code_hash bytea,                               -- keyed; null until the mail is written
  tries smallint not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null default spico_now(),
  used_at timestamptz
);
create index one_time_code_email on one_time_code (email_hash, created_at);
create index one_time_code_network on one_time_code (network_hash, created_at);
create index one_time_code_age on one_time_code (created_at);

-- 5. Clients --------------------------------------------------------------------------------------------------------
-- The vendor's own software at Pro Santé Connect: only tokens given to these are exchanged.
alter table client add column pro_sante_client_ids text[] not null default '{}';
-- The portal's page is a client like another, without secret: it exchanges nothing.
insert into client (id, name, scopes)
  values ('spico-portal', 'SPICO', '{search,records.read,records.write,access,session}');
