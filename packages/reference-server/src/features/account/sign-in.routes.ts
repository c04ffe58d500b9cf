import { parseLoginEmail } from '@spico/domain/values/account/login-email';
import { ok } from '@spico/domain/values/outcome';
import { type ProSanteConnect, ProSanteConnectError } from '../../connectors/pro-sante-connect/index.ts';
import { type Handlers, route, routeInSteps } from '../../http/handler.ts';
import { sessionCookieName } from '../../http/security.ts';
import { FailureError } from '../../platform/failure.ts';
import { secret } from '../../platform/ids.ts';
import type { Answer } from '../../platform/answer.ts';
import type { Runner } from '../../platform/runner.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Caller } from '../../platform/use-case.ts';
import { toSession } from './account.mapper.ts';
import { clearedCookie, httpOnlyCookie } from './cookies.ts';
import { departureMinutes } from './departure.repository.ts';
import { type OneTimeCodeDeps, sendOneTimeCode, verifyOneTimeCode } from './one-time-code.use-cases.ts';
import { checksOf, depart, noteFailure, signInVouched, takeReturn } from './pro-sante-sign-in.ts';
import { readOptions } from './read-options.ts';
import { run } from './run-step.ts';

const departurePath = '/api/v1/session/pro-sante-connect';
const departureCookie = 'spico_departure';

/** What signing in stands on. */
export interface SignInDeps extends OneTimeCodeDeps {
  readonly settings: Settings;
  readonly psc: ProSanteConnect | undefined;
  readonly idTokenKey: Uint8Array;
}

/** A path of the portal: anything that a browser could take for another host is refused. */
function pathOf(returnTo: string | undefined, publicOrigin: string): string {
  const path = returnTo ?? '/';
  const safe = path.startsWith('/') && !/^\/[/\\]/.test(path) && URL.canParse(path, publicOrigin);
  if (!safe || new URL(path, publicOrigin).origin !== publicOrigin) {
    throw new FailureError({ code: 'invalid-request', fields: [{ pointer: '?returnTo', code: 'not-a-path' }] });
  }
  return path;
}

/** The two ways in (F-06). */
export function signInHandlers(deps: SignInDeps): Handlers {
  const { settings, psc, idTokenKey } = deps;
  const redirectUri = `${settings.publicOrigin}${departurePath}/callback`;
  const cookieName = sessionCookieName(settings.publicOrigin);
  const termsOf = (cookies: Readonly<Record<string, string>>) => ({
    idleSeconds: settings.sessionIdleSeconds,
    idTokenKey,
    formerSecret: cookies[cookieName],
  });
  const opened = (sessionSecret: string) => httpOnlyCookie(settings, cookieName, sessionSecret);
  const departed = clearedCookie(settings, departureCookie, departurePath);

  /** Back to the portal, which says that it did not work and offers both ways again; never why. */
  const apology = (why = '1'): Answer => ({
    status: 302,
    headers: { location: `${settings.publicOrigin}/?sign-in-failed=${why}`, 'set-cookie': departed },
  });
  const failed = async (runner: Runner, caller: Caller, why: string) => {
    await run(runner, noteFailure, { why }, caller);
    return ok(apology());
  };
  const codeOf = (error: unknown): string => {
    if (error instanceof ProSanteConnectError) return error.code;
    throw error;
  };

  return {
    getSessionOptions: route('getSessionOptions', {
      useCase: readOptions(settings),
      command: () => undefined,
      answer: ({ signInMethods, ...options }) => ({
        status: 200,
        body: { ...options, signInMethods: [...signInMethods] },
      }),
    }),

    startProSanteConnect: routeInSteps('startProSanteConnect', {
      useCase: depart,
      async run(runner, { query, caller }) {
        const returnTo = pathOf(query.returnTo, settings.publicOrigin);
        if (!psc) return failed(runner, caller, 'not-offered');
        const kept = secret();
        try {
          const location = (await psc.start(checksOf(kept, redirectUri))).href;
          const noted = await run(runner, depart, { secret: kept, returnTo }, caller);
          if (!noted.ok) return noted;
          const terms = { path: departurePath, maxAgeSeconds: departureMinutes * 60 };
          const cookie = httpOnlyCookie(settings, departureCookie, kept, terms);
          return ok({ status: 302, headers: { location, 'set-cookie': cookie } });
        } catch (error) {
          return failed(runner, caller, codeOf(error));
        }
      },
    }),

    finishProSanteConnect: routeInSteps('finishProSanteConnect', {
      useCase: takeReturn,
      async run(runner, { query, caller, cookies }) {
        if (!psc) return failed(runner, caller, 'not-offered');
        const kept = cookies[departureCookie] ?? '';
        const taken = await run(runner, takeReturn, { secret: kept }, caller);
        if (!taken.ok) return ok(apology());
        const returned = new URL(redirectUri);
        for (const [name, value] of Object.entries(query)) returned.searchParams.set(name, value);
        try {
          const identity = await psc.finish(returned, checksOf(kept, redirectUri));
          const session = await run(runner, signInVouched, { identity, terms: termsOf(cookies) }, caller);
          // Known to the national service, unknown to the matrix: said, so that they know whom to ask.
          if (!session.ok) return ok(apology(session.failure.reason));
          const location = `${settings.publicOrigin}${taken.value.returnTo}`;
          return ok({ status: 302, headers: { location, 'set-cookie': [opened(session.value.secret), departed] } });
        } catch (error) {
          return failed(runner, caller, codeOf(error));
        }
      },
    }),

    sendOneTimeCode: route('sendOneTimeCode', {
      useCase: sendOneTimeCode(deps),
      command({ body }) {
        const email = parseLoginEmail(body.email);
        if (email.ok) return { email: email.value };
        throw new FailureError({ code: 'invalid-request', fields: [{ pointer: '/email', code: email.failure }] });
      },
      answer: ({ challengeId, expiresAt }) => ({
        status: 202,
        body: { challengeId, expiresAt: expiresAt.toISOString() },
      }),
    }),

    verifyOneTimeCode: route('verifyOneTimeCode', {
      useCase: verifyOneTimeCode(deps),
      command: ({ body, cookies }) => ({
        challengeId: body.challengeId,
        code: body.code,
        terms: termsOf(cookies),
      }),
      answer: (session) => ({
        status: 200,
        headers: { 'set-cookie': opened(session.secret) },
        body: toSession(session.view),
      }),
    }),
  };
}
