import type { SpicoEvent, SpicoProvider } from '@spico/elements';
import { button, commonMessages, notice, translator } from '@spico/elements/toolkit';
import type { AccountChoice, Session } from '@spico/sdk';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { accountPage } from '../pages/account-page.ts';
import { patientsPage } from '../pages/patients-page.ts';
import { recordPage } from '../pages/record-page.ts';
import { signedInPage } from '../pages/signed-in-page.ts';
import { searchPage } from '../pages/search-page.ts';
import '../pages/sign-in.ts';
import { Router } from '../router.ts';
import { PortalSession } from '../session.ts';
import { ShellElement } from './element.ts';
import { header, type HeaderActs, type ThemeChoice } from './header.ts';
import { styles } from './portal.styles.ts';

/** Preferences of this machine. Nothing about a person is ever kept in the browser. */
const preference = (key: string): string | null => localStorage.getItem(`spico.${key}`);
const keepPreference = (key: string, value: string): void => localStorage.setItem(`spico.${key}`, value);

/**
 * The stand-alone portal (F-250): session, navigation, and the widgets through their public doors. What it does with
 * them any host can do.
 */
@customElement('spico-portal')
export class SpicoPortal extends ShellElement {
  static override styles: CSSResultGroup = [ShellElement.styles, styles];

  @state() private theme: ThemeChoice = (preference('theme') as ThemeChoice | null) ?? 'auto';
  @state() private sandbox = false;
  readonly #session = new PortalSession(() => this.requestUpdate());
  readonly #router = new Router(() => this.requestUpdate());
  @query('spico-provider') private provider!: SpicoProvider | null;
  /** Whose drafts the provider holds; another person, or the same in another practice, finds none of them. */
  #userKey = '';
  readonly #failedSignIn = new URLSearchParams(location.search).has('sign-in-failed');

  constructor() {
    super();
    this.language = preference('language') === 'en' ? 'en' : 'fr';
    void this.#session.refresh();
    this.#session.client.session.getOptions().then(
      (options) => (this.sandbox = options.sandbox),
      () => undefined,
    );
    this.addEventListener('spico-open-record-request', (event: SpicoEvent<'spico-open-record-request'>) => {
      event.preventDefault();
      this.#router.go({ page: 'record', recordId: event.detail.recordId, section: 'overview' });
    });
    this.addEventListener('spico-create-record-request', () => {
      if (this.#router.place.page !== 'search') this.#router.go({ page: 'search' });
    });
    this.addEventListener('spico-session-expired', () => void this.#session.refresh());
  }

  #wasActive = false;

  protected override updated(_changed: PropertyValues): void {
    const active = this.#session.view.state === 'active';
    // The tokens of before the lock are worth nothing any more: the widgets ask for one of the session that came back.
    if (active && !this.#wasActive) this.provider?.resume();
    this.#wasActive = active;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { view } = this.#session;
    if (view.state === 'active') {
      const { accountId = '', practiceId = '' } = view.session.current ?? {};
      this.#userKey = `${accountId}/${practiceId}/${view.session.displayName}`;
      if (this.#router.place.page === 'signed-in') this.#session.tellOtherTabs();
    } else if (view.state === 'signed-out' && view.why !== 'ended') this.#userKey = '';
    document.documentElement.lang = this.language;
    this.setAttribute('data-theme', this.theme);
    document.documentElement.style.colorScheme =
      this.theme === 'auto' ? 'light dark' : this.theme === 'dark' ? 'dark' : 'light';
  }

  readonly #acts: HeaderActs = {
    // An id inside a shadow root is no target of an address: the focus is moved by hand.
    skip: () => this.renderRoot.querySelector<HTMLElement>('#content')?.focus(),
    choose: (account) =>
      void this.#session
        .chooseAccount(account.accountId, account.practiceId)
        .then(() => this.#router.go({ page: 'patients' })),
    lock: () => void this.#session.lock(),
    signOut: () => void this.#session.signOut(),
    switchLanguage: () => {
      this.language = this.language === 'fr' ? 'en' : 'fr';
      keepPreference('language', this.language);
    },
    setTheme: (theme) => {
      this.theme = theme;
      keepPreference('theme', theme);
    },
  };

  #gate(title: string, body: unknown): TemplateResult {
    const { words } = this;
    return html`<main class="gate">
      <div class="gate-head">
        <span class="brand">${words('product')}</span>
        <p class="muted">${words('tagline')}</p>
      </div>
      <div class="gate-body"><h1>${title}</h1>${body}</div>
      <div>${button({ label: words('language'), variant: 'quiet', onClick: this.#acts.switchLanguage })}</div>
    </main>`;
  }

  #signIn(title: string, hint: string): TemplateResult {
    const signedIn = (session: Session): void => this.#session.take(session);
    // Pro Santé Connect takes the whole tab; where something typed would go with it, it gets a tab of its own.
    const keepsTab = this.#userKey !== '' && this.provider !== null && !this.provider.environment.drafts.empty;
    return this.#gate(
      title,
      html`<p class="muted">${hint} ${keepsTab ? this.words('typedKept') : nothing}</p>
        <portal-sign-in
          .client=${this.#session.client}
          .signedIn=${signedIn}
          .failed=${this.#failedSignIn}
          .inNewTab=${keepsTab}
          .returnTo=${keepsTab ? '/signed-in' : location.pathname}
          language=${this.language}
        ></portal-sign-in>`,
    );
  }

  #page(): TemplateResult {
    const { words } = this;
    const { place } = this.#router;
    if (place.page === 'record') return recordPage(place, this.#router, words);
    if (place.page === 'search') return searchPage(words);
    if (place.page === 'signed-in') return signedInPage(this.#router, words);
    if (place.page === 'patients') return patientsPage(this.#router, words);
    return html`<h1>${words('notFound')}</h1><p><a href="/patients" @click=${this.#router.follow}>${words('back')}</a></p>`;
  }

  #top(session: Session): TemplateResult {
    const { words } = this;
    return html`
      ${header(session, this.#router, this.#acts, words, this.language, this.theme)}
      ${
        this.#session.endsSoon
          ? html`<div class="soon" role="alert">${words('soon')} ${button({ label: words('stay'), onClick: () => void this.#session.stay() })}</div>`
          : nothing
      }
    `;
  }

  /**
   * The provider stays while the screen is locked or the session has ended, empty of every widget: what was typed waits
   * in its memory for the same person, and nothing of a patient is left in the page.
   */
  #desk(active: boolean): TemplateResult {
    return html`<main id="content" tabindex="-1" ?hidden=${!active}>
      <spico-provider
        api-base="/api/v1"
        .userKey=${this.#userKey}
        locale=${this.language}
        theme=${this.theme}
        .getToken=${this.#session.token}
      >${active ? this.#page() : nothing}</spico-provider>
    </main>`;
  }

  #unreachable(): TemplateResult {
    const words = translator(commonMessages, this.language);
    const retry = button({
      label: this.words('retry'),
      variant: 'primary',
      onClick: () => void this.#session.refresh(),
    });
    return this.#gate(
      this.words('unreachable'),
      html`${notice({ words, tone: 'warning', body: this.words('unreachable') })}${retry}`,
    );
  }

  #barred(): unknown {
    const { words } = this;
    const { view } = this.#session;
    if (view.state === 'loading') return this.#gate(words('loading'), nothing);
    if (view.state === 'unreachable') return this.#unreachable();
    if (view.state === 'active') return nothing;
    if (view.state === 'locked') return this.#signIn(words('locked'), words('lockedHint'));
    if (view.state === 'choose-account') {
      const choose = (account: AccountChoice): void => this.#acts.choose(account);
      return this.#gate(words('chooseAccount'), accountPage(view.session, words, this.language, choose));
    }
    if (view.state !== 'signed-out') return this.#gate(words('loading'), nothing);
    if (view.why === 'ended') return this.#signIn(words('ended'), words('endedHint'));
    return this.#signIn(words(view.why === 'signed-out' ? 'signedOut' : 'signIn'), words('signInIntro'));
  }

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.#session;
    return html`<div class="frame">
      ${this.sandbox ? html`<aside class="demo-line" aria-label=${words('demonstration')}>${words('sandbox')}</aside>` : nothing}
      ${view.state === 'active' ? this.#top(view.session) : this.#barred()} ${this.#desk(view.state === 'active')}
    </div>`;
  }
}
