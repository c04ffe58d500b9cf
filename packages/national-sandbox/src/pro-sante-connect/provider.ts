import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Account,
  type Configuration,
  errors,
  type Interaction,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import type { SandboxProfessional } from '../cast.ts';
import type { Faults } from '../faults.ts';
import { PAGE_HEADERS } from '../pages/layout.ts';
import { claimsOf, subjectOf } from './claims.ts';
import { clientMetadata, type SandboxClient } from './clients.ts';
import { choicePage, errorPage } from './pages.ts';
import { policy } from './policy.ts';
import { protocol, SESSION_COOKIE } from './protocol.ts';
import { ProviderStore } from './store.ts';

/** The path of the real realm, so that addresses look like the real ones. */
export const REALM_PATH = '/auth/realms/esante-wallet';
/** The name the real service gives to its discovery document. */
export const WALLET_DISCOVERY = '/.well-known/wallet-openid-configuration';
const STANDARD_DISCOVERY = '/.well-known/openid-configuration';

export interface ProSanteConnectOptions {
  readonly origin: string;
  readonly clients: readonly SandboxClient[];
  readonly professionals: readonly SandboxProfessional[];
  readonly faults: Faults;
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
    return {
      ...protocol(REALM_PATH),
      adapter: this.#store.adapter,
      clients: clients.map(clientMetadata),
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
    ctx.oidc.cookies.set(SESSION_COOKIE, null, { path: REALM_PATH, signed: true });
    ctx.status = 303;
    if (typeof back !== 'string') return ctx.redirect(`${this.issuer}/protocol/openid-connect/logout/success`);
    const target = new URL(back);
    if (typeof state === 'string') target.searchParams.set('state', state);
    ctx.redirect(target.href);
  }
}
