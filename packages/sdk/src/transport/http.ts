import createFetchClient, { type Client } from 'openapi-fetch';
import { clientError, SpicoError } from '../errors.ts';
import type { paths } from '../types.ts';
import { Call, type CallOptions, type CallPlan } from './call.ts';
import { auth, type GetToken, TokenKeeper } from './middleware/auth.ts';
import { language } from './middleware/language.ts';
import { compose } from './middleware/middleware.ts';
import { retry } from './middleware/retry.ts';
import { type OnCall, report } from './middleware/trace.ts';
import { type Answer, unwrap, unwrapNothing } from './unwrap.ts';

/** How a client reaches the server. */
export interface TransportOptions {
  /** Address of the API, e.g. `/api/v1` in a page of the same origin, `https://spico.example/api/v1` elsewhere. */
  readonly baseUrl: string;
  /** Gives a short access token when one is needed. Without it only public and cookie operations work. */
  readonly getToken?: GetToken | undefined;
  /** For tests and hosts with their own network stack; the platform's `fetch` when absent. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Language of labels and mails, as a BCP 47 tag. A function is read at each call. */
  readonly locale?: string | (() => string) | undefined;
  /** Milliseconds for one call, waiting and retries included: 20 000. */
  readonly timeoutMs?: number | undefined;
  /** Sendings beyond the first, for calls that may be repeated: 2. */
  readonly retries?: number | undefined;
  /** Called once when the server says that the session has ended or is locked. */
  readonly onSessionEnded?: ((end: { code: string }) => void) | undefined;
  /** Called after each call with what happened, free of personal data. */
  readonly onCall?: OnCall | undefined;
}

type Api = Client<paths>;
/** What every request of one call shares. (A type alias: the HTTP library wants an index signature.) */
export type CallInit = {
  readonly signal: AbortSignal;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly credentials?: RequestCredentials;
};

/** The one way to the server. The features stand on it; nothing else names the HTTP library. */
export interface Transport {
  readonly baseUrl: string;
  /** Sends and gives the data. @throws SpicoError and nothing else */
  ask<Data>(
    plan: CallPlan,
    options: CallOptions | undefined,
    send: (api: Api, init: CallInit) => Promise<Answer<Data>>,
  ): Promise<Data>;
  /** The same for an operation that answers nothing. */
  tell(
    plan: CallPlan,
    options: CallOptions | undefined,
    send: (api: Api, init: CallInit) => Promise<Answer<unknown>>,
  ): Promise<void>;
}

/** Opens the way: no request is sent and no token asked until the first call. */
export function createTransport(options: TransportOptions): Transport {
  const { getToken, locale, timeoutMs = 20_000, retries = 2, onSessionEnded = () => {}, onCall } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const api = createFetchClient<paths>({ baseUrl, headers: { Accept: 'application/json, application/problem+json' } });
  const middlewares = [
    retry(retries),
    ...(locale ? [language(locale)] : []),
    auth(getToken && new TokenKeeper(getToken), onSessionEnded),
  ];

  async function run<Data, Result>(
    plan: CallPlan,
    callOptions: CallOptions | undefined,
    send: (api: Api, init: CallInit) => Promise<Answer<Data>>,
    read: (answer: Answer<Data>) => Result,
  ): Promise<Result> {
    const call = new Call(plan, callOptions ?? {}, timeoutMs);
    const begun = Date.now();
    const trace = (outcome: 'done' | SpicoError, status?: number) =>
      report(onCall, {
        operation: plan.operation,
        outcome: outcome === 'done' ? outcome : outcome.kind,
        attempts: call.attempts,
        durationMs: Date.now() - begun,
        ...(status === undefined ? {} : { status }),
        ...(outcome !== 'done' && outcome.traceId ? { traceId: outcome.traceId } : {}),
      });
    try {
      call.check();
      const answer = await send(api, {
        signal: call.signal,
        fetch: compose(middlewares, call, (request) => deliver(request, call, options.fetch)),
        // Some workers know no cookies and refuse the very word.
        ...(plan.auth === 'session' && 'credentials' in Request.prototype ? { credentials: 'include' as const } : {}),
      });
      const result = read(answer);
      trace('done', answer.response.status);
      return result;
    } catch (thrown) {
      const error = call.explain(thrown);
      trace(error, error.status);
      throw error;
    } finally {
      call.end();
    }
  }

  return {
    baseUrl,
    ask: (plan, callOptions, send) => run(plan, callOptions, send, unwrap),
    tell: (plan, callOptions, send) => run(plan, callOptions, send, unwrapNothing),
  };
}

const BODILESS = new Set([204, 205, 304]);

/**
 * One sending. The request is copied so that it can be sent again, and the answer is read to its end here, so that a line
 * that breaks in the middle of the body counts as a broken line and not as an answer.
 */
async function deliver(request: Request, call: Call, own: TransportOptions['fetch']): Promise<Response> {
  call.check();
  call.sent = true;
  try {
    // Looked up at each call: test tools and wrappers replace the global one at any time.
    const response = await call.race((own ?? globalThis.fetch)(request.clone()));
    const bytes = await call.race(response.arrayBuffer());
    const { status, statusText, headers } = response;
    return new Response(BODILESS.has(status) ? null : bytes, { status, statusText, headers });
  } catch (error) {
    if (SpicoError.is(error)) throw error;
    throw clientError('offline', 'network', { retryable: true });
  }
}
