import type { OperationId } from '../transport/call.ts';
import type { AccessGranted, CoordinationRecord, IdentityTraitsView, RecordIdentity, Session } from '../types.ts';
import { problem } from './failures.ts';
import { at, insAnswer } from './matching.ts';
import type { Answer, MockCall } from './on.ts';
import { meOf, patients } from './people.ts';
import { findPlaces, placeView, referenceLists } from './reference.ts';
import { type Scenario, search } from './scenario.ts';
import * as kept from './store.ts';

/** One answer for each operation of the contract: a missing one does not compile. */
export type Answers = { readonly [O in OperationId]: (call: MockCall<O>) => Answer<O> | Promise<Answer<O>> };

const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const TOKEN = { accessToken: 'token-of-the-story', tokenType: 'Bearer', expiresInSeconds: 300 } as const;

/** The answers of a scenario. */
export function answersOf({ store, endBreakGlass }: Scenario): Answers {
  const session = (state: Session['state'] = 'active'): Session => {
    const { accountId, displayName, profession, structureName } = store.reader.ref;
    const account = { accountId, kind: 'individual' as const, label: displayName, profession };
    const current = structureName === undefined ? account : { ...account, structureName };
    const idle = { idleSeconds: 900, idleExpiresAt: at(15), absoluteExpiresAt: at(600) };
    return { state, displayName, signInMethod: 'pro-sante-connect', accounts: [current], current, ...idle };
  };
  const redirect = () => new Response(null, { status: 302, headers: { Location: '/' } });

  /** The record behind a candidate of a search of this scenario. */
  const candidateOf = ({ searchId, candidateId }: { searchId: string; candidateId: string }) => {
    const made = store.searches.get(searchId);
    const record = store.records.get(made?.candidates.get(candidateId) ?? '');
    if (!made || !record) throw problem('search-not-found');
    return { record, documentChecked: made.documentChecked };
  };
  const enter = (record: kept.StoredRecord, row: ReturnType<typeof kept.member>): AccessGranted => {
    const others = record.members.filter(kept.isCurrent);
    record.members = [...record.members, row];
    kept.writeAsReader(store, record, row.accessMode === 'break-glass' ? 'access.break-glass' : 'access.self-enrol');
    return { recordId: record.id, access: kept.accessOf(row), notifiedMembers: others.length };
  };
  /** The same idempotency key gets the first answer again. */
  const once = <T>(headers: Headers, act: () => T): T => {
    const key = headers.get('idempotency-key');
    if (key === null) throw problem('invalid-request', { fields: [{ pointer: '#Idempotency-Key', code: 'required' }] });
    if (!store.done.has(key)) store.done.set(key, act());
    return store.done.get(key) as T;
  };

  return {
    getSessionOptions: () => ({ signInMethods: ['pro-sante-connect', 'one-time-code'], sandbox: true }),
    getSession: () => session(),
    startProSanteConnect: redirect,
    finishProSanteConnect: redirect,
    sendOneTimeCode: () => ({ challengeId: crypto.randomUUID(), expiresAt: at(10) }),
    verifyOneTimeCode: ({ body }) => (body.code === '000000' ? problem('one-time-code-refused') : session()),
    chooseSessionAccount: () => session(),
    createSessionToken: () => TOKEN,
    lockSession: () => session('locked'),
    signOut: () => ({}),
    exchangeToken: () => ({
      access_token: TOKEN.accessToken,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'session search access records.read records.write',
    }),
    createSandboxToken: () => TOKEN,
    getMe: () => meOf(store.reader),

    searchBirthPlaces: ({ body }) => ({ items: findPlaces(body) }),
    getReferenceLists: () => referenceLists,
    getConsentNotice: () => new Blob([PDF], { type: 'application/pdf' }),

    searchPatients: ({ body }) => {
      const unknown = body.traits.birthPlace.kind === 'unknown';
      if (unknown && body.identityDocument) return problem('birth-place-needed');
      return search(store, body.traits, body.identityDocument !== undefined);
    },
    selfEnrol: ({ params, headers }) =>
      once(headers, () => {
        const { record, documentChecked } = candidateOf(params);
        const row = kept.readerRow(store, record);
        if (row && row.accessMode !== 'break-glass') throw problem('already-member');
        if (!documentChecked) throw problem('self-enrolment-not-allowed', { reason: 'document-not-checked' });
        return enter(record, kept.member(store.reader, 'self-enrolled', at()));
      }),
    breakGlass: ({ params, headers, body }) =>
      once(headers, () => {
        const { record } = candidateOf(params);
        if (kept.readerRow(store, record)) throw problem('already-member');
        const { reasonCode, reasonText } = body;
        return enter(record, { ...kept.member(store.reader, 'break-glass', at()), reasonCode, reasonText });
      }),
    requestMembership: ({ params, headers }) =>
      once(headers, () => {
        candidateOf(params);
        return { requestedAt: at() };
      }),
    endBreakGlass: ({ params }) => {
      kept.reach(store, params.recordId);
      endBreakGlass(params.recordId);
      return undefined;
    },

    queryIns: ({ body }) => {
      if (!store.searches.has(body.searchId)) return problem('search-not-found');
      if (body.flags?.some((flag) => flag !== 'homonym')) return problem('ins-call-forbidden');
      return rememberIns(insAnswer(body.traits, patients));
    },
    uploadIdentityDocumentCopy: ({ body }) => {
      const copyId = crypto.randomUUID();
      store.copies.set(copyId, body);
      return { copyId, mediaType: 'image/jpeg', bytes: body.size, deletedOn: '2031-11-22' };
    },
    readIdentityDocumentCopy: ({ params }) => {
      kept.reach(store, params.recordId);
      return store.copies.get(params.copyId) ?? problem('not-found');
    },

    listRecords: ({ query }) => {
      const rows = [...store.records.values()]
        .sort((a, b) => (b.lastOpenedAt ?? '').localeCompare(a.lastOpenedAt ?? ''))
        .flatMap((record) => kept.rowOf(store, record) ?? []);
      return pageOf(rows, query);
    },
    createRecord: ({ body, headers }) => once(headers, () => create(body)),
    openRecord: ({ params }) => {
      const record = kept.reach(store, params.recordId);
      record.lastOpenedAt = at();
      kept.writeAsReader(store, record, 'records.open');
      return kept.viewOf(store, record);
    },
    updateAdministrative: ({ params, headers, body }) => {
      const record = kept.reach(store, params.recordId);
      kept.checkVersion(headers, record.version);
      const { email, mobile, dmp } = { ...record.administrative, ...body };
      record.administrative = { dmp, ...(email ? { email } : {}), ...(mobile ? { mobile } : {}) };
      record.version += 1;
      return record.administrative;
    },
    changeConsent: ({ params, headers, body }) => {
      const record = kept.reach(store, params.recordId);
      kept.checkVersion(headers, record.version);
      record.consent = { ...body, noticeVersion: '2026-01', recordedAt: at(), recordedBy: store.reader.ref };
      record.version += 1;
      return record.consent;
    },
    launchDmp: ({ params }) => {
      const { identity } = kept.reach(store, params.recordId);
      if (identity.status !== 'qualified') return problem('dmp-not-available');
      return { url: 'https://dmp.example/' };
    },

    correctIdentity: ({ params, headers, body }) => {
      const record = kept.reach(store, params.recordId);
      // The number and the document belonged to the former traits; history keeps them.
      kept.checkVersion(headers, record.identity.version);
      delete record.identity.ins;
      delete record.identity.documentCheck;
      const traits: IdentityTraitsView = { ...body.traits, birthPlace: placeView(body.traits.birthPlace) };
      return kept.changeIdentity(store, record, headers, 'traits-corrected', { traits, status: 'provisional' });
    },
    setIdentityFlags: ({ params, headers, body }) => {
      const { flags, reason } = body;
      if (flags.includes('doubtful') && flags.includes('fictitious')) return problem('identity-flags-conflict');
      return kept.changeIdentity(store, kept.reach(store, params.recordId), headers, 'flags-set', { flags }, reason);
    },
    checkIdentityDocument: ({ params, headers, body }) => {
      const record = kept.reach(store, params.recordId);
      if (record.identity.traits.birthPlace.kind === 'unknown') return problem('birth-place-needed');
      const status = record.identity.ins ? 'qualified' : 'validated';
      const documentCheck = { ...body, checkedAt: at() };
      return kept.changeIdentity(store, record, headers, 'document-checked', { status, documentCheck });
    },
    getIdentityHistory: ({ params }) => ({ items: kept.reach(store, params.recordId).history }),
    queryRecordIns: ({ params }) => {
      const { identity } = kept.reach(store, params.recordId);
      if (!identity.insCallAllowed) return problem('ins-call-forbidden');
      return rememberIns(insAnswer(identity.traits, patients));
    },
    decideRecordIns: ({ params, headers, body }) => {
      const record = kept.reach(store, params.recordId);
      const found = store.insQueries.get(body.insQueryId);
      if (!found?.retrieved || !found.ins) return problem('ins-query-not-found');
      if (body.decision === 'refuse') return kept.changeIdentity(store, record, headers, 'ins-refused', {});
      const status = record.identity.documentCheck ? 'qualified' : 'retrieved';
      const { retrieved: traits, ins } = found;
      return kept.changeIdentity(store, record, headers, 'ins-accepted', { traits, ins, status });
    },

    listCareCircle: ({ params }) => ({
      items: kept.reach(store, params.recordId).members.map((row) => ({
        ...row,
        current: kept.isCurrent(row),
        isReader: row.professional.accountId === store.reader.ref.accountId,
      })),
    }),
    readAccessJournal: ({ params, query }) => pageOf(kept.reach(store, params.recordId).journal, query),
  };

  function rememberIns(answer: ReturnType<typeof insAnswer>) {
    if (answer.insQueryId) store.insQueries.set(answer.insQueryId, answer);
    return answer;
  }

  function create(body: MockCall<'createRecord'>['body']): CoordinationRecord {
    if (!store.searches.has(body.searchId)) throw problem('search-not-found');
    const { traits: typed, identityDocument, flags = [], insDecision, differentFrom = [] } = body;
    const again = search(store, typed, identityDocument !== undefined);
    const certain = again.candidates.filter(({ grade }) => grade === 'certain');
    if (certain.length > 0 && differentFrom.length === 0) throw problem('record-exists', { existing: again });
    const found = insDecision && store.insQueries.get(insDecision.insQueryId);
    if (insDecision && !found) throw problem('ins-query-not-found');
    const accepted = insDecision?.decision === 'accept' ? found : undefined;
    const traits = accepted?.retrieved ?? { ...typed, birthPlace: placeView(typed.birthPlace) };
    const status: RecordIdentity['status'] = accepted
      ? identityDocument
        ? 'qualified'
        : 'retrieved'
      : identityDocument
        ? 'validated'
        : 'provisional';
    const patient = { key: 'created', recordId: crypto.randomUUID(), traits, ins: emptyIns };
    const record = kept.addRecord(store, patient, [kept.member(store.reader, 'creator', at())], {
      status,
      flags: differentFrom.length > 0 && !flags.includes('homonym') ? [...flags, 'homonym'] : flags,
      ...(accepted?.ins ? { ins: { ...accepted.ins, shareable: status === 'qualified' } } : {}),
      ...(identityDocument ? { documentCheck: { ...identityDocument, checkedAt: at() } } : {}),
    });
    record.consent = { ...body.consent, noticeVersion: '2026-01', recordedAt: at(), recordedBy: store.reader.ref };
    return kept.viewOf(store, record);
  }
}

const emptyIns = {
  matricule: '',
  key: '',
  oid: '',
  environment: 'test' as const,
  keyValid: false,
  shareable: false,
  contradictions: [],
};

/** One page, cursors being positions. */
function pageOf<T>(all: readonly T[], query: { limit?: string; cursor?: string }): { items: T[]; nextCursor?: string } {
  const from = Number(query.cursor?.replace('from-', '') ?? 0);
  if (Number.isNaN(from)) throw problem('invalid-cursor');
  const to = from + Number(query.limit ?? 50);
  const items = all.slice(from, to);
  return to < all.length ? { items, nextCursor: `from-${to}` } : { items };
}
