import { getResponse, type HttpHandler } from 'msw';
import type { OperationId } from '../transport/call.ts';
import { answersOf } from './answers.ts';
import { type Failure, forbidden, offline, pending, problem, sessionExpired, stale } from './failures.ts';
import { candidate, searchResult } from './matching.ts';
import { on, type OnOptions, type Responder } from './on.ts';
import { pierreLacombe } from './people.ts';
import { operationIds } from './routes.ts';
import { createScenario, type Scenario } from './scenario.ts';

/** The weathers a story shows. */
export type State =
  | 'ready'
  | 'empty'
  | 'loading'
  | 'error'
  | 'forbidden'
  | 'session-expired'
  | 'offline'
  | 'conflict'
  | 'long-names';

export interface HandlersOptions extends Pick<OnOptions, 'baseUrl' | 'delayMs'> {
  /** `ready` when absent. */
  readonly state?: State;
  /** The world behind the answers; a new one when absent, seeded to fit the state. */
  readonly scenario?: Scenario;
  /** Operations that take the state, the others staying ready: `only: ['searchPatients']`. */
  readonly only?: readonly OperationId[];
}

/** Public and cookie operations, and what every form needs to show itself at all. */
const CALM: ReadonlySet<OperationId> = new Set<OperationId>([
  'getSessionOptions',
  'startProSanteConnect',
  'finishProSanteConnect',
  'sendOneTimeCode',
  'verifyOneTimeCode',
  'exchangeToken',
  'createSandboxToken',
  'getMe',
  'getReferenceLists',
  'searchBirthPlaces',
  'getConsentNotice',
  'getSession',
  'chooseSessionAccount',
  'createSessionToken',
  'lockSession',
  'signOut',
]);
/** Signed out, these still answer. */
const PUBLIC: ReadonlySet<OperationId> = new Set<OperationId>([
  'getSessionOptions',
  'startProSanteConnect',
  'finishProSanteConnect',
  'sendOneTimeCode',
  'verifyOneTimeCode',
  'exchangeToken',
  'createSandboxToken',
  'getConsentNotice',
]);

const CREATIONS: ReadonlySet<OperationId> = new Set<OperationId>(['createRecord']);
const ENTRIES: ReadonlySet<OperationId> = new Set<OperationId>(['selfEnrol', 'breakGlass', 'requestMembership']);
const CHANGES: ReadonlySet<OperationId> = new Set<OperationId>([
  'updateAdministrative',
  'changeConsent',
  'correctIdentity',
  'setIdentityFlags',
  'checkIdentityDocument',
  'decideRecordIns',
]);

/**
 * Handlers of the whole contract, for `setupWorker`, `setupServer` or a story: one line for each state.
 * @example
 * setupServer(...handlers());
 * setupServer(...handlers({ state: 'offline' }));
 * setupServer(...handlers({ state: 'error', only: ['searchPatients'] }));
 * setupServer(on('searchPatients', problem('search-rate-limited', { retryAfterSeconds: 1800 })), ...handlers());
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  const { state = 'ready', only, scenario = createScenario({ seed: seedOf(state) }), ...how } = options;
  const answers = answersOf(scenario);
  return operationIds.map((operation) => {
    const failure = only && !only.includes(operation) ? undefined : failureOf(state, operation, only !== undefined);
    return on(operation, failure ?? (answers[operation] as Responder<typeof operation>), how);
  });
}

/**
 * The same handlers as a `fetch`, for a client or a widget without a worker: `createSpicoClient({ baseUrl, fetch: mockFetch() })`.
 * An address that no handler knows is a broken line.
 * @example
 * const client = createSpicoClient({ baseUrl: 'https://spico.example/api/v1', fetch: mockFetch(handlers({ state: 'empty' })) });
 */
export function mockFetch(list: readonly HttpHandler[] = handlers()): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await getResponse([...list], request);
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

function seedOf(state: State): 'cast' | 'empty' | 'long-names' {
  return state === 'empty' || state === 'long-names' ? state : 'cast';
}

function failureOf(state: State, operation: OperationId, named: boolean): Failure | undefined {
  switch (state) {
    case 'ready':
    case 'empty':
    case 'long-names':
      return undefined;
    case 'offline':
      return offline();
    case 'loading':
      return CALM.has(operation) && !named ? undefined : pending();
    case 'error':
      return CALM.has(operation) && !named ? undefined : problem('internal-error');
    case 'forbidden':
      return CALM.has(operation) && !named ? undefined : forbidden();
    case 'session-expired':
      return PUBLIC.has(operation) ? undefined : sessionExpired();
    case 'conflict':
      if (CREATIONS.has(operation))
        return problem('record-exists', { existing: searchResult([candidate(pierreLacombe)]) });
      if (ENTRIES.has(operation)) return problem('already-member');
      return CHANGES.has(operation) ? stale() : undefined;
  }
}
