import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import { type Context, sessionUseCase } from '../../platform/use-case.ts';
import { portalClient } from './client.repository.ts';
import { changeAccount, endSession, type IssuedToken, issueToken, lock, noteActivity } from './session.repository.ts';
import { choiceOf, type SessionView, viewSession } from './session-view.ts';

const ended: Failure = { code: 'session-ended' };

async function seen(context: Context): Promise<Outcome<SessionView, Failure>> {
  const view = await viewSession(context.tx, context.session.id);
  return view ? ok(view) : fail(ended);
}

/** The same, for what a locked screen must not do. */
async function open(context: Context): Promise<Outcome<SessionView, Failure>> {
  const view = await seen(context);
  return view.ok && view.value.state === 'locked' ? fail({ code: 'session-locked' }) : view;
}

/** Who is here, and until when. Looking is no activity: a page left alone does not keep its session alive. */
export const readSession = sessionUseCase<undefined, SessionView>({
  action: 'account.read-session',
  execute: (_command, context) => seen(context),
});

/** Works in another practice, or as a structure (F-08, F-09). */
export const chooseAccount = sessionUseCase<{ accountId: string; practiceId?: string | undefined }, SessionView>({
  action: 'account.choose',
  async execute(wanted, context) {
    const view = await open(context);
    if (!view.ok) return view;
    const { choices, session } = view.value;
    const ofAccount = choices.filter((one) => one.accountId === wanted.accountId);
    // Without a practice: only where there is one way to understand it.
    const choice = wanted.practiceId === undefined && ofAccount.length === 1 ? ofAccount[0] : choiceOf(choices, wanted);
    if (!choice) return fail({ code: 'forbidden', reason: 'not-your-account' });
    await changeAccount(context.tx, session.id, choice);
    context.audit.detail('chosen', choice.practiceId ?? choice.accountId);
    return seen(context);
  },
});

/** A short token for the portal's own page. Before an account is chosen it says who, and reaches nothing. */
export const createSessionToken = sessionUseCase<{ activity: boolean }, IssuedToken>({
  action: 'account.issue-token',
  async execute({ activity }, context) {
    const view = await open(context);
    if (!view.ok) return view;
    const { id } = view.value.session;
    if (activity) await noteActivity(context.tx, id);
    const { origin } = context.caller;
    return ok(await issueToken(context.tx, { sessionId: id, clientId: portalClient, origin, scopes: CLIENT_SCOPES }));
  },
});

/** Leaves the screen for a moment: every token of the session stops at once (F-12). */
export const lockSession = sessionUseCase<undefined, SessionView>({
  action: 'account.lock',
  async execute(_command, context) {
    await lock(context.tx, context.session.id);
    return seen(context);
  },
});

/** Ends the session and all its tokens (F-12); gives back what ends the national session too. */
export const signOut = sessionUseCase<undefined, { sessionId: string; idToken: Uint8Array | null }>({
  action: 'account.sign-out',
  async execute(_command, context) {
    const view = await seen(context);
    if (!view.ok) return view;
    const { id, idToken } = view.value.session;
    await endSession(context.tx, id, 'signed-out');
    return ok({ sessionId: id, idToken });
  },
});
