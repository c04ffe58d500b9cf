import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Configuration } from 'oidc-provider';
import { Html } from '../pages/html.ts';
import { PSC_CLAIMS } from './claims.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';

// Cookies ignore the port: these names keep clear of the ones of the software under test.
export const SESSION_COOKIE = 'psc_bas_session';

/** Seconds. */
const TTL = {
  AccessToken: 600,
  AuthorizationCode: 60,
  Grant: 4 * 3600,
  IdToken: 3600,
  Interaction: 3600,
  Session: 4 * 3600,
};

/** A key for this run, under a name of its own: software that kept the key of an earlier run fetches this one. */
function signingKeys(): NonNullable<Configuration['jwks']> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = `bac-a-sable-${randomBytes(4).toString('hex')}`;
  const key = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' as const, use: 'sig', alg: 'RS256', kid };
  return { keys: [key] };
}

const features: NonNullable<Configuration['features']> = {
  devInteractions: { enabled: false },
  // Any registered software may ask about any token: that is how a token of another one is exchanged.
  introspection: { enabled: true, allowedPolicy: () => true },
  revocation: { enabled: true },
  jwtUserinfo: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      ctx.type = 'html';
      // The form is the library's own and holds nothing a person typed.
      ctx.body = signOutPage(new Html(form));
    },
    postLogoutSuccessSource: (ctx) => {
      ctx.type = 'html';
      ctx.body = signedOutPage();
    },
  },
};

/** The protocol as the national service speaks it: its addresses, its claims, its level, signed answers. */
export function protocol(realm: string): Configuration {
  const cookie = { httpOnly: true, overwrite: true, sameSite: 'lax', signed: true } as const;
  return {
    jwks: signingKeys(),
    cookies: {
      names: { session: SESSION_COOKIE, interaction: 'psc_bas_interaction', resume: 'psc_bas_resume' },
      keys: [randomBytes(32).toString('base64url')],
      long: { ...cookie, path: realm },
      short: cookie,
    },
    scopes: ['openid', 'scope_all'],
    claims: { openid: ['sub'], scope_all: [...PSC_CLAIMS], acr: null, auth_time: null, sid: null },
    acrValues: ['eidas1'],
    clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    ttl: TTL,
    routes: {
      authorization: '/protocol/openid-connect/auth',
      token: '/protocol/openid-connect/token',
      userinfo: '/protocol/openid-connect/userinfo',
      jwks: '/protocol/openid-connect/certs',
      introspection: '/protocol/openid-connect/token/introspect',
      revocation: '/protocol/openid-connect/revoke',
      end_session: '/protocol/openid-connect/logout',
    },
    features,
    // Lets a resource server check the level of a token it did not ask for (token exchange).
    extraTokenClaims: (ctx) => ({ acr: ctx.oidc.entities.AuthorizationCode?.acr ?? 'eidas1' }),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error, out.error_description ?? '');
    },
  };
}
