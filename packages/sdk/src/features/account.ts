import type {
  AccessToken,
  Me,
  OneTimeCodeRequest,
  OneTimeCodeSent,
  OneTimeCodeVerification,
  SandboxTokenRequest,
  Session,
  SessionAccountChoice,
  SessionOptions,
  SignedOut,
  TokenExchangeResponse,
} from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';

/** The portal's own session, held by an HttpOnly cookie: only for pages of the server's own origin (F-06 to F-12). */
export function sessionFeature(http: Transport) {
  return {
    /**
     * Which ways to sign in this server offers.
     * @example
     * const { signInMethods, sandbox } = await client.session.getOptions();
     */
    getOptions(options?: CallOptions): Promise<SessionOptions> {
      return http.ask({ operation: 'getSessionOptions', auth: 'none', repeat: 'always' }, options, (api, init) =>
        api.GET('/session-options', init),
      );
    },

    /**
     * Who is signed in, in which account, and when the session ends. Nobody: kind `unauthenticated`.
     * @example
     * const session = await client.session.get();
     * if (session.state === 'choose-account') console.log(session.accounts.map((account) => account.label));
     */
    get(options?: CallOptions): Promise<Session> {
      return http.ask({ operation: 'getSession', auth: 'session', repeat: 'always' }, options, (api, init) =>
        api.GET('/session', init),
      );
    },

    /**
     * Address that sends the browser to Pro Santé Connect and back to `returnTo`, a path of the portal (F-06).
     * @example
     * location.assign(client.session.proSanteConnectUrl('/records'));
     */
    proSanteConnectUrl(returnTo?: string): string {
      const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
      return `${http.baseUrl}/session/pro-sante-connect${query}`;
    },

    /**
     * E-mail a one-time code. The answer is the same whether or not the address has an account (F-06).
     * @example
     * const { challengeId } = await client.session.sendOneTimeCode({ email: 'claire.martin@example.org' });
     */
    sendOneTimeCode(input: OneTimeCodeRequest, options?: CallOptions): Promise<OneTimeCodeSent> {
      return http.ask({ operation: 'sendOneTimeCode', auth: 'none', repeat: 'when-refused' }, options, (api, init) =>
        api.POST('/session/one-time-codes', { ...init, body: input }),
      );
    },

    /**
     * Open the session with the code that was received. A wrong code: kind `unauthenticated`, code `one-time-code-refused`.
     * @example
     * const { challengeId } = await client.session.sendOneTimeCode({ email: 'claire.martin@example.org' });
     * const session = await client.session.verifyOneTimeCode({ challengeId, code: '123456' });
     */
    verifyOneTimeCode(input: OneTimeCodeVerification, options?: CallOptions): Promise<Session> {
      return http.ask(
        { operation: 'verifyOneTimeCode', auth: 'session', repeat: 'when-refused' },
        options,
        (api, init) => api.POST('/session/one-time-code-verifications', { ...init, body: input }),
      );
    },

    /**
     * Choose the practice or the structure account to work in (F-08, F-09).
     * @example
     * const { accounts } = await client.session.get();
     * const [first] = accounts;
     * if (first) await client.session.chooseAccount({ accountId: first.accountId });
     */
    chooseAccount(input: SessionAccountChoice, options?: CallOptions): Promise<Session> {
      return http.ask({ operation: 'chooseSessionAccount', auth: 'session', repeat: 'always' }, options, (api, init) =>
        api.PUT('/session/account', { ...init, body: input }),
      );
    },

    /**
     * A short access token for the portal's own page. Pass `activity: false` when no act of the person caused it.
     * @example
     * const portal: SpicoClient = createSpicoClient({
     *   baseUrl: '/api/v1',
     *   getToken: async ({ reason }) => (await portal.session.createToken({ activity: reason !== 'wake' })).accessToken,
     * });
     */
    createToken(input: { activity?: boolean } = {}, options?: CallOptions): Promise<AccessToken> {
      return http.ask({ operation: 'createSessionToken', auth: 'session', repeat: 'always' }, options, (api, init) =>
        api.POST('/session/tokens', { ...init, body: input }),
      );
    },

    /**
     * Lock the screen: every token of the session stops at once (F-12).
     * @example
     * await client.session.lock();
     */
    lock(options?: CallOptions): Promise<Session> {
      return http.ask({ operation: 'lockSession', auth: 'session', repeat: 'always' }, options, (api, init) =>
        api.POST('/session/lock', init),
      );
    },

    /**
     * End the session and all its tokens. Send the browser to `endSessionUrl`, if there is one, to leave Pro Santé Connect
     * too (F-12).
     * @example
     * const { endSessionUrl } = await client.session.signOut();
     * if (endSessionUrl) location.assign(endSessionUrl);
     */
    signOut(options?: CallOptions): Promise<SignedOut> {
      return http.ask({ operation: 'signOut', auth: 'session', repeat: 'when-refused' }, options, (api, init) =>
        api.POST('/session/sign-out', init),
      );
    },
  };
}

/** Demo servers only. */
export function sandboxFeature(http: Transport) {
  return {
    /**
     * A token of a named demo professional; kind `not-found` when the server is not in sandbox mode.
     * @example
     * const { accessToken } = await client.sandbox.createToken({ professional: 'dr-martin' });
     */
    createToken(input: SandboxTokenRequest, options?: CallOptions): Promise<AccessToken> {
      return http.ask({ operation: 'createSandboxToken', auth: 'none', repeat: 'always' }, options, (api, init) =>
        api.POST('/sandbox/tokens', { ...init, body: input }),
      );
    },
  };
}

/** The person behind the token. */
export function meFeature(http: Transport) {
  return {
    /**
     * Who this token stands for, and what the embedding software may ask.
     * @example
     * const me = await client.me.get();
     * console.log(me.professional.displayName, me.mayCreateRecords);
     */
    get(options?: CallOptions): Promise<Me> {
      return http.ask({ operation: 'getMe', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/me', init),
      );
    },
  };
}

/** A registered software's own credentials. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a vendor's back end exchanges. */
export interface TokenExchange {
  /** The professional's Pro Santé Connect access token. */
  readonly subjectToken: string;
  /** Exact origin of the page that will use the token, one of those registered. */
  readonly origin: string;
  readonly practiceId?: string;
  /** Subset of the client's scopes; all of them when absent. */
  readonly scopes?: readonly string[];
}

/** For the vendor's own back end, never for a page: a secret in a page is no secret. */
export function tokenExchangeFeature(http: Transport) {
  return {
    /**
     * Exchange the professional's Pro Santé Connect token for a short access token of ours (RFC 8693, F-201).
     * @example
     * const credentials = { clientId: 'cabinet-plus', clientSecret: secretFromTheVault };
     * const { access_token } = await client.tokenExchange.exchange(credentials, {
     *   subjectToken: tokenOfTheProfessional,
     *   origin: 'https://cabinet-plus.example',
     * });
     */
    exchange(
      credentials: ClientCredentials,
      input: TokenExchange,
      options?: CallOptions,
    ): Promise<TokenExchangeResponse> {
      const { subjectToken, origin, practiceId, scopes } = input;
      const form = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' as const,
        subject_token: subjectToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token' as const,
        origin,
        ...(practiceId === undefined ? {} : { practice_id: practiceId }),
        ...(scopes === undefined ? {} : { scope: scopes.join(' ') }),
      };
      return http.ask({ operation: 'exchangeToken', auth: 'none', repeat: 'always' }, options, (api, init) =>
        api.POST('/oauth/token', {
          ...init,
          headers: {
            'Content-Type': 'application/x-www-form-urlencoded',
            Authorization: basic(credentials),
          },
          body: form,
          bodySerializer: () => new URLSearchParams(form),
        }),
      );
    },
  };
}

/** HTTP Basic with UTF-8, each part form-encoded first as OAuth asks (RFC 6749, 2.3.1). */
function basic({ clientId, clientSecret }: ClientCredentials): string {
  return `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`;
}
