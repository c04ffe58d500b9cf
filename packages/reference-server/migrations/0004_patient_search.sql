-- What was searched, and who was shown as a candidate: for thirty minutes a search opens the doors it found (F-39 to F-42),
-- and a creation has to name one (F-20). A candidate has an id of its own, good for this search and this caller only.
create table patient_search (
  id uuid primary key,
  account_id uuid not null references account,
  searched_at timestamptz not null default spico_now(),
  expires_at timestamptz not null default spico_now() + interval '30 minutes',
  traits jsonb not null,
  document_type text,                            -- of the high-trust document checked for this search
  candidates jsonb not null default '[]'         -- [{ candidateId, recordId, grade }], nearest first
);
create index patient_search_account on patient_search (account_id, searched_at);
create index patient_search_age on patient_search (expires_at);
