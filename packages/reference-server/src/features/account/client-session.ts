import type { PublicContext } from '../../platform/use-case.ts';
import {
  type AccountChoice,
  findClientSession,
  insertSession,
  type IssuedToken,
  issueToken,
  noteActivity,
} from './session.repository.ts';

/** A token for a page that has no cookie of ours. */
export interface ClientTokenRequest {
  readonly personId: string;
  readonly choice: AccountChoice;
  readonly assurance: 'psc' | 'sandbox';
  readonly idleSeconds: number;
  readonly clientId: string;
  readonly origin: string | undefined;
  readonly scopes: readonly string[];
}

/** Uses the client's live session of that person in that practice again, or opens one. Asking is activity. */
export async function tokenOfClientSession(
  { tx, ids }: PublicContext,
  { choice, ...wanted }: ClientTokenRequest,
): Promise<{ sessionId: string; token: IssuedToken }> {
  const who = { ...wanted, accountId: choice.accountId, practiceId: choice.practiceId };
  const before = await findClientSession(tx, who);
  const sessionId = before?.id ?? ids.next();
  if (before) await noteActivity(tx, sessionId);
  else await insertSession(tx, { ...who, id: sessionId });
  const { clientId, origin, scopes } = wanted;
  return { sessionId, token: await issueToken(tx, { sessionId, clientId, origin, scopes }) };
}
