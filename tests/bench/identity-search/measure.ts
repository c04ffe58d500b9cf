import type { MatchGrade, MatchTraits } from '@spico/domain/rules/identity/match';
import { exactIdentityKey, findCandidates } from '@spico/reference-server/features/patient-search';
import type { Database } from '@spico/reference-server/platform/db';
import { sql } from 'kysely';

export interface Search {
  readonly db: Database;
  readonly label: string;
  readonly typed: MatchTraits;
  /** Who was meant; absent for someone who has no record. */
  readonly recordId?: string;
}

export interface Measured {
  readonly search: Search;
  readonly ms: number;
  readonly floorMs: number;
  /** Place of the person meant in the answer, from 1; 0 when not there. */
  readonly place: number;
  /** Grade of the person meant. */
  readonly grade: MatchGrade;
  /** Best grade of the whole answer. */
  readonly best: MatchGrade;
}

const WARM_UP = 200;

/** Runs the searches one after the other, each followed by the floor. The first ones are run once more before, to warm up. */
export async function measure(searches: readonly Search[]): Promise<Measured[]> {
  for (const search of searches.slice(0, WARM_UP)) await one(search);
  const measured: Measured[] = [];
  for (const search of searches) measured.push(await one(search));
  return measured;
}

async function one(search: Search): Promise<Measured> {
  // What the form sends: five traits.
  const { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace } = search.typed;
  const typed = { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace };
  const started = performance.now();
  const { candidates } = await search.db.transaction((tx) => findCandidates(tx, typed));
  const searched = performance.now();
  const key = exactIdentityKey(typed);
  await search.db.transaction((tx) => sql`select record_id from identity_search where exact_key = ${key}`.execute(tx));
  const place = candidates.findIndex((candidate) => candidate.recordId === search.recordId);
  return {
    search,
    ms: searched - started,
    floorMs: performance.now() - searched,
    place: place + 1,
    grade: candidates[place]?.grade ?? 'none',
    best: candidates[0]?.grade ?? 'none',
  };
}
