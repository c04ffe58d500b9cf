import type { OperationId } from '../transport/call.ts';
import type { operations } from '../types.ts';

/** The status of success of an operation. */
export type SuccessStatus<O extends OperationId> = Extract<
  keyof operations[O]['responses'],
  200 | 201 | 202 | 204 | 302
>;
type Route<O extends OperationId> = readonly [method: Method, path: string, success: SuccessStatus<O>];
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Where each operation of the contract lives. A missing one does not compile; a wrong one fails a test. */
export const routes: { readonly [O in OperationId]: Route<O> } = {
  getSessionOptions: ['get', '/session-options', 200],
  getSession: ['get', '/session', 200],
  startProSanteConnect: ['get', '/session/pro-sante-connect', 302],
  finishProSanteConnect: ['get', '/session/pro-sante-connect/callback', 302],
  sendOneTimeCode: ['post', '/session/one-time-codes', 202],
  verifyOneTimeCode: ['post', '/session/one-time-code-verifications', 200],
  chooseSessionAccount: ['put', '/session/account', 200],
  createSessionToken: ['post', '/session/tokens', 201],
  lockSession: ['post', '/session/lock', 200],
  signOut: ['post', '/session/sign-out', 200],
  exchangeToken: ['post', '/oauth/token', 200],
  createSandboxToken: ['post', '/sandbox/tokens', 201],
  getMe: ['get', '/me', 200],
  searchBirthPlaces: ['post', '/reference/birth-place-searches', 200],
  getReferenceLists: ['get', '/reference/lists', 200],
  getConsentNotice: ['get', '/consent-notice', 200],
  searchPatients: ['post', '/patient-searches', 201],
  selfEnrol: ['post', '/patient-searches/{searchId}/candidates/{candidateId}/self-enrolment', 201],
  breakGlass: ['post', '/patient-searches/{searchId}/candidates/{candidateId}/break-glass', 201],
  requestMembership: ['post', '/patient-searches/{searchId}/candidates/{candidateId}/membership-request', 202],
  queryIns: ['post', '/ins-queries', 201],
  uploadIdentityDocumentCopy: ['post', '/identity-document-copies', 201],
  readIdentityDocumentCopy: ['get', '/records/{recordId}/identity-document-copies/{copyId}', 200],
  listRecords: ['get', '/records', 200],
  createRecord: ['post', '/records', 201],
  openRecord: ['get', '/records/{recordId}', 200],
  updateAdministrative: ['patch', '/records/{recordId}/administrative', 200],
  changeConsent: ['put', '/records/{recordId}/consent', 200],
  launchDmp: ['post', '/records/{recordId}/dmp-launches', 201],
  correctIdentity: ['put', '/records/{recordId}/identity', 200],
  setIdentityFlags: ['put', '/records/{recordId}/identity-flags', 200],
  checkIdentityDocument: ['post', '/records/{recordId}/identity-document-checks', 200],
  getIdentityHistory: ['get', '/records/{recordId}/identity-history', 200],
  queryRecordIns: ['post', '/records/{recordId}/ins-queries', 201],
  decideRecordIns: ['post', '/records/{recordId}/ins-decisions', 200],
  endBreakGlass: ['delete', '/records/{recordId}/break-glass', 204],
  listCareCircle: ['get', '/records/{recordId}/care-circle', 200],
  readAccessJournal: ['get', '/records/{recordId}/access-journal', 200],
};

/** Every operation of the contract. */
export const operationIds = Object.keys(routes) as OperationId[];
