-- Finds a person by uncertain traits (F-25, F-260), and keeps one live record per identity (F-20).
--
-- One row per live record, written in the transaction that writes the identity it repeats. A record that is merged,
-- or otherwise no longer live, has no row here. Everything is derived: the table can be rebuilt from the identities.

create table identity_search (
  record_id uuid primary key references coordination_record (id),

  -- What the answer shows and the grading compares, as it was typed.
  birth_family_name text not null,
  first_birth_given_name text not null,
  birth_given_names text[] not null,
  used_family_name text,
  used_given_name text,
  sex text not null,
  birth_date date not null,
  birth_place_cog text not null,

  -- Sound keys of the names, and the set of letters of each name as 26 bits: two names one typing error apart differ
  -- by at most two bits, which costs next to nothing to check inside the index.
  family_sound text collate "C" not null,
  given_sound text collate "C" not null,
  used_sound text collate "C",
  family_letters integer not null,
  given_letters integer not null,
  used_letters integer,

  -- The identity by the rule of F-25 (family name, first given name, sex, date; never the place). Two records may
  -- share it only when someone said that they are two people: each deliberate homonym takes the next rank.
  exact_key text collate "C" not null,
  homonym_rank integer not null default 0 check (homonym_rank >= 0),
  constraint identity_search_one_live_record unique (exact_key, homonym_rank)
);

-- Both indexes answer without touching the table: the search reads a few hundred entries and fetches a handful of rows.
create index identity_search_by_date_and_given on identity_search (birth_date, given_sound)
  include (record_id, family_sound, used_sound, family_letters, given_letters, used_letters);
create index identity_search_by_date_and_family on identity_search (birth_date, family_sound)
  include (record_id);
