import type { operations } from '@spico/contract/schema';
import type { Failure } from '../platform/failure.ts';
import type { Outcome } from '@spico/domain/values/outcome';
import type { Answer } from '../platform/answer.ts';
import type { Runner } from '../platform/runner.ts';
import type { Caller, UseCase } from '../platform/use-case.ts';

/** An operation of the contract. */
export type Operation = keyof operations;

type Part<K extends Operation, P extends 'path' | 'query'> = operations[K]['parameters'] extends { [p in P]?: infer V }
  ? Exclude<V, undefined>
  : never;
type Content<R> = R extends { content: infer C }
  ? C extends { 'application/json': infer J }
    ? J
    : C extends { 'application/x-www-form-urlencoded': infer F }
      ? F
      : Uint8Array
  : undefined;
type Body<K extends Operation> = operations[K] extends { requestBody: infer R }
  ? Content<R>
  : operations[K] extends { requestBody?: infer R }
    ? Content<Exclude<R, undefined>> | undefined
    : undefined;
type Responses<K extends Operation> = operations[K]['responses'];
type Success<S> = S extends 200 | 201 | 202 | 204 | 302 ? S : never;

/** A request that has passed the contract. */
export interface Call<K extends Operation = Operation> {
  readonly params: Part<K, 'path'>;
  readonly query: Part<K, 'query'>;
  readonly body: Body<K>;
  readonly caller: Caller;
  readonly cookies: Readonly<Record<string, string>>;
  /** HTTP Basic, for operations whose security is `client`; to be verified by the use case. */
  readonly client: { readonly id: string; readonly secret: string } | undefined;
}

/** What may be answered: one of the declared successes with its body. Failures are returned by the use case. */
export type AnswerOf<K extends Operation> = {
  [S in keyof Responses<K>]: S extends Success<S>
    ? {
        readonly status: S;
        readonly headers?: Readonly<Record<string, string | readonly string[]>>;
        readonly contentType?: string;
      } & (Responses<K>[S] extends { content: infer C }
        ? [Content<{ content: C }>] extends [never]
          ? object
          : { readonly body: Content<{ content: C }> }
        : object)
    : never;
}[keyof Responses<K>];

/** A use case behind an operation: request → command, value → answer, and nothing else. */
export interface Route<K extends Operation, C, V> {
  readonly useCase: UseCase<C, V>;
  /** Wire → command. What the schema cannot say is refused by throwing `FailureError` with fields. */
  readonly command: (call: Call<K>) => C;
  readonly answer: (value: V, call: Call<K>) => AnswerOf<K>;
  /** Members of the problem beyond the usual ones (`existing`), from `failure.data`. */
  readonly problem?: (failure: Failure, call: Call<K>) => Readonly<Record<string, unknown>>;
}

/** A route whose types have been checked and may be forgotten. */
export interface Handler {
  readonly useCase: UseCase<never, unknown>;
  readonly command: (call: Call) => never;
  readonly answer: (value: never, call: Call) => Answer;
  readonly problem?: (failure: Failure, call: Call) => Readonly<Record<string, unknown>>;
  /** See `routeInSteps`. */
  readonly run?: (runner: Runner, call: Call) => Promise<Outcome<Answer, Failure>>;
}

/** Operation → handler. Each feature gives its own; app.ts joins them. */
export type Handlers = Partial<Record<Operation, Handler>>;

/** `{ searchPatients: route<'searchPatients', …>({ useCase, command, answer }) }`, with all types inferred from the name. */
export function route<K extends Operation, C, V>(_operation: K, definition: Route<K, C, V>): Handler {
  return definition as unknown as Handler;
}

/**
 * For an act that asks a service outside the house: the first use case is judged and committed, then the service is asked
 * with no transaction open, then another use case keeps the answer.
 */
export function routeInSteps<K extends Operation, C, V>(
  _operation: K,
  definition: {
    /** The first step; the binder holds its action against the contract. */
    readonly useCase: UseCase<C, V>;
    readonly run: (runner: Runner, call: Call<K>) => Promise<Outcome<Answer, Failure>>;
    readonly problem?: Route<K, C, V>['problem'];
  },
): Handler {
  const unused = (): never => {
    throw new Error('This operation runs in steps.');
  };
  return { ...definition, command: unused, answer: unused } as unknown as Handler;
}
