import type { Tx } from '../../platform/db.ts';
import { type AccountChoice, findChoices, findSession, type LiveSession } from './session.repository.ts';

/** A session with the accounts of its owner, and where it stands. */
export interface SessionView {
  readonly session: LiveSession;
  readonly choices: readonly AccountChoice[];
  readonly current: AccountChoice | undefined;
  readonly state: 'active' | 'locked' | 'choose-account';
}

/** The choice that is exactly this account in this practice. */
export function choiceOf(
  choices: readonly AccountChoice[],
  wanted: { readonly accountId: string; readonly practiceId?: string | null | undefined },
): AccountChoice | undefined {
  return choices.find(
    ({ accountId, practiceId }) => accountId === wanted.accountId && practiceId === (wanted.practiceId ?? undefined),
  );
}

/** Read anew each time: a practice that ended a second ago is no choice any more, and the session has to choose again. */
export async function viewSession(tx: Tx, id: string): Promise<SessionView | undefined> {
  const session = await findSession(tx, id);
  if (!session) return undefined;
  const choices = await findChoices(tx, session.personId);
  const current = choiceOf(choices, session);
  return { session, choices, current, state: session.locked ? 'locked' : current ? 'active' : 'choose-account' };
}
