import { ContextProvider } from '@lit/context';
import { css, type CSSResult, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { clientContext, environmentContext } from '../../shared/client-context.ts';
import type { GetToken, SpicoClient, SpicoClientOptions } from '../../shared/sdk.ts';
import { type Density, type HostPatient, Session, type SpicoEnvironment, type Theme } from '../../shared/session.ts';
import type { StringOverrides } from '../../shared/locale/translate.ts';
import { VERSION } from '../../shared/version.ts';

/**
 * Said once for all the widgets inside: where the API is, how to get a token, which patient is open.
 * Dit une fois pour tous les composants qu’il contient : l’adresse de l’API, le jeton, le patient ouvert.
 *
 * It draws nothing and takes no place in the layout. The token is asked for when it is needed and never kept.
 *
 * @element spico-provider
 * @attr api-base - Address of the API, e.g. `/api/v1`. / Adresse de l’API.
 * @attr sandbox - Key of a demo professional (`dr-martin`); only on a server in sandbox mode. / Professionnel de démonstration.
 * @attr user-key - Opaque key of the host's signed-in person; changing it forgets everything. / Clé opaque de l’utilisateur.
 * @attr locale - `fr` or `en`; without it the nearest `lang` counts. / Langue ; sinon le `lang` le plus proche.
 * @attr theme - `auto`, `light`, `dark`, `contrast`. / Thème d’affichage.
 * @attr density - `comfortable` or `compact`. / Densité d’affichage.
 * @slot - The page's own markup with the widgets in it. / La page de l’hôte et ses composants.
 */
export class SpicoProvider extends LitElement {
  static readonly version: string = VERSION;
  static override styles: CSSResult = css`
    :host {
      display: contents;
    }
  `;

  @property({ attribute: 'api-base' }) apiBase = '';
  @property() sandbox = '';
  @property() locale = '';
  @property() theme: Theme = 'auto';
  @property() density: Density = 'comfortable';
  /** Async callback `({ reason }) => token`, reason being `initial`, `expired` or `wake` (F-201). */
  @property({ attribute: false }) getToken: GetToken | undefined;
  /** Sentences the host replaces, by id: `{ 'patient-search.title': 'Chercher' }`. */
  @property({ attribute: false }) strings: StringOverrides = {};
  /** A transport of the host's own, e.g. in tests. */
  @property({ attribute: false }) fetch: SpicoClientOptions['fetch'];

  readonly #session = new Session();
  readonly #environment = new ContextProvider(this, {
    context: environmentContext,
    initialValue: this.#session.environment,
  });
  readonly #client = new ContextProvider(this, { context: clientContext, initialValue: undefined });

  constructor() {
    super();
    this.#session.subscribe((environment) => {
      if (this.#client.value !== environment.client) this.#client.setValue(environment.client);
      this.#environment.setValue(environment);
    });
  }

  /** The host's patient. A change reaches every widget before the assignment returns (F-202). */
  @property({ attribute: false })
  get patient(): HostPatient | undefined {
    return this.#session.options.patient;
  }
  set patient(patient: HostPatient | undefined) {
    this.#session.update({ patient });
  }

  /** Opaque key of the person signed in to the host; a change forgets drafts, displays and the client at once. */
  @property({ attribute: 'user-key' })
  get userKey(): string {
    return this.#session.options.userKey ?? '';
  }
  set userKey(userKey: string | null) {
    this.#session.update({ userKey: userKey ?? '' });
  }

  /** The SDK client the widgets use, for the host's own calls. Undefined until `api-base` is known. */
  get client(): SpicoClient | undefined {
    return this.#session.environment.client;
  }

  /** Random id of the current patient context, as events carry it. */
  get contextId(): string {
    return this.#session.environment.contextId;
  }

  /** What the widgets inside see. */
  get environment(): SpicoEnvironment {
    return this.#session.environment;
  }

  /** After a sign-in: asks the host for a token again; widgets that had lost the session read again, nothing typed is lost. */
  resume(): void {
    this.#session.resume();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { apiBase, sandbox, locale, theme, density, getToken, strings, fetch } = this;
    this.#session.update({
      apiBase,
      theme,
      density,
      getToken,
      strings,
      fetch,
      sandbox: sandbox || undefined,
      locale: locale || undefined,
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-provider': SpicoProvider;
  }
}
