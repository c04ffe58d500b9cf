import type { MatchTraits } from '@spico/domain/rules/identity/match';
import { parsePlace, UNKNOWN_PLACE } from '@spico/domain/values/identity/place';
import type { Sex } from '@spico/domain/values/identity/traits';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db.ts';
import { nearbyDates } from './nearby-dates.ts';
import { exactIdentityKey, nameKeys, type SearchableIdentity } from './search-keys.ts';

/**
 * How many of the 26 letters may differ between two names worth comparing. One typing error changes at most two,
 * two errors at most four; three keeps nearly all of the latter and lets a fortieth of the strangers through.
 */
const LETTERS_APART = 3;

/** The search hands over no more than this to be graded; an honest search stays far below (a dozen at a million people). */
const MOST_CANDIDATES = 200;

/** A live record that resembles what was typed, not graded yet. */
export interface IndexedIdentity extends SearchableIdentity {
  readonly recordId: string;
}

interface Row {
  record_id: string;
  birth_family_name: string;
  first_birth_given_name: string;
  birth_given_names: string[];
  used_family_name: string | null;
  used_given_name: string | null;
  sex: Sex;
  birth_date: string;
  birth_place_cog: string;
}

/**
 * The live records worth grading, in one statement and one round trip. To be fast, one trait at least is trusted, so
 * there are three doors: the date as typed; a neighbouring date with the given name; a neighbouring date with the family
 * name. The first two let in only those whose family name could be a mistyping of the typed one.
 */
export async function findResembling(tx: Tx, typed: MatchTraits): Promise<IndexedIdentity[]> {
  const family = nameKeys(typed.birthFamilyName);
  const given = nameKeys(typed.firstBirthGivenName);
  const date = sql`${typed.birthDate}::date`;
  const nearDate = sql`any (string_to_array(${nearbyDates(typed.birthDate).join()}, ',')::date[])`;
  const letters = sql`${family.letters}::int`;
  // The birth name, or the used name typed in its place: said alike (or typed in the field of the given name), a few
  // letters apart, or half of a double name.
  const familyResembles = sql`(
    family_sound in (${family.sound}::text, ${given.sound}::text) or used_sound = ${family.sound}::text
    or bit_count((family_letters # ${letters})::bit(26)) <= ${LETTERS_APART}::int
    or bit_count((used_letters # ${letters})::bit(26)) <= ${LETTERS_APART}::int
    or family_letters & ${letters} in (family_letters, ${letters})
    or used_letters & ${letters} = ${letters})`;

  const { rows } = await sql<Row>`
    with door as (
      select record_id from identity_search where birth_date = ${date} and ${familyResembles}
      union
      select record_id from identity_search
      where birth_date = ${nearDate} and given_sound = ${given.sound}::text and ${familyResembles}
      union
      select record_id from identity_search where birth_date = ${nearDate} and family_sound = ${family.sound}::text
    )
    select record_id, birth_family_name, first_birth_given_name, birth_given_names, used_family_name, used_given_name,
      sex, to_char(birth_date, 'YYYY-MM-DD') as birth_date, birth_place_cog
    from door join identity_search using (record_id)
    order by (birth_date = ${date})::int + (family_sound = ${family.sound}::text)::int
      + (given_sound = ${given.sound}::text)::int desc, record_id
    limit ${MOST_CANDIDATES}::int
  `.execute(tx);
  return rows.map(toIdentity);
}

export interface IndexEntry {
  readonly recordId: string;
  readonly identity: SearchableIdentity;
  /** 0 for the only bearer of an identity; each deliberate homonym takes the next one. */
  readonly homonymRank: number;
}

/** Adds rows, any number in one statement. Returns how many were free to be added: an identity and rank already taken is not. */
export async function insertEntries(tx: Tx, entries: readonly IndexEntry[]): Promise<number> {
  const result = await sql`
    insert into identity_search
    select * from json_populate_recordset(null::identity_search, ${JSON.stringify(entries.map(toRow))}::json)
    on conflict on constraint identity_search_one_live_record do nothing
  `.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** Takes the row of a record away, and says which identity it held. */
export async function deleteEntry(
  tx: Tx,
  recordId: string,
): Promise<{ readonly exactKey: string; readonly homonymRank: number } | undefined> {
  const { rows } = await sql<{ exact_key: string; homonym_rank: number }>`
    delete from identity_search where record_id = ${recordId}::uuid returning exact_key, homonym_rank
  `.execute(tx);
  return rows[0] && { exactKey: rows[0].exact_key, homonymRank: rows[0].homonym_rank };
}

/** The rank the next deliberate homonym takes; 0 when no live record bears the identity. */
export async function nextHomonymRank(tx: Tx, exactKey: string): Promise<number> {
  const { rows } = await sql<{ rank: number }>`
    select coalesce(max(homonym_rank) + 1, 0) as rank from identity_search where exact_key = ${exactKey}
  `.execute(tx);
  return rows[0]?.rank ?? 0;
}

/** The row of a record, written in the transaction that writes its identity. Unlike a search, it may hold only checked names. */
function toRow({ recordId, identity, homonymRank }: IndexEntry) {
  const family = nameKeys(identity.birthFamilyName);
  const given = nameKeys(identity.firstBirthGivenName);
  const used = identity.usedFamilyName === undefined ? undefined : nameKeys(identity.usedFamilyName);
  return {
    record_id: recordId,
    birth_family_name: identity.birthFamilyName,
    first_birth_given_name: identity.firstBirthGivenName,
    birth_given_names: identity.birthGivenNames ?? [identity.firstBirthGivenName],
    used_family_name: identity.usedFamilyName ?? null,
    used_given_name: identity.usedGivenName ?? null,
    sex: identity.sex,
    birth_date: identity.birthDate,
    birth_place_cog: identity.birthPlace.cog,
    family_sound: family.sound,
    given_sound: given.sound,
    used_sound: used?.sound ?? null,
    family_letters: family.letters,
    given_letters: given.letters,
    used_letters: used?.letters ?? null,
    exact_key: exactIdentityKey(identity),
    homonym_rank: homonymRank,
  };
}

function toIdentity(row: Row): IndexedIdentity {
  const place = parsePlace(row.birth_place_cog);
  return {
    recordId: row.record_id,
    birthFamilyName: row.birth_family_name,
    firstBirthGivenName: row.first_birth_given_name,
    birthGivenNames: row.birth_given_names,
    ...(row.used_family_name === null ? {} : { usedFamilyName: row.used_family_name }),
    ...(row.used_given_name === null ? {} : { usedGivenName: row.used_given_name }),
    sex: row.sex,
    birthDate: row.birth_date,
    birthPlace: place.ok ? place.value : UNKNOWN_PLACE,
  };
}
