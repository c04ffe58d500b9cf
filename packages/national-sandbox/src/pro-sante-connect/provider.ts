import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Account,
  type ClientMetadata,
  type Configuration,
  errors,
  type Interaction,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import type { SandboxProfessional } from '../cast.ts';
import type { Faults } from '../faults.ts';
import { Html } from '../pages/html.ts';
import { PAGE_HEADERS } from '../pages/layout.ts';
import { claimsOf, PSC_CLAIMS, subjectOf } from './claims.ts';
import { choicePage, errorPage, signedOutPage, signOutPage } from './pages.ts';
import { ProviderStore } from './store.ts';

/** The path of the real realm, so that addresses look like the real ones. */
export const REALM_PATH = '/auth/realms/esante-wallet';
/** The name the real service gives to its discovery document. */
export const WALLET_DISCOVERY = '/.well-known/wallet-openid-configuration';
const STANDARD_DISCOVERY = '/.well-known/openid-configuration';

export interface SandboxClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Where the browser may be sent after signing out; the origins of `redirectUris` are always allowed at `/`. */
  readonly postLogoutRedirectUris?: readonly string[];
  /** How userinfo answers: `jwt` is the real service's habit. */
  readonly userinfo?: 'json' | 'jwt';
  readonly name?: string;
}

export interface ProSanteConnectOptions {
  readonly origin: string;
  readonly clients: readonly SandboxClient[];
  readonly professionals: readonly SandboxProfessional[];
  readonly faults: Faults;
}

const TTL = {
  AccessToken: 600,
  AuthorizationCode: 60,
  Grant: 4 * 3600,
  IdToken: 3600,
  Interaction: 3600,
  Session: 4 * 3600,
};

function clientMetadata(client: SandboxClient): ClientMetadata {
  const homes = client.redirectUris.map((uri) => `${new URL(uri).origin}/`);
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    client_name: client.name ?? client.clientId,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...new Set([...homes, ...(client.postLogoutRedirectUris ?? [])])],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
    ...(client.userinfo === 'json' ? {} : { userinfo_signed_response_alg: 'RS256' as const }),
  };
}

/** Every request asks again, even inside a session: in a demonstration one person plays several. `prompt=none` still works. */
function policy(): interactionPolicy.Prompt[] {
  const prompts = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const asksForLevel = (ctx: KoaContextWithOIDC): boolean =>
    String(ctx.oidc.params?.acr_values ?? '')
      .split(' ')
      .includes('eidas1');
  prompts
    .get('login')
    ?.checks.add(
      new Check('level_missing', 'acr_values=eidas1 is mandatory', 'invalid_request', (ctx) => !asksForLevel(ctx)),
    );
  prompts.get('login')?.checks.add(
    new Check('choose_professional', 'a professional has to be chosen', 'login_required', (ctx) => {
      const asked = String(ctx.oidc.params?.prompt ?? '').split(' ');
      return !asked.includes('none') && !ctx.oidc.result?.login;
    }),
  );
  return prompts;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 10_000) throw new errors.InvalidRequest('form too large');
  }
  return new URLSearchParams(text);
}

/** Pro Santé Connect over its real protocol; sign-in costs one press instead of a card or a phone. */
export class ProSanteConnectSandbox {
  readonly issuer: string;
  readonly #provider: Provider;
  readonly #store = new ProviderStore();
  readonly #people: ReadonlyMap<string, SandboxProfessional>;
  readonly #callback: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly #faults: Faults;

  constructor(options: ProSanteConnectOptions) {
    this.issuer = `${options.origin}${REALM_PATH}`;
    this.#faults = options.faults;
    this.#people = new Map(options.professionals.map((professional) => [subjectOf(professional), professional]));
    this.#provider = new Provider(this.issuer, this.#configuration(options.clients));
    this.#provider.use((ctx, next) => this.#around(ctx as KoaContextWithOIDC, next));
    this.#callback = this.#provider.callback();
  }

  /** Whether a request is for this service. */
  owns(url: string): boolean {
    return url.startsWith(`${REALM_PATH}/`);
  }

  /** Mounted under the realm: the library reads the path it lives at from `originalUrl`. */
  handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): void {
    request.originalUrl = (request.url ?? '').replace(WALLET_DISCOVERY, STANDARD_DISCOVERY);
    request.url = request.originalUrl.slice(REALM_PATH.length);
    void this.#callback(request, response);
  }

  #configuration(clients: readonly SandboxClient[]): Configuration {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signingKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'bac-a-sable' };
    const cookie = { path: REALM_PATH, httpOnly: true, overwrite: true, sameSite: 'lax', signed: true } as const;
    return {
      adapter: this.#store.adapter,
      clients: clients.map(clientMetadata),
      jwks: { keys: [signingKey as unknown as NonNullable<Configuration['jwks']>['keys'][number]] },
      cookies: {
        // Cookies ignore the port: these names keep clear of the ones of the software under test.
        names: { session: 'psc_bas_session', interaction: 'psc_bas_interaction', resume: 'psc_bas_resume' },
        keys: [randomBytes(32).toString('base64url')],
        long: cookie,
        short: { httpOnly: true, overwrite: true, sameSite: 'lax', signed: true },
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
      features: {
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
            ctx.body = signOutPage(form, (source) => new Html(source));
          },
          postLogoutSuccessSource: (ctx) => {
            ctx.type = 'html';
            ctx.body = signedOutPage();
          },
        },
      },
      interactions: { policy: policy(), url: (_ctx, interaction) => `${REALM_PATH}/interaction/${interaction.uid}` },
      findAccount: (_ctx, subject) => this.#account(subject),
      // Consent is not asked: Pro Santé Connect does not ask for it either.
      loadExistingGrant: async (ctx) => {
        const { client, session } = ctx.oidc;
        if (!client || !session?.accountId) return undefined;
        const known = session.grantIdFor(client.clientId);
        const grant =
          (known ? await this.#provider.Grant.find(known) : undefined) ??
          new this.#provider.Grant({ accountId: session.accountId, clientId: client.clientId });
        grant.addOIDCScope('openid scope_all');
        await grant.save();
        return grant;
      },
      // Lets a resource server check the level of a token it did not ask for (token exchange).
      extraTokenClaims: (ctx) => ({ acr: ctx.oidc.entities.AuthorizationCode?.acr ?? 'eidas1' }),
      renderError: (ctx, out) => {
        ctx.type = 'html';
        ctx.body = errorPage(out.error, out.error_description ?? '');
      },
    };
  }

  #account(subject: string): Account | undefined {
    const professional = this.#people.get(subject);
    return professional && { accountId: subject, claims: () => claimsOf(professional) };
  }

  async #around(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
    ctx.set(PAGE_HEADERS);
    if (/^\/interaction\/[\w-]+$/.test(ctx.path)) return this.#choose(ctx);
    await next();
    if (ctx.oidc?.route === 'end_session' && ctx.status === 200) await this.#signOutAtOnce(ctx);
  }

  /** The page of the people, and the press on one of them. */
  async #choose(ctx: KoaContextWithOIDC): Promise<void> {
    const interaction = await this.#provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction) {
      ctx.status = 400;
      ctx.type = 'html';
      ctx.body = errorPage('interaction_not_found', 'La demande a expiré ou a déjà servi.');
      return;
    }
    if (interaction.prompt.reasons.includes('level_missing')) {
      return this.#finish(ctx, { error: 'invalid_request', error_description: 'acr_values=eidas1 is mandatory' });
    }
    const people = [...this.#people.values()];
    if (ctx.method !== 'POST') {
      const current = interaction.session ? this.#people.get(interaction.session.accountId) : undefined;
      const client = await this.#provider.Client.find(String(interaction.params.client_id));
      ctx.type = 'html';
      ctx.body = choicePage(client?.clientName ?? 'inconnu', people, current);
      return;
    }
    const form = await readForm(ctx.req);
    if (form.has('annuler')) {
      return this.#finish(ctx, { error: 'access_denied', error_description: 'sign-in cancelled by the professional' });
    }
    const chosen = people.find(({ key }) => key === form.get('professionnel'));
    if (!chosen) {
      ctx.status = 400;
      ctx.type = 'html';
      ctx.body = errorPage('unknown_professional', 'Ce professionnel ne fait pas partie de la démonstration.');
      return;
    }
    const { acr } = this.#faults.proSanteConnect;
    await this.#finish(ctx, { login: { accountId: subjectOf(chosen), acr, amr: ['swk'] } });
    await this.#leaveOtherSession(interaction, subjectOf(chosen));
  }

  async #finish(ctx: KoaContextWithOIDC, result: Parameters<Provider['interactionFinished']>[2]): Promise<void> {
    const url = await this.#provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
    ctx.status = 303;
    ctx.redirect(url);
  }

  /**
   * The library would otherwise ask the browser to post a sign-out by script before changing person. After `#finish`:
   * it refuses to record a choice once the session no longer has the person it started with.
   */
  async #leaveOtherSession(interaction: Interaction, subject: string): Promise<void> {
    const open = interaction.session;
    if (!open || open.accountId === subject) return;
    const session = await this.#provider.Session.findByUid(open.uid);
    if (!session) return;
    delete session.accountId;
    delete session.authorizations;
    await session.persist();
  }

  /** With a verified `id_token_hint` the real service asks nothing: the session ends and the browser goes back. */
  async #signOutAtOnce(ctx: KoaContextWithOIDC): Promise<void> {
    const session = ctx.oidc.session;
    if (!ctx.oidc.entities.IdTokenHint || !session) return;
    const back = session.state?.postLogoutRedirectUri;
    const state = session.state?.state;
    for (const authorization of Object.values(session.authorizations ?? {})) {
      if (authorization.grantId) this.#store.revoke(authorization.grantId);
    }
    await session.destroy();
    ctx.oidc.cookies.set('psc_bas_session', null, { path: REALM_PATH, signed: true });
    ctx.status = 303;
    if (typeof back !== 'string') return ctx.redirect(`${this.issuer}/protocol/openid-connect/logout/success`);
    const target = new URL(back);
    if (typeof state === 'string') target.searchParams.set('state', state);
    ctx.redirect(target.href);
  }
}
