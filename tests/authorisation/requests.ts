import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, type Canary, type Fixture, plantSearch } from './fixture.ts';

/** A well-formed call, apart from who makes it. */
export interface Asked {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: Buffer | string | object;
  /** What stands in the path, besides the record. */
  readonly path?: Readonly<Record<string, string>>;
}

/** How one operation is asked, and what it shows to whom it is granted. */
export interface Way {
  readonly ask?: (fixture: Fixture, who: Actor) => Promise<Asked> | Asked;
  readonly shows?: readonly Canary[];
  /** Shown only to who reaches the record now: these acts are not about one record. */
  readonly showsIfReached?: readonly Canary[];
  /** Later ones change how the person stands to the record, or end the session. */
  readonly order?: number;
  /** What may come of a granted call that is no success: the act itself had its reasons. */
  readonly orElse?: (who: Actor) => readonly string[];
}

const ifMatch = async ({ sql, recordId }: Fixture) => {
  const [row] = await sql<{ version: number }>('select version from coordination_record where id = $1', [recordId]);
  return { 'if-match': `"${row?.version}"` };
};
const key = () => ({ 'idempotency-key': randomUUID() });
const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2019-02-13' };
/** Letters only, and nobody else's. */
const newName = () =>
  `Q${randomBytes(9)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'x')}`;
const newPerson = () => ({
  birthFamilyName: newName(),
  firstBirthGivenName: newName(),
  sex: 'M',
  birthDate: '1931-01-31',
  birthPlace: { kind: 'commune', cog: '12202' },
});

async function throughCandidate(fixture: Fixture, who: Actor, payload: object): Promise<Asked> {
  const candidateId = randomUUID();
  const candidates = [{ candidateId, recordId: fixture.recordId, grade: 'certain' }];
  const searchId = await plantSearch(fixture.sql, who, fixture.traits, candidates);
  return { path: { searchId, candidateId }, headers: key(), payload };
}
const alreadyIn = ({ link }: Actor) => (link === 'member' ? ['already-member'] : []);

/** Every operation of the contract. One that is missing here fails the walk. */
export const ways: Readonly<Record<string, Way>> = {
  getMe: {},
  getReferenceLists: {},
  searchBirthPlaces: { ask: () => ({ payload: { text: 'Tou' } }) },
  searchPatients: {
    ask: ({ searchTraits }) => ({ payload: { traits: searchTraits } }),
    shows: ['traits'],
    showsIfReached: ['record'],
  },
  listRecords: { showsIfReached: ['traits', 'used', 'record'] },
  openRecord: { shows: ['traits', 'used', 'contact', 'ins', 'consent', 'record'] },
  getIdentityHistory: { shows: ['history', 'traits', 'ins'] },
  listCareCircle: { shows: ['circle', 'reason'] },
  readAccessJournal: {
    ask: async (fixture) => {
      await fixture.leaveTrace();
      return { query: '?limit=5' };
    },
    shows: ['journal'],
  },
  readIdentityDocumentCopy: { ask: ({ copyId }) => ({ path: { copyId } }), shows: ['copy'] },
  launchDmp: { shows: ['ins'] },

  createRecord: {
    ask: async ({ sql }, who) => {
      const traits = newPerson();
      const searchId = await plantSearch(sql, who, traits, []);
      return { headers: key(), payload: { searchId, traits, consent: { ...consent, collectedOn: '2020-03-14' } } };
    },
  },
  queryIns: {
    ask: async ({ sql }, who) => {
      const traits = newPerson();
      return { payload: { searchId: await plantSearch(sql, who, traits, []), traits } };
    },
  },
  uploadIdentityDocumentCopy: {
    ask: () => ({
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.4\nune autre carte\n%%EOF\n'),
    }),
  },
  updateAdministrative: {
    ask: async (fixture) => ({
      headers: await ifMatch(fixture),
      payload: { email: 'canari.contact@exemple.fr', mobile: '06 98 76 54 32' },
    }),
    shows: ['contact'],
  },
  changeConsent: {
    ask: async (fixture) => ({ headers: await ifMatch(fixture), payload: consent }),
    shows: ['consent'],
  },
  correctIdentity: {
    ask: async (fixture) => ({ headers: await ifMatch(fixture), payload: { traits: fixture.traits } }),
    shows: ['traits', 'used', 'ins'],
  },
  setIdentityFlags: {
    ask: async (fixture) => ({ headers: await ifMatch(fixture), payload: { flags: [], reason: 'relu avec elle' } }),
    shows: ['traits', 'used', 'ins'],
  },
  checkIdentityDocument: {
    ask: async (fixture) => ({ headers: await ifMatch(fixture), payload: { type: 'CN' } }),
    shows: ['traits', 'used', 'ins'],
  },
  queryRecordIns: {},
  decideRecordIns: {
    ask: async (fixture, who) => {
      const insQueryId = randomUUID();
      const found = {
        traits: fixture.traits,
        ins: { matricule: '2550699999123', key: '17', oid: '1.2.250.1.213.1.4.10' },
      };
      await fixture.sql(
        `insert into ins_query (id, account_id, person_id, record_id, traits, outcome, answer)
         values ($1, $2, $3, $4, $5::jsonb, 'found', $6::jsonb)`,
        [
          insQueryId,
          who.accountId,
          who.personId,
          fixture.recordId,
          JSON.stringify(fixture.traits),
          JSON.stringify(found),
        ],
      );
      return { headers: await ifMatch(fixture), payload: { insQueryId, decision: 'accept', documentConfirmed: true } };
    },
    shows: ['traits', 'used', 'ins'],
  },

  endBreakGlass: { order: 1 },
  requestMembership: { order: 2, ask: (fixture, who) => throughCandidate(fixture, who, {}), orElse: alreadyIn },
  breakGlass: {
    order: 3,
    ask: (fixture, who) =>
      throughCandidate(fixture, who, { reasonCode: 'urgent-care', reasonText: 'Chute dans l’escalier' }),
    shows: ['record'],
    orElse: alreadyIn,
  },
  selfEnrol: {
    order: 4,
    ask: (fixture, who) => throughCandidate(fixture, who, { consent }),
    shows: ['record'],
    orElse: alreadyIn,
  },

  getSession: { order: 5 },
  chooseSessionAccount: {
    order: 5,
    ask: (_fixture, { accountId, practiceId }) => ({ payload: { accountId, practiceId } }),
  },
  createSessionToken: { order: 5, ask: () => ({ payload: {} }) },
  lockSession: { order: 6 },
  signOut: { order: 7 },

  getSessionOptions: {},
  getConsentNotice: {},
  startProSanteConnect: { orElse: () => ['service-unavailable'] },
  finishProSanteConnect: { orElse: () => ['invalid-request', 'service-unavailable'] },
  sendOneTimeCode: { ask: () => ({ payload: { email: 'personne@exemple.fr' } }), orElse: () => ['rate-limited'] },
  verifyOneTimeCode: {
    ask: () => ({ payload: { challengeId: randomUUID(), code: '000000' } }),
    orElse: () => ['one-time-code-refused', 'rate-limited'],
  },
  createSandboxToken: { ask: () => ({ payload: { professional: 'nobody-here' } }), orElse: () => ['not-found'] },
  exchangeToken: {
    ask: () => ({
      headers: {
        authorization: `Basic ${Buffer.from('vendor:wrong').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'a-token-of-pro-sante-connect',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        origin: 'https://cabinet.example',
      }).toString(),
    }),
  },
};
