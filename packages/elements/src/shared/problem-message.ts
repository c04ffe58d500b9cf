import { failureFacts } from './sdk.ts';
import frenchProblems from './locale/problems.fr.ts';
import { defineMessages, type Translate } from './locale/translate.ts';

/** The failure sentences, `problem.<code>` for a host that overrides one. */
export const problemMessages = defineMessages('problem', frenchProblems, {
  en: () => import('./locale/problems.en.ts'),
});

export type ProblemWords = Translate<typeof frenchProblems>;
type KnownCode = keyof typeof frenchProblems;

/** Everything a person and a support team need to know about one failure. */
export interface ProblemMessage {
  /** What happened and what to do, in the reader's language. */
  readonly sentence: string;
  /** Stable code, shown small beside the sentence. */
  readonly code: string;
  readonly traceId?: string;
  /** Trying the same thing again may work. */
  readonly retryable: boolean;
}

/** Chooses the sentence of any failure; an unknown code still gets a sentence by its status or kind. */
export function problemMessage(error: unknown, words: ProblemWords): ProblemMessage {
  const facts = failureFacts(error);
  const known = isKnown(facts.code) ? facts.code : fallback(facts.kind, facts.status);
  const code = facts.code ?? known;
  return {
    sentence: words(known),
    code,
    ...(facts.traceId ? { traceId: facts.traceId } : {}),
    retryable: facts.retryable ?? (known === 'network' || known === 'timeout' || known === 'widget-failed'),
  };
}

function isKnown(code: string | undefined): code is KnownCode {
  return code !== undefined && Object.hasOwn(frenchProblems, code);
}

function fallback(kind: string | undefined, status: number | undefined): KnownCode {
  if (kind === 'offline') return 'network';
  if (isKnown(kind)) return kind;
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status !== undefined) return status < 500 ? 'invalid-request' : 'internal-error';
  return 'widget-failed';
}
