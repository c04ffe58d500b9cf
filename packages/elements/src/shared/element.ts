import { ContextEvent } from '@lit/context';
import {
  type CSSResultGroup,
  LitElement,
  type PropertyValues,
  type ReactiveController,
  ReactiveElement,
  render as paint,
} from 'lit';
import { property } from 'lit/decorators.js';
import { environmentContext, pageSession } from './client-context.ts';
import { Announcer } from './controllers/announce.ts';
import { CommandController, type Deed } from './controllers/command.ts';
import { DraftController } from './controllers/draft.ts';
import { failureWeather } from './controllers/failure.ts';
import { QueryController, type QueryControllerOptions } from './controllers/query.ts';
import { emit, type SpicoEventMap, type SpicoEventName } from './events.ts';
import { commonMessages, type Words } from './locale/common.ts';
import { nearestLanguage, watchLanguage } from './locale/nearest-language.ts';
import {
  type Catalogue,
  loadLocale,
  type Messages,
  type StringOverrides,
  type Translate,
  translator,
} from './locale/translate.ts';
import { problemMessage, type ProblemMessage, problemMessages, type ProblemWords } from './problem-message.ts';
import { failureFacts, type GetToken, type SpicoClient } from './sdk.ts';
import { type Density, type HostPatient, Session, type SpicoEnvironment, type Theme } from './session.ts';
import { base } from './styles/base.ts';
import { VERSION } from './version.ts';
import { failurePanel } from '../primitives/failure-panel.ts';
import { notice } from '../primitives/notice.ts';

/**
 * What every widget stands on: where it gets its client and patient, its words, its voice for assistive technology, and
 * the wall that keeps a failure inside (F-202, F-205, F-209).
 *
 * @attr api-base - Address of the API, for a widget that stands alone, without `<spico-provider>`.
 * @attr sandbox - Key of a demo professional, with `api-base`; works only on a server in sandbox mode.
 * @attr locale - Language of this widget; otherwise that of the provider, then the nearest `lang`.
 * @attr theme - `auto`, `light`, `dark` or `contrast`; otherwise that of the provider.
 * @attr density - `comfortable` or `compact`; otherwise that of the provider.
 * @fires spico-error - A read, a write or the display failed; the widget already says what to do. / Une lecture, une écriture ou l’affichage a échoué ; le composant dit déjà quoi faire.
 * @fires spico-session-expired - The session is over; sign the person in, then call `resume()` on the provider. / La session est finie ; reconnecter la personne puis appeler `resume()`.
 */
export abstract class SpicoElement extends LitElement {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [base];

  @property({ attribute: 'api-base' }) apiBase = '';
  @property() sandbox = '';
  @property() locale = '';
  @property() theme: Theme | '' = '';
  @property() density: Density | '' = '';
  /** Token callback, with `api-base`. Never stored. */
  @property({ attribute: false }) getToken: GetToken | undefined;
  /** Host's patient, with `api-base`; under a provider the provider's patient counts. */
  @property({ attribute: false }) patient: HostPatient | undefined;
  /** Sentences the host replaces in this widget. */
  @property({ attribute: false }) strings: StringOverrides | undefined;

  #environment: SpicoEnvironment = EMPTY.environment;
  #ownSession: Session | undefined;
  #leaveProvider: (() => void) | undefined;
  #leaveSession: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #failure: unknown;
  #updating = false;
  #draftNotice: 'draftKept' | 'draftFound' | undefined;
  #notices: HTMLElement | undefined;
  #live: HTMLElement | undefined;
  readonly #announcer = new Announcer((text) => {
    if (this.#live) this.#live.textContent = text;
  });
  readonly #queries: QueryController<readonly unknown[], unknown>[] = [];
  readonly #resettable = new Set<{ reset(): void }>();
  readonly #drafts: DraftController<never>[] = [];
  readonly #catalogues = new Set<Catalogue>();

  /** Shared words, for the primitives. */
  protected readonly words: Words = this.useMessages(commonMessages);
  /** Sentences of failures. */
  protected readonly problemWords: ProblemWords = this.useMessages(problemMessages);

  /** What the host said, as one picture. */
  get environment(): SpicoEnvironment {
    return this.#environment;
  }

  /** Random id of the patient context; goes with every event. */
  get contextId(): string {
    return this.#environment.contextId;
  }

  /** The patient the host has open, whichever way it said so. */
  get hostPatient(): HostPatient | undefined {
    return this.#environment.patient;
  }

  /** The SDK client. Only inside `load` of a query or the deed of a command, which wait for it. */
  protected get client(): SpicoClient {
    const { client } = this.#environment;
    if (client === undefined) throw Object.assign(new Error('No API address.'), { code: 'not-configured' });
    return client;
  }

  /** A read that follows its arguments, aborts, and drops late answers. */
  protected query<const Args extends readonly unknown[], Data>(
    options: QueryControllerOptions<Args, Data>,
  ): QueryController<Args, Data> {
    const args = (): Args | undefined => (this.#environment.client === undefined ? undefined : options.args());
    const failed = (error: unknown): void => this.report(error);
    const query = new QueryController<Args, Data>(this, { failed, ...options, args });
    this.#queries.push(query);
    return query;
  }

  /** A write: one at a time, one key per intent, never cancelled by a re-render. */
  protected command<Input, Result>(deed: Deed<Input, Result>): CommandController<Input, Result> {
    return new CommandController<Input, Result>(this, deed, (error) => this.report(error));
  }

  /** What is being typed, kept under its own patient. `start` may read `this.hostPatient`. */
  protected draft<Value>(name: string, start: () => Value): DraftController<Value> {
    const draft = new DraftController<Value>(this, `${this.localName}/${name}`, start);
    this.#drafts.push(draft as unknown as DraftController<never>);
    return draft;
  }

  /** The words of this widget, in the language of the moment. */
  protected useMessages<French extends Messages>(catalogue: Catalogue<French>): Translate<French> {
    this.#catalogues.add(catalogue);
    const now = (): Translate<French> => translator(catalogue, this.language, this.#overrides());
    const translate = (...said: Parameters<Translate<French>>): string => now()(...said);
    return Object.defineProperty(translate, 'locale', { get: () => now().locale }) as Translate<French>;
  }

  /** Language asked for: own attribute, provider, nearest `lang`, else French. */
  get language(): string {
    return this.locale || this.#environment.locale || (this.isConnected ? nearestLanguage(this) : undefined) || 'fr';
  }

  /** Says a sentence to assistive technology. */
  protected announce(sentence: string): void {
    this.#announcer.announce(sentence);
  }

  /** Sends an event to the page; false when the host took the act over. After an await, pass the context it began in. */
  protected emit<Name extends SpicoEventName>(
    name: Name,
    detail: Omit<SpicoEventMap[Name], 'contextId'>,
    contextId: string = this.contextId,
  ): boolean {
    return emit(this, name, { contextId, ...detail } as SpicoEventMap[Name]);
  }

  /** The sentence, code and trace of a failure, in the language of the moment. */
  protected problem(error: unknown): ProblemMessage {
    return problemMessage(error, this.problemWords);
  }

  /** Tells the page of a failure: ids and codes only. */
  protected report(error: unknown): void {
    const weather = failureWeather(error);
    if (weather === 'aborted') return;
    if (weather === 'expired') return void this.emit('spico-session-expired', {});
    const { status } = failureFacts(error);
    const { code, traceId, retryable } = this.problem(error);
    this.emit('spico-error', { code, retryable, ...(status ? { status } : {}), ...(traceId ? { traceId } : {}) });
  }

  /** After a sign-in: a new client, and every read that had failed begins again. */
  protected readonly resume = (): void => this.#environment.resume();

  /** Moves the focus once the next display is there. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Another patient: a widget forgets here what it holds outside its controllers (a selected row, a step). Runs at once. */
  protected contextReset(): void {}

  /** Queries, commands, dialogs, comboboxes: whatever can be reset is, when the patient changes. */
  override addController(controller: ReactiveController & { reset?(): void }): void {
    super.addController(controller);
    if (controller.reset) this.#resettable.add(controller as { reset(): void });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchLanguage(() => this.requestUpdate());
    document.addEventListener('context-provider', this.#onProvider);
    this.#findEnvironment();
    this.#patience = setTimeout(this.#complain, CONFIGURATION_PATIENCE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
    document.removeEventListener('context-provider', this.#onProvider);
    this.#stopWatching?.();
    this.#leaveProvider?.();
    this.#leaveSession?.();
    this.#leaveProvider = this.#leaveSession = undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#notices = Object.assign(document.createElement('div'), { className: 'notices' });
    this.#live = Object.assign(document.createElement('div'), { className: 'visually-hidden' });
    this.#live.setAttribute('role', 'status');
    this.#live.setAttribute('aria-live', 'polite');
    root.append(this.#notices, this.#live);
    this.renderOptions.renderBefore = this.#live;
    return root;
  }

  /** The wall of F-209: whatever throws while displaying ends here, inside this widget. */
  protected override performUpdate(): void {
    this.#updating = true;
    try {
      super.performUpdate();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#updating = false;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['apiBase', 'sandbox', 'getToken', 'patient'].some((name) => changed.has(name))) this.#standAlone();
    for (const catalogue of this.#catalogues) this.#fetchWords(catalogue);
  }

  protected override update(changed: PropertyValues): void {
    this.setAttribute('data-theme', this.theme || this.#environment.theme);
    this.setAttribute('data-density', this.density || this.#environment.density);
    if (this.#failure === undefined) super.update(changed);
    else {
      ReactiveElement.prototype['update'].call(this, changed);
      this.#paintFailure();
    }
    this.#paintNotices();
  }

  /** One provider may arrive after its widgets (scripts load in any order): ask again. */
  readonly #onProvider = (event: Event): void => {
    if ((event as Event & { context?: unknown }).context === environmentContext && !this.#ownSession) {
      this.#findEnvironment();
    }
  };

  /** Nobody has said where the API is, or how to get a token: the integrator is told in plain words. */
  readonly #complain = (): void => {
    if (this.#environment.client !== undefined || !this.isConnected) return;
    this.#failure = NOT_CONFIGURED;
    this.requestUpdate();
  };

  #findEnvironment(): void {
    if (this.#standAlone()) return;
    this.dispatchEvent(
      new ContextEvent(
        environmentContext,
        this,
        (environment, leave) => {
          if (this.#leaveProvider !== leave) this.#leaveProvider?.();
          this.#leaveProvider = leave;
          this.#leaveSession?.();
          this.#leaveSession = undefined;
          this.#adopt(environment);
        },
        true,
      ),
    );
    if (!this.#leaveProvider) this.#follow(pageSession());
  }

  /** With an address of its own, a widget is its own provider. */
  #standAlone(): boolean {
    if (this.apiBase === '') return false;
    const { apiBase, sandbox, getToken, patient } = this;
    const options = { apiBase, getToken, patient, ...(sandbox ? { sandbox } : {}) };
    if (this.#ownSession) this.#ownSession.update(options);
    this.#ownSession ??= new Session(options);
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#follow(this.#ownSession);
    return true;
  }

  #follow(session: Session): void {
    this.#leaveSession?.();
    this.#leaveSession = session.subscribe((environment) => this.#adopt(environment));
    this.#adopt(session.environment);
  }

  /** Takes the new picture over at once: between two patients no frame is painted with the former one (F-202). */
  #adopt(environment: SpicoEnvironment): void {
    const before = this.#environment;
    if (before === environment) return;
    this.#environment = environment;
    if (this.#failure === NOT_CONFIGURED && environment.client !== undefined) this.#failure = undefined;
    const otherPatient = before.contextId !== environment.contextId;
    if (otherPatient) this.#leavePatient(before);
    else if (before.client !== environment.client) this.#readAgain();
    this.requestUpdate();
    if (otherPatient && this.hasUpdated && this.isConnected && !this.#updating) this.performUpdate();
  }

  #leavePatient(before: SpicoEnvironment): void {
    const left = this.#drafts.some((draft) => draft.keptFor(before));
    for (const controller of this.#resettable) controller.reset();
    this.#announcer.clear();
    this.#failure = undefined;
    const found = this.#drafts.some((draft) => draft.keptFor(this.#environment));
    this.#draftNotice = found ? 'draftFound' : left ? 'draftKept' : undefined;
    this.contextReset();
  }

  #readAgain(): void {
    for (const query of this.#queries) if (query.state.error !== undefined) query.retry();
  }

  #fetchWords(catalogue: Catalogue): void {
    const { language } = this;
    if (language === 'fr' || translator(catalogue, language).locale !== 'fr') return;
    void loadLocale(catalogue, language).then((came) => {
      if (came && translator(catalogue, language).locale !== 'fr') this.requestUpdate();
    });
  }

  #overrides(): StringOverrides {
    return this.strings ? { ...this.#environment.strings, ...this.strings } : this.#environment.strings;
  }

  #fail(error: unknown): void {
    this.#failure = error ?? new Error('unknown');
    console.error(`SPICO: <${this.localName}> could not be displayed.`, error);
    this.#paintFailure();
    this.report(error);
  }

  #paintFailure(): void {
    const { code, traceId, ...said } = this.problem(this.#failure);
    const sentence = this.#failure === NOT_CONFIGURED ? this.words('notConfigured') : said.sentence;
    const panel = failurePanel({ words: this.words, sentence, code, traceId, onRetry: this.#retryDisplay });
    paint(panel, this.renderRoot, this.renderOptions);
  }

  readonly #retryDisplay = (): void => {
    this.#failure = undefined;
    this.#readAgain();
    this.requestUpdate();
  };

  #paintNotices(): void {
    if (!this.#notices) return;
    const kind = this.#draftNotice;
    const dismiss = (): void => {
      this.#draftNotice = undefined;
      this.requestUpdate();
    };
    paint(
      kind ? notice({ words: this.words, tone: 'info', body: this.words(kind), onDismiss: dismiss }) : undefined,
      this.#notices,
    );
  }
}

const EMPTY = new Session();
const CONFIGURATION_PATIENCE_MS = 4000;
const NOT_CONFIGURED = { code: 'not-configured', retryable: false };
