import { createHmac } from 'node:crypto';
import { fail, ok } from '@spico/domain/values/outcome';
import type { ProSanteConnectSignIn, StartSignIn } from '../../connectors/pro-sante-connect/index.ts';
import { hashSecret } from '../../platform/access.ts';
import { publicUseCase } from '../../platform/use-case.ts';
import { insertDeparture, takeDeparture } from './departure.repository.ts';
import { linkProfessional } from './link-professional.ts';
import { type OpenedSession, openSession, type SessionTerms } from './open-session.ts';

/**
 * State, nonce and PKCE verifier of a departure all follow from one secret that only the browser's cookie holds: a return
 * in another browser, or a copy of our table, is of no use.
 */
export function checksOf(secret: string, redirectUri: string): StartSignIn {
  const derive = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  return { redirectUri, state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('code verifier') };
}

/** Remembers that a browser left for Pro Santé Connect, and where it wants to come back to. */
export const depart = publicUseCase<{ secret: string; returnTo: string }, undefined>({
  action: 'account.sign-in',
  async execute({ secret, returnTo }, { tx, audit }) {
    audit.detail('step', 'departure');
    await insertDeparture(tx, hashSecret(secret), returnTo);
    return ok(undefined);
  },
});

/** A return is taken once, and only from the browser that left. */
export const takeReturn = publicUseCase<{ secret: string }, { returnTo: string }>({
  action: 'account.sign-in',
  async execute({ secret }, { tx, audit }) {
    audit.detail('step', 'return');
    const returnTo = await takeDeparture(tx, hashSecret(secret));
    if (returnTo !== undefined) return ok({ returnTo });
    audit.because('no-departure');
    return fail({ code: 'sign-in-failed' });
  },
});

/** Opens the session of the person Pro Santé Connect vouches for (F-06). */
export const signInVouched = publicUseCase<{ identity: ProSanteConnectSignIn; terms: SessionTerms }, OpenedSession>({
  action: 'account.sign-in',
  async execute({ identity, terms }, context) {
    context.audit.detail('step', 'session');
    const linked = await linkProfessional(context.tx, context.ids, identity);
    if (!linked.ok) {
      context.audit.because(linked.failure);
      return fail({ code: 'sign-in-failed', reason: linked.failure });
    }
    const { idToken } = identity;
    return ok(await openSession(context, { ...linked.value, assurance: 'psc', idToken }, terms));
  },
});

/** Leaves a trace of a sign-in that went wrong outside. */
export const noteFailure = publicUseCase<{ why: string }, never>({
  action: 'account.sign-in',
  async execute({ why }, { audit }) {
    audit.detail('step', 'session').because(why);
    return fail({ code: 'sign-in-failed' });
  },
});
