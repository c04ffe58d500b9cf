import { randomUUID } from 'node:crypto';
import { type SignedIn, type SignIn, type TestServer, testOrigin } from '@spico/reference-server/testing';
import { groups, type Situation } from './oracle.ts';

/**
 * One unmistakable text per readable block, with the section it belongs to. Where it turns up in an answer, that block has
 * left the server.
 */
export const canaries = {
  traits: { section: 'S01', texts: ['Canarinaissance', 'Canaripremier'] },
  used: { section: 'S01', texts: ['Canariusage'] },
  contact: { section: 'S01', texts: ['canari.contact@exemple.fr', '+33698765432'] },
  ins: { section: 'S01', texts: ['2550699999123'] },
  history: { section: 'S01', texts: ['Canariancien', 'canari motif de correction'] },
  copy: { section: 'S01', texts: ['canari-copie-de-carte'] },
  consent: { section: 'S02', texts: ['2019-02-13'] },
  journal: { section: 'S02', texts: ['Canari JOURNAL'] },
  circle: { section: 'S03', texts: ['Canari MEMBRE'] },
  reason: { section: 'S03', texts: ['canari motif d’urgence, un mot de trop'] },
} as const;
export type Canary = keyof typeof canaries | 'record';

/** How somebody stands to the record, and what may be wrong with them. */
export interface Mode extends Pick<Situation, 'link' | 'trouble'> {
  readonly name: string;
  readonly scopes?: readonly string[];
  readonly as?: SignIn['kind'];
  /** Puts the link in place; `$1` is the record, `$2` the account. */
  readonly sql?: string;
}

const allScopes = ['search', 'records.read', 'records.write', 'access', 'session'];
const membership = (mode: string, end = 'null, null') =>
  `insert into record_membership (id, record_id, account_id, mode, ended_at, ended_reason)
   values (gen_random_uuid(), $1, $2, '${mode}', ${end})`;
const glass = (granted: string, ended = 'null') =>
  `insert into break_glass_grant (id, record_id, account_id, reason_code, reason_text, granted_at, expires_at, ended_at)
   values (gen_random_uuid(), $1, $2, 'urgent-care', 'Malaise au domicile', ${granted},
     ${granted} + interval '2 hours', ${ended})`;
const member = { link: 'member', sql: membership('creator') } as const;

export const modes: readonly Mode[] = [
  { name: 'no link', link: 'none' },
  { name: 'creator', ...member },
  { name: 'added member', link: 'member', sql: membership('added') },
  { name: 'self-enrolled member', link: 'member', sql: membership('self-enrolled') },
  { name: 'removed member', link: 'removed', sql: membership('added', `spico_now(), 'left'`) },
  { name: 'live break-glass', link: 'emergency', sql: glass('spico_now()') },
  // To the microsecond: its last instant was the one before now, by the database's clock.
  { name: 'expired break-glass', link: 'emergency-over', sql: glass(`spico_now() - interval '2 hours'`) },
  {
    name: 'break-glass ended by hand',
    link: 'emergency-over',
    sql: glass(`spico_now() - interval '1 hour'`, 'spico_now()'),
  },
  { name: 'structure account', ...member, as: 'structure' },
  { name: 'suspended account', ...member, trouble: 'suspended' },
  { name: 'expired token', ...member, trouble: 'token-expired' },
  { name: 'token on another page', ...member, trouble: 'other-origin' },
  { name: 'locked session', ...member, trouble: 'locked' },
  { name: 'client that only reads', ...member, scopes: ['records.read', 'access'] },
  { name: 'client that only writes', ...member, scopes: ['records.write', 'search', 'session'] },
];

/** Every column of the matrix, and somebody whose profession is in none. */
export const everyGroup: readonly (string | null)[] = [...groups, null];

/** Somebody of one column in one mode, signed in and linked. */
export interface Actor extends SignedIn, Situation {
  readonly name: string;
}

/** A record with a canary in every block, and what is needed to ask for it. */
export interface Fixture {
  readonly server: TestServer;
  readonly recordId: string;
  readonly copyId: string;
  readonly traits: object;
  readonly searchTraits: object;
  readonly otherOrigin: string;
  actor(group: string | null, mode: Mode): Promise<Actor>;
  /** One statement as the database's owner. */
  sql<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Puts the identity back as it was planted. */
  restore(): Promise<void>;
  /** A trace in the record's journal left by somebody who shows up nowhere else. */
  leaveTrace(): Promise<void>;
}

/** Plants the record through the front door, then adds what no single person could. */
export async function plantFixture(server: TestServer): Promise<Fixture> {
  const sql: Fixture['sql'] = (text, values = []) => server.database.asOwner((run) => run(text, values));
  const creator = await server.signIn({ name: ['Claire', 'Martin'], professionGroup: 'G01' });
  const send = async <T>(method: 'POST' | 'PUT', path: string, payload: Buffer | object, headers = {}): Promise<T> => {
    const type = Buffer.isBuffer(payload) ? 'application/octet-stream' : 'application/json';
    const answer = await server.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...creator.headers, 'content-type': type, ...headers },
      payload,
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`);
    return answer.json<T>();
  };
  const version = async (recordId: string) => {
    const [row] = await sql<{ version: number }>('select version from coordination_record where id = $1', [recordId]);
    return { 'if-match': `"${row?.version}"` };
  };

  const strict = { firstBirthGivenName: 'Canaripremier', sex: 'F', birthDate: '1955-06-01' };
  const former = { ...strict, birthFamilyName: 'Canariancien', birthPlace: { kind: 'commune', cog: '31555' } };
  const traits = { ...former, birthFamilyName: 'Canarinaissance' };
  const searchId = await plantSearch(sql, creator, former, []);
  const { copyId } = await send<{ copyId: string }>(
    'POST',
    '/identity-document-copies',
    Buffer.from(`%PDF-1.4\n% ${canaries.copy.texts[0]}\n%%EOF\n`),
  );
  const { id: recordId } = await send<{ id: string }>(
    'POST',
    '/records',
    {
      searchId,
      traits: former,
      complementary: { usedFamilyName: canaries.used.texts[0] },
      contact: { email: canaries.contact.texts[0], mobile: canaries.contact.texts[1] },
      consent: { givenBy: 'person', mode: 'oral', collectedOn: canaries.consent.texts[0] },
    },
    { 'idempotency-key': randomUUID() },
  );
  const at = `/records/${recordId}`;
  const motive = { flags: [], reason: canaries.history.texts[1] };
  await send('PUT', `${at}/identity-flags`, motive, await version(recordId));
  await send('PUT', `${at}/identity`, { traits }, await version(recordId));
  await send('POST', `${at}/identity-document-checks`, { type: 'CN', copyId }, await version(recordId));

  await sql(
    `update person_identity set ins_matricule = $2, ins_key = '17', ins_oid = '1.2.250.1.213.1.4.10',
    ins_retrieved_at = spico_now(), status = 'qualified' where record_id = $1`,
    [recordId, canaries.ins.texts[0]],
  );
  await send('PUT', `${at}/identity-flags`, { ...motive, reason: 'relu' }, await version(recordId));
  await sql('create table public.planted_identity as select * from person_identity where record_id = $1', [recordId]);
  const columns = (
    await sql<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name = 'person_identity' and table_schema = 'public' and column_name <> 'record_id'`,
    )
  ).map(({ name }) => name);

  const silent = await server.signIn({ name: ['Canari', 'MEMBRE'] });
  await sql(membership('added'), [recordId, silent.accountId]);
  const rescuer = await server.signIn({ name: ['Awa', 'Diallo'] });
  await sql(glass('spico_now()').replace('Malaise au domicile', canaries.reason.texts[0]), [
    recordId,
    rescuer.accountId,
  ]);
  const passer = await server.signIn({ name: ['Canari', 'JOURNAL'] });
  const otherOrigin = 'https://autre-cabinet.example';
  await sql(`insert into client (id, name, origins, scopes) values ('other-page', 'Autre cabinet', $1, '{}')`, [
    [otherOrigin],
  ]);

  return {
    server,
    recordId,
    copyId,
    traits,
    searchTraits: traits,
    otherOrigin,
    sql,
    actor: (group, mode) => signIn(server, sql, recordId, otherOrigin, group, mode),
    async restore() {
      await sql(
        `update person_identity i set ${columns.map((name) => `${name} = p.${name}`).join(', ')}
         from planted_identity p where i.record_id = p.record_id`,
      );
    },
    async leaveTrace() {
      const { accountId, personId, sessionId } = passer;
      const nothing = null;
      const values = [
        `record:${recordId}`,
        randomUUID(),
        'records.open',
        'done',
        nothing,
        accountId,
        personId,
        nothing,
      ];
      const more = ['TRE_G15|60', nothing, 'added', nothing, recordId, ['S01'], sessionId, nothing, nothing, nothing];
      await sql('select audit.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)', [
        ...values,
        ...more,
      ]);
    },
  };
}

async function signIn(
  server: TestServer,
  sql: Fixture['sql'],
  recordId: string,
  otherOrigin: string,
  group: string | null,
  mode: Mode,
): Promise<Actor> {
  const { link, trouble, scopes = allScopes, as = 'individual' } = mode;
  const who = await server.signIn({ name: ['Alix', 'Passant'], professionGroup: group, kind: as, scopes });
  // A structure account is nobody's: its practice says who may act with it.
  if (as === 'structure') await sql('update practice set person_id = $2 where id = $1', [who.practiceId, who.personId]);
  if (mode.sql) await sql(mode.sql, [recordId, who.accountId]);
  if (trouble === 'suspended') await sql(`update account set state = 'suspended' where id = $1`, [who.accountId]);
  if (trouble === 'locked') await sql('update session set locked_at = spico_now() where id = $1', [who.sessionId]);
  if (trouble === 'token-expired') {
    // Its first instant of refusal is this one.
    await sql(
      `update access_token set issued_at = spico_now() - interval '5 minutes', expires_at = spico_now()
       where session_id = $1`,
      [who.sessionId],
    );
  }
  const origin = trouble === 'other-origin' ? otherOrigin : testOrigin;
  const known = { name: `${group ?? 'no column'}, ${mode.name}`, group, link, scopes };
  return { ...who, ...known, ...(trouble ? { trouble } : {}), headers: { ...who.headers, origin } };
}

/** A search as the search page leaves it: it opens the doors it found. */
export async function plantSearch(
  sql: Fixture['sql'],
  who: Pick<SignedIn, 'accountId' | 'personId'>,
  traits: object,
  candidates: readonly object[],
): Promise<string> {
  const id = randomUUID();
  await sql(
    `insert into patient_search (id, account_id, person_id, traits, document_type, candidates)
     values ($1, $2, $3, $4::jsonb, 'CN', $5::jsonb)`,
    [id, who.accountId, who.personId, JSON.stringify(traits), JSON.stringify(candidates)],
  );
  return id;
}
