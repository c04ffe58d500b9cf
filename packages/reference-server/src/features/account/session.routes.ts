import { type Handlers, route, routeInSteps } from '../../http/handler.ts';
import { ok } from '@spico/domain/values/outcome';
import type { ProSanteConnect } from '../../connectors/pro-sante-connect/index.ts';
import { secret } from '../../platform/ids.ts';
import { unseal } from '../../platform/seal.ts';
import type { Settings } from '../../platform/settings.ts';
import { toAccessToken, toMe, toSession } from './account.mapper.ts';
import { clearedCookie } from './cookies.ts';
import { readMe } from './read-me.ts';
import { chooseAccount, createSessionToken, lockSession, readSession, signOut } from './session.use-cases.ts';
import { sessionCookieName } from '../../http/security.ts';

/** What belongs to a session once it is open. */
export function sessionHandlers(
  settings: Settings,
  psc: ProSanteConnect | undefined,
  idTokenKey: Uint8Array,
): Handlers {
  /** Where the browser leaves the national session; undefined when there is none, or its service does not answer. */
  async function farewell(ended: { sessionId: string; idToken: Uint8Array | null }): Promise<string | undefined> {
    if (!psc || !ended.idToken) return undefined;
    try {
      const idToken = Buffer.from(unseal(idTokenKey, ended.idToken, ended.sessionId)).toString('utf8');
      const home = `${settings.publicOrigin}/`;
      return (await psc.endSessionUrl({ idToken, postLogoutRedirectUri: home, state: secret() })).href;
    } catch {
      // Ours has ended; that is what was asked for.
      return undefined;
    }
  }

  return {
    getSession: route('getSession', {
      useCase: readSession,
      command: () => undefined,
      answer: (view) => ({ status: 200, body: toSession(view) }),
    }),
    chooseSessionAccount: route('chooseSessionAccount', {
      useCase: chooseAccount,
      command: ({ body }) => ({ accountId: body.accountId, practiceId: body.practiceId }),
      answer: (view) => ({ status: 200, body: toSession(view) }),
    }),
    createSessionToken: route('createSessionToken', {
      useCase: createSessionToken,
      command: ({ body }) => ({ activity: body.activity ?? true }),
      answer: (token) => ({ status: 201, body: toAccessToken(token) }),
    }),
    lockSession: route('lockSession', {
      useCase: lockSession,
      command: () => undefined,
      answer: (view) => ({ status: 200, body: toSession(view) }),
    }),
    signOut: routeInSteps('signOut', {
      useCase: signOut,
      async run(runner, { caller }) {
        let ended: { sessionId: string; idToken: Uint8Array | null } | undefined;
        const outcome = await runner.run(signOut, undefined, caller, (value) => {
          ended = value;
          return { status: 200 };
        });
        if (!outcome.ok || !ended) return outcome;
        const endSessionUrl = await farewell(ended);
        return ok({
          status: 200,
          headers: { 'set-cookie': clearedCookie(settings, sessionCookieName(settings.publicOrigin)) },
          body: endSessionUrl === undefined ? {} : { endSessionUrl },
        });
      },
    }),
    getMe: route('getMe', {
      useCase: readMe,
      command: () => undefined,
      answer: (me) => ({ status: 200, body: toMe(me) }),
    }),
  };
}
