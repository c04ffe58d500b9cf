import type { PublicContext } from '../../platform/use-case.ts';
import { seal } from '../../platform/seal.ts';
import { endSession, findChoices, findSessionBySecret, insertSession, unlockSession } from './session.repository.ts';

/** Somebody who has just shown who they are. */
export interface SigningIn {
  readonly personId: string;
  /** The individual account. */
  readonly accountId: string;
  readonly assurance: 'psc' | 'otp';
  /** Pro Santé Connect's, for the sign-out. */
  readonly idToken?: string;
}

/** What opening a session needs besides the person. */
export interface SessionTerms {
  readonly idleSeconds: number;
  readonly idTokenKey: Uint8Array;
  /** The secret of the session this browser had before, if any. */
  readonly formerSecret: string | undefined;
}

/** An open session and the secret for its cookie. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly secret: string;
}

/**
 * The same person unlocks the locked session, where it stood. Anybody else, or a session that was not locked, gets a new
 * one, and the former ends (F-12). With a single account to act in there is nothing to choose (F-09).
 */
export async function openSession(
  { tx, ids, audit }: PublicContext,
  who: SigningIn,
  { idleSeconds, idTokenKey, formerSecret }: SessionTerms,
): Promise<OpenedSession> {
  const former = formerSecret === undefined ? undefined : await findSessionBySecret(tx, formerSecret);
  const unlocks = former?.locked === true && former.personId === who.personId;
  const sessionId = unlocks ? former.id : ids.next();
  const idToken = who.idToken === undefined ? undefined : seal(idTokenKey, Buffer.from(who.idToken), sessionId);
  audit.actedBy(who.accountId, who.personId, sessionId).detail('way', who.assurance);
  if (unlocks) {
    audit.detail('unlocked', true);
    return { sessionId, secret: await unlockSession(tx, sessionId, { assurance: who.assurance, idToken }) };
  }
  if (former) await endSession(tx, former.id, 'replaced');
  const choices = await findChoices(tx, who.personId);
  const [only] = choices.length === 1 ? choices : [];
  const secret = await insertSession(tx, {
    id: sessionId,
    personId: who.personId,
    accountId: only?.accountId ?? who.accountId,
    practiceId: only?.practiceId,
    assurance: who.assurance,
    idleSeconds,
    idToken,
  });
  return { sessionId, secret };
}
