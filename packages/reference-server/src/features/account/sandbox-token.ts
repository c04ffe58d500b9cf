import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { fail, ok } from '@spico/domain/values/outcome';
import type { Settings } from '../../platform/settings.ts';
import { publicUseCase } from '../../platform/use-case.ts';
import { findClientByOrigin, portalClient } from './client.repository.ts';
import { demoProfessional } from './demo-professional.ts';
import { findChoices, type IssuedToken } from './session.repository.ts';
import { tokenOfClientSession } from './client-session.ts';

/** Whether an origin is one of this server's own names. */
export type IsOwn = (origin: string) => boolean;

/**
 * Demo only: a token for an invented professional, without any sign-in. Somebody with several practices works in the
 * first. Bound to the page that asks; without a page, to none.
 */
export const createSandboxToken = (settings: Settings, isOwn: IsOwn) =>
  publicUseCase<{ professional: string }, IssuedToken>({
    action: 'account.sandbox-token',
    async execute({ professional }, context) {
      if (!settings.demo) return fail({ code: 'not-found' });
      const { tx, caller, ids, audit } = context;
      const { origin } = caller;
      const own = origin === undefined || isOwn(origin);
      const client = own ? { id: portalClient, scopes: CLIENT_SCOPES } : await findClientByOrigin(tx, origin);
      if (!client) return fail({ code: 'origin-not-allowed' });
      const person = await demoProfessional(tx, ids, professional);
      if (!person) return fail({ code: 'not-found' });
      const [choice] = await findChoices(tx, person.personId);
      if (!choice) return fail({ code: 'not-found' });
      const given = await tokenOfClientSession(context, {
        personId: person.personId,
        choice,
        assurance: 'sandbox',
        idleSeconds: settings.sessionIdleSeconds,
        clientId: client.id,
        origin,
        scopes: client.scopes,
      });
      audit.actedBy(choice.accountId, person.personId, given.sessionId).by(client.id);
      return ok(given.token);
    },
  });
