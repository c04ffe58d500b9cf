import { createHash } from 'node:crypto';
import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { createIdentity, type Identity } from '@spico/domain/rules/identity/status';
import type { ConsentGiver } from '@spico/domain/rules/consent';
import { ageInYears, parseCivilDate, todayInParis } from '@spico/domain/values/identity/civil-date';
import { type DemoPerson, demoPeople, demoProfessionals } from '@spico/reference-data/synthetic';
import { demoProfessional } from '../features/account/index.ts';
import { appendHistory, follow, type RecordIdentity, searchableOf, writeIdentity } from '../features/identity/index.ts';
import { indexIdentity } from '../features/patient-search/index.ts';
import { insertConsent, insertContact } from '../features/records/index.ts';
import { CONSENT_NOTICE_VERSION } from '../features/reference/index.ts';
import { hashSecret } from '../platform/access.ts';
import { appendAudit } from '../platform/audit.ts';
import { type Database, statement, type Tx } from '../platform/db.ts';
import { uuid7 } from '../platform/ids.ts';
import { type DemoRecord, demoRecords } from './cast.ts';

export { type DemoRecord, demoRecords } from './cast.ts';

/** What the demonstration is told from outside. */
export interface DemoOptions {
  /** The registered client of the invented practice software (F-201). */
  readonly practiceClient?: {
    readonly id: string;
    readonly secret: string;
    readonly origins: readonly string[];
    /** Its own software at Pro Santé Connect, whose tokens it may exchange. */
    readonly proSanteClientIds?: readonly string[];
  };
}

const DAY = 24 * 3600 * 1000;

/** The id of a demo person's record: always the same, so that stories, tests and screenshots can name it. */
export function demoRecordId(person: string): string {
  const hex = createHash('sha256').update(`spico demo record ${person}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The invented professionals, patients, circles and practice software. What is there already stays as it is. */
export async function seedDemo(database: Database, { practiceClient }: DemoOptions = {}): Promise<void> {
  const accounts = new Map<string, Account>();
  await database.transaction(async (tx) => {
    for (const { key } of demoProfessionals) accounts.set(key, await accountOf(tx, key));
    if (practiceClient) await keepClient(tx, practiceClient);
  });
  for (const [index, record] of demoRecords.entries()) await seedRecord(database, accounts, record, index);
}

interface Account {
  readonly accountId: string;
  readonly personId: string;
  readonly practiceId: string;
  readonly profession: string;
  readonly structure: string | null;
}

async function accountOf(tx: Tx, key: string): Promise<Account> {
  const individual = await demoProfessional(tx, uuid7, key);
  if (!individual) throw new Error(`No demo professional is called ${key}.`);
  const [practice] = await statement<{ id: string; profession: string; structure: string | null }>(
    tx,
    `select id, profession_system || '|' || profession_code as profession, coalesce(structure_id, structure_name) as structure
     from practice where account_id = $1 order by id limit 1`,
    [individual.accountId],
  );
  if (!practice) throw new Error(`${key} has no practice.`);
  const { accountId, personId } = individual;
  return {
    accountId,
    personId,
    practiceId: practice.id,
    profession: practice.profession,
    structure: practice.structure,
  };
}

/** Addresses follow the ports of this start; the rest stays. */
async function keepClient(tx: Tx, client: NonNullable<DemoOptions['practiceClient']>): Promise<void> {
  await statement(
    tx,
    `insert into client (id, name, secret_hash, origins, scopes, pro_sante_client_ids) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set secret_hash = excluded.secret_hash, origins = excluded.origins,
       pro_sante_client_ids = excluded.pro_sante_client_ids`,
    [
      client.id,
      'Cabinet Bleu',
      hashSecret(client.secret),
      [...client.origins],
      [...CLIENT_SCOPES],
      [...(client.proSanteClientIds ?? [])],
    ],
  );
}

async function seedRecord(
  database: Database,
  accounts: ReadonlyMap<string, Account>,
  record: DemoRecord,
  index: number,
): Promise<void> {
  const person = demoPeople.find(({ id }) => id === record.person);
  if (!person) throw new Error(`No demo person is called ${record.person}.`);
  const member = (key: string): Account => {
    const found = accounts.get(key);
    if (!found) throw new Error(`No demo professional is called ${key}.`);
    return found;
  };
  const recordId = demoRecordId(person.id);
  await database.transaction(async (tx, closing) => {
    const [{ now } = { now: new Date() }] = await statement<{ now: Date }>(tx, 'select spico_now() as now');
    // One every other day, the newest first in the list; nobody's record is older than the person.
    const at = new Date(Math.max(now.getTime() - (index * 2 + 1) * DAY, Date.parse(person.birthDate) + DAY));
    if (at > now) return;
    const inserted = await statement(
      tx,
      `insert into coordination_record (id, state, created_at) values ($1, $2, $3) on conflict do nothing returning id`,
      [recordId, record.state ?? 'open', at],
    );
    if (inserted.length === 0) return;
    const creator = member(record.circle[0]);
    await keepIdentity(tx, recordId, person, record, creator, at);
    const author = { accountId: creator.accountId, practiceId: creator.practiceId, at };
    const consent = {
      givenBy: giverFor(person, at),
      mode: index % 4 === 0 ? 'written' : 'oral',
      collectedOn: todayInParis(at),
    } as const;
    await insertConsent(tx, recordId, 1, { ...consent, noticeVersion: CONSENT_NOTICE_VERSION }, author);
    if (index % 2 === 0)
      await insertContact(
        tx,
        recordId,
        1,
        { mobile: `+33${person.phone.replaceAll(' ', '').slice(1)}` },
        creator.accountId,
      );
    for (const [place, key] of record.circle.entries()) {
      const since = new Date(at.getTime() + place * 3600 * 1000);
      await statement(
        tx,
        `insert into record_membership (id, record_id, account_id, mode, added_by, since) values ($1, $2, $3, $4, $5, $6)`,
        [uuid7.next(), recordId, member(key).accountId, place === 0 ? 'creator' : 'added', creator.accountId, since],
      );
    }
    if (record.emergency) await oneEmergency(tx, recordId, member(record.emergency), at);
    await statement(tx, 'update active_caseload set position = $2 where record_id = $1', [recordId, at]);
    closing.push(
      appendAudit({
        requestId: 'demo',
        operation: 'records.create',
        outcome: 'done',
        mode: 'creator',
        sections: ['S01', 'S02'],
        recordId,
        recordExists: true,
        accountId: creator.accountId,
        personId: creator.personId,
        profession: creator.profession,
        structure: creator.structure ?? undefined,
      }),
    );
  });
}

async function keepIdentity(
  tx: Tx,
  recordId: string,
  person: DemoPerson,
  record: DemoRecord,
  creator: Account,
  at: Date,
): Promise<void> {
  const [firstBirthGivenName = ''] = person.birthGivenNames;
  const { birthFamilyName, birthGivenNames, sex, birthDate, birthDateUncertain, birthPlace, matricule, key, oid } =
    person;
  const traits = {
    birthFamilyName,
    firstBirthGivenName,
    birthGivenNames,
    sex,
    birthDate,
    birthPlace,
    ...(birthDateUncertain ? { birthDateUncertain } : {}),
  };
  const checked = record.progress === 'validated' || record.progress === 'qualified';
  const found = record.progress === 'retrieved' || record.progress === 'qualified';
  const created = createIdentity(traits, { flags: record.flags ?? [], ...(checked ? { document: 'CN' } : {}) });
  if (!created.ok) throw new Error(`${person.id}: ${created.failure}`);
  const identity: Identity = { ...created.value, ...(found ? { ins: { matricule, key, oid } } : {}) };
  const complementary = {
    ...(person.usedFamilyName ? { usedFamilyName: person.usedFamilyName } : {}),
    ...(person.usedGivenName ? { usedGivenName: person.usedGivenName } : {}),
    ...(person.birthOrder ? { birthOrder: person.birthOrder } : {}),
  };
  const start: RecordIdentity = { recordId, version: 1, identity, complementary };
  const kept = follow(start, identity, { now: at, by: creator.accountId, ...(checked ? { checked: {} } : {}) });
  if (!(await writeIdentity(tx, kept))) throw new Error(`${person.id}: the INS is another record's.`);
  await appendHistory(tx, kept, {
    event: found ? 'ins-accepted' : 'created',
    by: creator.accountId,
    practiceId: creator.practiceId,
    at,
  });
  const deliberateHomonym = identity.flags.includes('homonym');
  const indexed = await indexIdentity(tx, recordId, searchableOf(kept), { deliberateHomonym });
  if (!indexed.ok) throw new Error(`${person.id}: ${indexed.failure}`);
}

/** Parents consent for a child; everybody else speaks for himself, except the man under guardianship. */
function giverFor(person: DemoPerson, at: Date): ConsentGiver {
  if (person.id === 'roger-galtier') return 'guardian';
  const birth = parseCivilDate(person.birthDate);
  const today = parseCivilDate(todayInParis(at));
  return birth.ok && today.ok && ageInYears(birth.value, today.value) < 18 ? 'parental-authority' : 'person';
}

/** An emergency of a former night, to be seen in the circle (F-55). */
async function oneEmergency(tx: Tx, recordId: string, account: Account, after: Date): Promise<void> {
  const granted = new Date(after.getTime() + 20 * 3600 * 1000);
  await statement(
    tx,
    `insert into break_glass_grant
       (id, record_id, account_id, practice_id, reason_code, reason_text, granted_at, expires_at, ended_at)
     values ($1, $2, $3, $4, 'urgent-care', $5, $6, $6::timestamptz + interval '2 hours', $6::timestamptz + interval '40 minutes')`,
    [
      uuid7.next(),
      recordId,
      account.accountId,
      account.practiceId,
      'Malaise à l’accueil de l’hôpital, traitement en cours inconnu.',
      granted,
    ],
  );
}
