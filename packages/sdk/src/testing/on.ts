import { delay, http, type HttpHandler, HttpResponse } from 'msw';
import type { OperationId } from '../transport/call.ts';
import type { operations } from '../types.ts';
import { Failure } from './failures.ts';
import { routes, type SuccessStatus } from './routes.ts';

type Parameters<O extends OperationId, In extends 'path' | 'query'> = operations[O]['parameters'] extends {
  [K in In]?: infer P;
}
  ? NonNullable<P>
  : Record<string, never>;

type Content<T> = T extends { content: infer C } ? C : never;
type JsonOf<C> = C extends { 'application/json': infer Json } ? Json : Blob;

/** The body an operation takes: its JSON, or bytes. */
export type BodyOf<O extends OperationId> = operations[O] extends { requestBody: infer B }
  ? JsonOf<Content<B>>
  : undefined;

type SuccessResponse<O extends OperationId> = operations[O]['responses'][SuccessStatus<O> &
  keyof operations[O]['responses']];

/** What an operation answers when all is well: its JSON, bytes, or nothing. */
export type SuccessOf<O extends OperationId> = [Content<SuccessResponse<O>>] extends [never]
  ? undefined
  : JsonOf<Content<SuccessResponse<O>>>;

// Looked up rather than computed, so that `'none'` in an answer stays `'none'` while the compiler infers.
type Successes = { [O in OperationId]: SuccessOf<O> };

/** What a handler may answer: the contract's success, a failure, or a raw response. */
export type Answer<O extends OperationId> = Successes[O] | Failure | Response;

/** What a handler sees of a request. */
export interface MockCall<O extends OperationId> {
  readonly operation: O;
  readonly params: Parameters<O, 'path'>;
  /** As they stand in the address: strings. */
  readonly query: { readonly [K in keyof Parameters<O, 'query'>]?: string };
  readonly body: BodyOf<O>;
  readonly headers: Headers;
  readonly request: Request;
}

type Responders = {
  [O in OperationId]: Answer<O> | ((call: MockCall<O>) => Answer<O> | Promise<Answer<O>>);
};

/** How an operation is answered: always the same, or by its request. */
export type Responder<O extends OperationId> = Responders[O];

export interface OnOptions {
  /** Pattern of the API's address; any origin with `/api/v1` when absent. */
  readonly baseUrl?: string;
  /** Answer once, then let the next handler speak. */
  readonly once?: boolean;
  /** Milliseconds before the answer. */
  readonly delayMs?: number;
}

const ANY_ORIGIN = '*/api/v1';

/**
 * A msw handler of one operation of the contract. An unknown operation, a wrong body or a wrong answer does not compile.
 * @example
 * on('searchPatients', ({ body }) => searchResult([candidate(pierreLacombe)], body.identityDocument !== undefined));
 * on('listRecords', offline());
 */
export function on<O extends OperationId>(operation: O, responder: Responder<O>, options: OnOptions = {}): HttpHandler {
  const { baseUrl = ANY_ORIGIN, once = false, delayMs } = options;
  const [method, path, status] = routes[operation];
  const loose: unknown = responder;
  const address = baseUrl + path.replace(/\{(\w+)\}/g, ':$1');
  return http[method](
    address,
    async ({ request, params }) => {
      if (delayMs !== undefined) await delay(delayMs);
      const call = {
        operation,
        params,
        query: Object.fromEntries(new URL(request.url).searchParams),
        body: await readBody(request),
        headers: request.headers,
        request,
      };
      return respond(await answerOf(loose as AnyResponder, call), status);
    },
    { once },
  );
}

/** Inside, once the compiler has checked the caller's side, an answer is just an answer. */
type AnyResponder = ((call: object) => unknown) | object | undefined;

async function answerOf(responder: AnyResponder, call: object): Promise<unknown> {
  try {
    return typeof responder === 'function' ? await (responder as (call: object) => unknown)(call) : responder;
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return request.clone().json();
  if (type.includes('octet-stream')) return request.clone().blob();
  if (type.includes('form-urlencoded')) return Object.fromEntries(new URLSearchParams(await request.clone().text()));
  return undefined;
}

async function respond(answer: unknown, status: number): Promise<Response> {
  if (answer instanceof Failure) return answer.respond();
  if (answer instanceof Response) return answer;
  if (answer === undefined) return new HttpResponse(null, { status });
  if (answer instanceof Blob) {
    const headers = { 'Content-Type': answer.type || 'application/octet-stream' };
    return new HttpResponse(await answer.arrayBuffer(), { status, headers });
  }
  return new HttpResponse(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
}
