-- What one person did counts for that person only, also in an account several people share (F-08); and a repeated answer
-- says which record it is about, so that it is judged and traced like the first one.

-- 1. Answers of the teleservice and document copies belong to who asked and who deposited --------------------------------
-- An answer lives thirty minutes, a copy that no record took a day: those of before have nothing to lose.
delete from ins_query;
alter table ins_query add column person_id uuid not null references person;
alter table identity_document_copy add column person_id uuid references person;
update identity_document_copy c set person_id = (select a.person_id from account a where a.id = c.account_id);

-- 2. Repeated answers --------------------------------------------------------------------------------------------------------
alter table idempotent_answer add column person_id uuid;
update idempotent_answer i set person_id = coalesce((select a.person_id from account a where a.id = i.caller), i.caller);
alter table idempotent_answer alter column person_id set not null;
alter table idempotent_answer add column record_id uuid references coordination_record;
alter table idempotent_answer drop constraint idempotent_answer_pkey;
alter table idempotent_answer add primary key (caller, person_id, operation, key);

-- 3. Who somebody is, and who was let in, is ended and never erased ---------------------------------------------------------
revoke delete on person, account, practice, session, client, record_membership from spico_app;
revoke update on record_membership from spico_app;
grant update (role, ended_at, ended_reason) on record_membership to spico_app;
