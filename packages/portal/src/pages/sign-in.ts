import {
  button,
  commonMessages,
  logInIcon,
  mailIcon,
  notice,
  problemMessage,
  problemMessages,
  textField,
  translator,
} from '@spico/elements/toolkit';
import type { Session, SessionOptions, SpicoClient } from '@spico/sdk';
import { css, html, type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ShellElement } from '../shell/element.ts';

/** The two ways in (F-06). Also the way back from a locked screen (F-12). */
@customElement('portal-sign-in')
export class PortalSignIn extends ShellElement {
  static override styles: CSSResultGroup = [
    ShellElement.styles,
    css`
      :host { background: none; }
      .ways { display: grid; gap: var(--s-space-6); }
      .way { display: grid; gap: var(--s-space-3); justify-items: start; }
      .way form { display: grid; gap: var(--s-space-3); inline-size: 100%; }
      h2 { font-size: var(--s-font-lead); }
      .split { border-block-start: 1px solid var(--s-line-soft); padding-block-start: var(--s-space-6); }
      .button { min-inline-size: 14rem; }
      @container (max-width: 24rem) { .button { inline-size: 100%; } }
    `,
  ];

  @property({ attribute: false }) client!: SpicoClient;
  @property({ attribute: false }) signedIn!: (session: Session) => void;
  /** Where to come back to after Pro Santé Connect. */
  @property() returnTo = '/patients';
  @property({ type: Boolean }) failed = false;
  /** Leaves this tab, and what was typed in it, where it is. */
  @property({ type: Boolean }) inNewTab = false;
  @state() private options: SessionOptions | undefined;
  @state() private email = '';
  @state() private code = '';
  @state() private challengeId = '';
  @state() private busy = false;
  @state() private problem: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.client.session.getOptions().then(
      (options) => (this.options = options),
      (error: unknown) => (this.problem = error),
    );
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
    } catch (error) {
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#attempt(async () => {
      this.challengeId = (await this.client.session.sendOneTimeCode({ email: this.email.trim() })).challengeId;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLInputElement>('#code')?.focus();
    });
  };

  readonly #verify = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = this.code.replace(/\s/g, '');
    void this.#attempt(async () =>
      this.signedIn(await this.client.session.verifyOneTimeCode({ challengeId: this.challengeId, code })),
    );
  };

  readonly #otherEmail = (): void => {
    this.challengeId = this.code = '';
    this.problem = undefined;
  };

  #failure(): unknown {
    if (this.problem === undefined) return nothing;
    const words = translator(commonMessages, this.language);
    const { sentence, code } = problemMessage(this.problem, translator(problemMessages, this.language));
    return notice({ words, tone: 'warning', body: html`${sentence} <span class="muted small">${code}</span>` });
  }

  #proSante(): TemplateResult {
    const { words } = this;
    return html`<section class="way">
      <h2>${words('withProSante')}</h2>
      <p class="muted">${words('withProSanteHint')}</p>
      <a
        class="button primary"
        href=${this.client.session.proSanteConnectUrl(this.returnTo)}
        target=${this.inNewTab ? '_blank' : nothing}
        rel=${this.inNewTab ? 'noopener' : nothing}
        >${words('withProSante')}${this.inNewTab ? html` <span class="new-tab">(${words('newTab')})</span>` : nothing}</a
      >
    </section>`;
  }

  #oneTimeCode(): TemplateResult {
    const { words } = this;
    const shared = translator(commonMessages, this.language);
    const sent = this.challengeId !== '';
    return html`<section class="way split">
      <h2>${words('withCode')}</h2>
      <p class="muted" role=${sent ? 'status' : nothing}>${words(sent ? 'codeSent' : 'withCodeHint')}</p>
      ${
        sent
          ? html`<form @submit=${this.#verify}>
            ${textField({ words: shared, id: 'code', label: words('code'), value: this.code, onInput: (code) => (this.code = code), inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 8, required: true })}
            <div class="row">
              ${button({ label: words('openSession'), type: 'submit', variant: 'primary', icon: logInIcon, busy: this.busy })}
              ${button({ label: words('otherEmail'), variant: 'quiet', onClick: this.#otherEmail })}
            </div>
            ${this.options?.mailboxUrl ? html`<p><a href=${this.options.mailboxUrl} target="_blank" rel="noopener noreferrer">${words('mailbox')}</a></p>` : nothing}
          </form>`
          : html`<form @submit=${this.#send}>
            ${textField({ words: shared, id: 'email', label: words('email'), type: 'email', value: this.email, onInput: (email) => (this.email = email), autocomplete: 'username', maxLength: 254, required: true })}
            <div class="row">${button({ label: words('sendCode'), type: 'submit', icon: mailIcon, busy: this.busy })}</div>
          </form>`
      }
    </section>`;
  }

  override render(): TemplateResult {
    const { words } = this;
    const shared = translator(commonMessages, this.language);
    const ways = this.options?.signInMethods ?? [];
    return html`
      ${this.failed ? notice({ words: shared, tone: 'warning', body: words('signInFailed') }) : nothing}
      ${this.#failure()}
      <div class="ways">
        ${ways.includes('pro-sante-connect') ? this.#proSante() : nothing}
        ${ways.includes('one-time-code') ? this.#oneTimeCode() : nothing}
      </div>
    `;
  }
}
