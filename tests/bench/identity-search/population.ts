import { generatePeople } from '@spico/reference-data/synthetic';
import {
  exactIdentityKey,
  type IndexEntry,
  insertEntries,
  type SearchableIdentity,
} from '@spico/reference-server/features/patient-search';
import { uuid7 } from '@spico/reference-server/platform/ids';
import { sql } from 'kysely';
import type { BenchDatabase } from './database.ts';
import type { Random } from './random.ts';

export interface Bearer {
  readonly recordId: string;
  readonly identity: SearchableIdentity;
}

const SEED = 42;
const ANOTHER_SEED = 4242;
const BATCH = 5000;
/** Kept in memory to draw searches from; the rest is only in the database. */
const SAMPLE = 60_000;

type SyntheticPerson = ReturnType<typeof generatePeople> extends Iterable<infer Person> ? Person : never;

/** People in the database, and people of the same kind who are not. */
export class Population {
  readonly database: BenchDatabase;
  readonly #size: number;
  readonly #ranks = new Map<string, number>();
  readonly #sample: Bearer[] = [];
  #entered = 0;

  constructor(database: BenchDatabase, size: number) {
    this.database = database;
    this.#size = size;
  }

  /** Fills the database through the code that the server indexes with. */
  async fill(): Promise<void> {
    const started = performance.now();
    let entries: IndexEntry[] = [];
    let inserting: Promise<void> = Promise.resolve();
    for (const person of generatePeople({ seed: SEED, count: this.#size })) {
      entries.push(this.#enter(toIdentity(person)));
      if (entries.length < BATCH) continue;
      // The next people are invented while the database takes these in.
      await inserting;
      inserting = this.#insert(entries);
      entries = [];
    }
    await inserting;
    await this.#insert(entries);
    await this.database.settle();
    const seconds = (performance.now() - started) / 1000;
    console.log(`${this.#size.toLocaleString('en')} records after ${seconds.toFixed(1)} s`);
  }

  #enter(identity: SearchableIdentity): IndexEntry {
    const key = exactIdentityKey(identity);
    const homonymRank = this.#ranks.get(key) ?? 0;
    this.#ranks.set(key, homonymRank + 1);
    const recordId = uuid7.next();
    if (this.#entered++ % Math.ceil(this.#size / SAMPLE) === 0) this.#sample.push({ recordId, identity });
    return { recordId, identity, homonymRank };
  }

  async #insert(entries: readonly IndexEntry[]): Promise<void> {
    const ids = JSON.stringify(entries.map((entry) => entry.recordId));
    const inserted = await this.database.db.transaction(async (tx) => {
      await sql`insert into coordination_record (id) select value::uuid from json_array_elements_text(${ids}::json)`.execute(
        tx,
      );
      return insertEntries(tx, entries);
    });
    if (inserted !== entries.length) throw new Error(`${entries.length - inserted} people were not inserted.`);
  }

  someone(random: Random): Bearer {
    return random.pick(this.#sample);
  }

  /** People of another seed, but for those who by chance bear the exact identity of a record. */
  absent(count: number): SearchableIdentity[] {
    const strangers: SearchableIdentity[] = [];
    for (const person of generatePeople({ seed: ANOTHER_SEED, count: count * 2 })) {
      const identity = toIdentity(person);
      if (!this.#ranks.has(exactIdentityKey(identity)) && strangers.length < count) strangers.push(identity);
    }
    return strangers;
  }
}

function toIdentity(person: SyntheticPerson): SearchableIdentity {
  const [first = ''] = person.birthGivenNames;
  return {
    birthFamilyName: person.birthFamilyName,
    firstBirthGivenName: first,
    birthGivenNames: person.birthGivenNames,
    ...(person.usedFamilyName === undefined ? {} : { usedFamilyName: person.usedFamilyName }),
    ...(person.usedGivenName === undefined ? {} : { usedGivenName: person.usedGivenName }),
    sex: person.sex,
    birthDate: person.birthDate,
    birthPlace: person.birthPlace,
  };
}
