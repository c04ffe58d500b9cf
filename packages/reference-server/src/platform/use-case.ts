import type { Actor, RecordState, Relation } from '@spico/domain/rules/access/actor';
import type { AccessQuestion } from '@spico/domain/rules/access/decide';
import type { Outcome } from '@spico/domain/values/outcome';
import type { Credential, SessionFacts } from './access.ts';
import type { AuditNote } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Tx } from './db.ts';
import type { Failure } from './failure.ts';
import type { Ids } from './ids.ts';

/** What the request brought with it, besides the command. */
export interface Caller {
  readonly requestId: string;
  readonly credential: Credential;
  /** The page the request says it comes from. */
  readonly origin: string | undefined;
  readonly language: 'fr' | 'en';
  readonly address: string;
  readonly idempotency?: { readonly key: string; readonly fingerprint: Uint8Array };
  /** From `If-Match`. */
  readonly expectedVersion?: number;
}

/** What every use case may use. */
export interface PublicContext {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly audit: AuditNote;
  readonly caller: Caller;
  /** Work to be done after commit, see jobs.ts. */
  enqueue(job: string, data: object, options?: { afterSeconds?: number; onceKey?: string }): Promise<void>;
  /**
   * Compares the version a row has with the one the caller started from (`If-Match`).
   * @returns `version-stale` to be returned, or undefined
   */
  stale(currentVersion: number): Failure | undefined;
}

/** The same, once it is known who acts. */
export interface Context extends PublicContext {
  readonly actor: Actor;
  readonly session: SessionFacts;
  readonly relation: Relation;
  readonly recordState: RecordState | undefined;
  /** The clock's instant, so that a context is a `Situation` for `allowedActions` and `sectionRights`. */
  readonly now: Date;
}

/** What the judge has to know: which record, and the facts the rule asks for. */
export interface AccessFacts {
  readonly record?: string;
  readonly facts?: AccessQuestion['facts'];
}

/** One thing a person can do. Made by `useCase`, `sessionUseCase` or `publicUseCase`; run by the runner only. */
export type UseCase<C, V> =
  | {
      readonly reach: 'judged';
      readonly action: string;
      /** Sections whose content the answer shows; written to the audit trail. */
      readonly sections?: readonly string[];
      readonly access: (command: C) => AccessFacts;
      readonly execute: (command: C, context: Context) => Promise<Outcome<V, Failure>>;
    }
  | {
      readonly reach: 'session';
      readonly action: string;
      readonly execute: (command: C, context: Context) => Promise<Outcome<V, Failure>>;
    }
  | {
      readonly reach: 'public';
      readonly action: string;
      readonly execute: (command: C, context: PublicContext) => Promise<Outcome<V, Failure>>;
    };

type Judged<C, V> = Extract<UseCase<C, V>, { reach: 'judged' }>;

/** An act that is judged: who may, on what, then the deed. Without `access` it does not compile. */
export function useCase<C, V>(definition: Omit<Judged<C, V>, 'reach'>): UseCase<C, V> {
  return { reach: 'judged', ...definition };
}

/** An act on one's own session (sign out, choose an account): a live session is all it takes. */
export function sessionUseCase<C, V>(
  definition: Omit<Extract<UseCase<C, V>, { reach: 'session' }>, 'reach'>,
): UseCase<C, V> {
  return { reach: 'session', ...definition };
}

/** An act open to everybody (start a sign-in). Audited like the others. */
export function publicUseCase<C, V>(
  definition: Omit<Extract<UseCase<C, V>, { reach: 'public' }>, 'reach'>,
): UseCase<C, V> {
  return { reach: 'public', ...definition };
}
