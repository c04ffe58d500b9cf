import { randomUUID } from 'node:crypto';
import { generatePeople } from '@spico/reference-data/synthetic';
import {
  exactIdentityKey,
  type IndexEntry,
  insertEntries,
  type SearchableIdentity,
} from '@spico/reference-server/features/patient-search';
import { hashSecret } from '@spico/reference-server/platform/access';
import { type Database, statement, type Tx } from '@spico/reference-server/platform/db';
import { secret, uuid7 } from '@spico/reference-server/platform/ids';

/** What the load needs to know; nothing else leaves the server's process. */
export interface Visitors {
  readonly origin: string;
  /** One professional each: a live token, and the records whose circle he is in. */
  readonly people: readonly { readonly token: string; readonly records: readonly string[] }[];
  /** Bodies of searches: half for people who have a record, half for strangers. */
  readonly searches: readonly string[];
}

export interface PopulationSize {
  readonly records: number;
  readonly professionals: number;
}

const ORIGIN = 'https://cabinet.example';
const SEED = 42;
const SCOPES = ['search', 'records.read', 'records.write', 'access', 'session'];
const CIRCLE = 5;
/** Doctor, nurse, physiotherapist, social worker: each reads another part of a record. */
const PROFESSIONS = [
  ['TRE_G15', '10', 'G01'],
  ['TRE_G15', '60', 'G02'],
  ['TRE_G15', '70', 'G05'],
  ['TRE_R94', '41', 'G09'],
] as const;

/** Fills an empty database: professionals who are signed in, records with identity, consent, contact and a circle of five. */
export async function populate(database: Database, { records, professionals }: PopulationSize): Promise<Visitors> {
  const people = [...generatePeople({ seed: SEED, count: records * 2 })].map(toIdentity);
  const visitors = await database.transaction(async (tx) => {
    const signedIn = await signInAll(tx, professionals);
    const ids = people.slice(0, records).map(() => uuid7.next());
    await insertRecords(tx, ids, people, signedIn);
    return signedIn.map(({ token }, index) => ({
      token,
      records: ids.filter((_, at) => inCircle(at, index, professionals)),
    }));
  });
  await database.asOwner(async (run) => void (await run('analyze')));
  return { origin: ORIGIN, people: visitors, searches: people.map(searchBody) };
}

/** Record `at` has the professionals at, at + 1, … in its circle. */
function inCircle(at: number, index: number, professionals: number): boolean {
  return (index - (at % professionals) + professionals) % professionals < CIRCLE;
}

interface Professional {
  readonly token: string;
  readonly account: string;
  readonly practice: string;
}

async function signInAll(tx: Tx, count: number): Promise<readonly Professional[]> {
  const all = Array.from({ length: count }, (_, index) => {
    const [system, code, group] = PROFESSIONS[index % PROFESSIONS.length] ?? PROFESSIONS[0];
    return {
      ...{ person: uuid7.next(), account: uuid7.next(), practice: uuid7.next(), session: uuid7.next() },
      ...{ token: secret(), name: `Professionnel ${index}`, system, code, group },
    };
  });
  const rows = JSON.stringify(all.map(({ token: _, ...row }) => row));
  const each = `from json_to_recordset($1::json)
    as p(person uuid, account uuid, practice uuid, session uuid, name text, system text, code text, "group" text)`;
  await statement(tx, `insert into client (id, name, origins, scopes) values ('bench', 'Cabinet', $1, $2)`, [
    [ORIGIN],
    SCOPES,
  ]);
  for (const sql of [
    `insert into person (id, given_name, family_name) select person, 'Camille', name ${each}`,
    `insert into account (id, kind, person_id, display_name) select account, 'individual', person, name ${each}`,
    `insert into practice (id, account_id, profession_system, profession_code, profession_group, structure_name, town)
     select practice, account, system, code, "group", 'Cabinet des Carmes', 'Toulouse' ${each}`,
    `insert into session (id, account_id, person_id, practice_id, assurance, client_id)
     select session, account, person, practice, 'psc', 'bench' ${each}`,
  ]) {
    await statement(tx, sql, [rows]);
  }
  for (const { session, token } of all) {
    await statement(
      tx,
      `insert into access_token (hash, session_id, client_id, origin, scopes, expires_at)
       values ($1, $2, 'bench', $3, $4, spico_now() + interval '5 minutes')`,
      [hashSecret(token), session, ORIGIN, SCOPES],
    );
  }
  return all;
}

async function insertRecords(
  tx: Tx,
  ids: readonly string[],
  people: readonly SearchableIdentity[],
  circle: readonly Professional[],
): Promise<void> {
  const ranks = new Map<string, number>();
  const entries: IndexEntry[] = [];
  const rows = ids.flatMap((recordId, at) => {
    const identity = people[at];
    if (!identity) return [];
    const key = exactIdentityKey(identity);
    const homonymRank = ranks.get(key) ?? 0;
    ranks.set(key, homonymRank + 1);
    entries.push({ recordId, identity, homonymRank });
    const creator = circle[at % circle.length];
    return [
      { id: recordId, ...identity, place: identity.birthPlace, creator: creator?.account, practice: creator?.practice },
    ];
  });
  const each = `from json_to_recordset($1::json) as r(id uuid, "birthFamilyName" text, "firstBirthGivenName" text,
    "usedFamilyName" text, sex text, "birthDate" date, place json, creator uuid, practice uuid)`;
  for (const sql of [
    `insert into coordination_record (id) select id ${each}`,
    `insert into person_identity (record_id, birth_family_name, first_birth_given_name, birth_given_names, sex, birth_date,
       birth_place_kind, birth_place_cog, used_family_name, status)
     select id, "birthFamilyName", "firstBirthGivenName", array["firstBirthGivenName"], sex, "birthDate",
       place->>'kind', place->>'cog', "usedFamilyName", 'provisional' ${each}`,
    `insert into record_consent (record_id, version, given_by, mode, collected_on, notice_version, recorded_by, practice_id)
     select id, 1, 'person', 'oral', current_date, '1', creator, practice ${each}`,
    `insert into record_contact (record_id, version, email, mobile, recorded_by)
     select id, 1, null, '+33639980000', creator ${each}`,
  ]) {
    await statement(tx, sql, [JSON.stringify(rows)]);
  }
  const memberships = ids.flatMap((recordId, at) =>
    Array.from({ length: CIRCLE }, (_, place) => ({
      id: randomUUID(),
      record: recordId,
      account: circle[(at + place) % circle.length]?.account,
      mode: place === 0 ? 'creator' : 'added',
    })),
  );
  await statement(
    tx,
    `insert into record_membership (id, record_id, account_id, mode)
     select id, record, account, mode from json_to_recordset($1::json) as m(id uuid, record uuid, account uuid, mode text)`,
    [JSON.stringify(memberships)],
  );
  if ((await insertEntries(tx, entries)) !== entries.length) throw new Error('Some people were not inserted.');
}

type Person = ReturnType<typeof generatePeople> extends Iterable<infer P> ? P : never;

function toIdentity(person: Person): SearchableIdentity {
  const [first = ''] = person.birthGivenNames;
  const { birthFamilyName, birthGivenNames, usedFamilyName, sex, birthDate, birthPlace } = person;
  return {
    ...{ birthFamilyName, firstBirthGivenName: first, birthGivenNames, sex, birthDate, birthPlace },
    ...(usedFamilyName === undefined ? {} : { usedFamilyName }),
  };
}

function searchBody({ birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace }: SearchableIdentity): string {
  return JSON.stringify({ traits: { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace } });
}
