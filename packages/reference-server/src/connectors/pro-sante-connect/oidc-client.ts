import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { isLoopback } from '../loopback.ts';
import { readClaims } from './claims.ts';
import {
  type PresentedToken,
  type ProSanteConnect,
  ProSanteConnectError,
  type ProSanteConnectFailure,
  type ProSanteConnectIdentity,
  type ProSanteConnectSignIn,
  type SignInChecks,
  type StartSignIn,
} from './port.ts';
import type { ProSanteConnectSettings } from './settings.ts';

/** Failures of the network or of a server in trouble, as the library names them. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

function failureOf(error: unknown): ProSanteConnectFailure {
  if (error instanceof oidc.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? 'unavailable' : 'refused';
  if (error instanceof oidc.ClientError) return UNREACHABLE.has(error.code ?? '') ? 'unavailable' : 'invalid-answer';
  // `fetch` says TypeError for a host that does not answer, DOMException for a time-out.
  const offline = error instanceof TypeError && /fetch failed|network/i.test(error.message);
  return offline || error instanceof DOMException ? 'unavailable' : 'invalid-answer';
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProSanteConnectError ? error : new ProSanteConnectError(failureOf(error), error);
  }
}

/** OpenID Connect with what the national service adds: its discovery name, a mandatory level, a signed userinfo. */
export class OidcProSanteConnect implements ProSanteConnect {
  readonly #settings: ProSanteConnectSettings;
  #configuration: Promise<oidc.Configuration> | undefined;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(settings: ProSanteConnectSettings) {
    this.#settings = settings;
  }

  start(request: StartSignIn): Promise<URL> {
    return named(async () =>
      oidc.buildAuthorizationUrl(await this.#discovered(), {
        redirect_uri: request.redirectUri,
        scope: this.#settings.scope,
        acr_values: this.#settings.acr,
        state: request.state,
        nonce: request.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(request.codeVerifier),
        code_challenge_method: 'S256',
      }),
    );
  }

  finish(callbackUrl: URL, checks: SignInChecks): Promise<ProSanteConnectSignIn> {
    return named(async () => {
      // The library sends the address without its query as redirect_uri: it has to be the registered one, whatever proxy we are behind.
      const returned = new URL(checks.redirectUri);
      returned.search = callbackUrl.search;
      const tokens = await oidc.authorizationCodeGrant(await this.#discovered(), returned, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const idToken = tokens.id_token;
      if (!claims || !idToken) throw new ProSanteConnectError('invalid-answer');
      this.#checkLevel(claims.acr);
      const identity = await this.#identity(tokens.access_token, this.#settings.clientId, claims.sub);
      const expiresIn = tokens.expiresIn();
      return { ...identity, idToken, ...(expiresIn === undefined ? {} : { expiresIn }) };
    });
  }

  present(accessToken: string): Promise<PresentedToken> {
    return named(async () => {
      const token = await oidc.tokenIntrospection(await this.#discovered(), accessToken);
      if (!token.active || !token.client_id || !token.exp) throw new ProSanteConnectError('invalid-token');
      this.#checkLevel(token.acr);
      const identity = await this.#identity(accessToken, token.client_id, token.sub);
      return { ...identity, clientId: token.client_id, expiresAt: token.exp };
    });
  }

  endSessionUrl(request: { idToken: string; postLogoutRedirectUri: string; state: string }): Promise<URL> {
    return named(async () =>
      oidc.buildEndSessionUrl(await this.#discovered(), {
        id_token_hint: request.idToken,
        post_logout_redirect_uri: request.postLogoutRedirectUri,
        state: request.state,
      }),
    );
  }

  /** Asking for the level is not enough: what comes back has to say it (R15). */
  #checkLevel(acr: unknown): void {
    if (acr !== this.#settings.acr) throw new ProSanteConnectError('level-too-low');
  }

  /** Read once and kept; a failure is forgotten so that the next sign-in tries again. */
  #discovered(): Promise<oidc.Configuration> {
    this.#configuration ??= this.#discover().catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, discoveryDocument, clientId, clientSecret, clientAuthentication, timeoutSeconds } = this.#settings;
    const document = new URL(`${issuer}/.well-known/${discoveryDocument}`);
    const loopback = document.protocol === 'http:' && isLoopback(document);
    const configuration = await oidc.discovery(
      document,
      clientId,
      { id_token_signed_response_alg: 'RS256' },
      clientAuthentication === 'post' ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret),
      {
        timeout: timeoutSeconds,
        execute: [oidc.enableNonRepudiationChecks, ...(loopback ? [oidc.allowInsecureRequests] : [])],
      },
    );
    // With a document name of its own the library does not compare: whoever answers must be the issuer we were told.
    if (configuration.serverMetadata().issuer !== issuer) throw new ProSanteConnectError('invalid-answer');
    return configuration;
  }

  async #identity(
    accessToken: string,
    audience: string,
    expectedSubject: string | undefined,
  ): Promise<ProSanteConnectIdentity> {
    const claims = await this.#userinfo(accessToken, audience);
    const person = readClaims(claims);
    if (!person || (expectedSubject !== undefined && person.subject !== expectedSubject)) {
      throw new ProSanteConnectError('invalid-answer');
    }
    return { ...person, acr: this.#settings.acr, accessToken };
  }

  /** JSON, or a JWT whose signature, issuer and audience are checked. */
  async #userinfo(accessToken: string, audience: string): Promise<JWTPayload> {
    const endpoint = (await this.#discovered()).serverMetadata().userinfo_endpoint;
    if (!endpoint) throw new ProSanteConnectError('invalid-answer');
    const response = await fetch(endpoint, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/jwt, application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(this.#settings.timeoutSeconds * 1000),
    });
    if (response.status === 401 || response.status === 403) throw new ProSanteConnectError('invalid-token');
    if (!response.ok) throw new ProSanteConnectError('unavailable');
    const body = await response.text();
    const type = response.headers.get('content-type')?.split(';')[0]?.trim();
    if (type === 'application/jwt') return this.#verified(body, audience);
    if (type === 'application/json') return JSON.parse(body) as JWTPayload;
    throw new ProSanteConnectError('invalid-answer');
  }

  async #verified(jwt: string, audience: string): Promise<JWTPayload> {
    const { userinfoAlgorithm, clientSecret, issuer } = this.#settings;
    const options = { algorithms: [userinfoAlgorithm], issuer, audience, clockTolerance: 30 };
    if (userinfoAlgorithm === 'HS256') {
      return (await jwtVerify(jwt, new TextEncoder().encode(clientSecret), options)).payload;
    }
    const address = (await this.#discovered()).serverMetadata().jwks_uri;
    if (!address) throw new ProSanteConnectError('invalid-answer');
    this.#keys ??= createRemoteJWKSet(new URL(address), { timeoutDuration: this.#settings.timeoutSeconds * 1000 });
    return (await jwtVerify(jwt, this.#keys, options)).payload;
  }
}
