import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { badge, button, emptyScene, forbiddenScene, notice, skeleton, weather } from '../../primitives/index.ts';
import { RecordWatch } from '../../shared/controllers/record.ts';
import { SpicoElement } from '../../shared/element.ts';
import { fullTime, hourOf, readableDay } from '../../shared/format/date.ts';
import { banIcon, sirenIcon } from '../../shared/icons.generated.ts';
import { endedNotice, identityMessages } from '../../shared/identity/identity.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { type AccessJournalEntry, type AccessJournalPage, failureFacts } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import french from './access-journal.fr.ts';
import { actionInWords, journalDays, type JournalDay, reasonOf } from './access-journal.model.ts';
import { styles } from './access-journal.styles.ts';
import actions from './actions.fr.ts';

const messages = defineMessages('access-journal', french, { en: () => import('./access-journal.en.ts') });
const actionMessages = defineMessages('access-journal-actions', actions, { en: () => import('./actions.en.ts') });

/**
 * Who saw or changed a record, when, by which right and through which software, the newest first; refusals and emergency
 * accesses are marked (F-69, F-266). / Le journal des accès d’un dossier : qui, quand, à quel titre.
 *
 * @element spico-access-journal
 * @attr record-id - The record whose accesses are shown. / Le dossier dont on montre les accès.
 * @slot header - Replaces the title and the introduction. / Remplace le titre et l’introduction.
 * @fires spico-record-access-ended - One's own emergency access is over. / Son propre accès en bris de glace est terminé.
 * @csspart entry - One line. / Une ligne.
 * @csspart badge - The mark of a refusal or an emergency. / La marque d’un refus ou d’une urgence.
 * @csspart button - Any button. / Un bouton.
 */
export class SpicoAccessJournal extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  @state() private further: readonly AccessJournalPage[] = [];

  readonly #say = this.useMessages(messages);
  readonly #sayAction = this.useMessages(actionMessages);
  readonly #sayIdentity = this.useMessages(identityMessages);
  readonly #watch = new RecordWatch(this, { recordId: () => this.recordId, changed: () => this.#restart() });
  readonly #first = this.query<readonly [string], AccessJournalPage>({
    args: () => (this.#watch.readable === undefined ? undefined : [this.#watch.readable]),
    load: ([recordId], { signal }) => {
      this.further = [];
      return this.client.audit.journal(recordId, {}, { signal }).page();
    },
    failed: (error) => this.#failed(error),
  });
  readonly #more = this.command(({ recordId, cursor }: { recordId: string; cursor: string }) =>
    this.client.audit.journal(recordId, { cursor }).page(),
  );
  readonly #lists = this.query({
    args: () => (this.#first.state.data?.items.some(({ reasonCode }) => reasonCode) ? ([] as const) : undefined),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
    // Without the list the code is shown: the line itself is what matters.
    failed: () => undefined,
  });

  protected override contextReset(): void {
    this.further = [];
  }

  #failed(error: unknown): void {
    if (failureFacts(error).code !== 'break-glass-ended') return this.report(error);
    if (this.#watch.end()) this.emit('spico-record-access-ended', { recordId: this.recordId });
  }

  readonly #again = (): void => this.environment.records.changed(this.recordId);

  readonly #restart = (): void => {
    this.#more.settle();
    this.#first.retry();
  };

  readonly #onMore = async (): Promise<void> => {
    const { recordId, contextId } = this;
    const cursor = (this.further.at(-1) ?? this.#first.state.data)?.nextCursor;
    if (cursor === undefined) return;
    const page = await this.#more.run({ recordId, cursor });
    if (!page || recordId !== this.recordId || contextId !== this.contextId) return;
    this.further = [...this.further, page];
    this.#more.settle();
    this.announce(this.#say('arrived', { count: page.items.length }));
  };

  #entry(entry: AccessJournalEntry): TemplateResult {
    const { professional, at, action, mode, outcome, emergency, clientName } = entry;
    const { locale } = this.#say;
    const profession = locale === 'en' ? professional.profession.labelEn : professional.profession.labelFr;
    const reason = reasonOf(entry.reasonCode, this.#lists.state.data?.breakGlassReasons ?? [], locale);
    const details = [
      profession,
      professional.structureName,
      // The mark of an emergency says it already.
      emergency ? '' : this.#say(`mode-${mode}`),
      clientName === undefined ? this.#say('portal') : this.#say('through', { software: clientName }),
    ].filter(Boolean);
    return html`<li class="entry" part="entry">
      <time datetime=${at} title=${fullTime(at, locale)}>${hourOf(at, locale)}</time>
      <div class="text">
        <p>
          <strong>${professional.displayName}</strong> · ${actionInWords(action, this.#sayAction)}
          <span class="marks">
            ${outcome === 'refused' ? badge({ label: this.#say('refused'), icon: banIcon, tone: 'warning' }) : nothing}
            ${emergency ? badge({ label: this.#say('emergency'), icon: sirenIcon, tone: 'urgent' }) : nothing}
          </span>
        </p>
        <p class="muted small">${details.join(' · ')}</p>
        ${reason === '' ? nothing : html`<p class="small">${this.#say('reason', { reason })}</p>`}
      </div>
    </li>`;
  }

  #day({ day, entries }: JournalDay): TemplateResult {
    const [first] = entries;
    return html`<div class="day">
      <h3>${first ? readableDay(first.at, this.#say.locale) : day}</h3>
      <ol role="list">${repeat(
        entries,
        ({ entryId }) => entryId,
        (entry) => this.#entry(entry),
      )}</ol>
    </div>`;
  }

  #ready(first: AccessJournalPage): TemplateResult {
    const pages = [first, ...this.further];
    const more = pages.at(-1)?.nextCursor !== undefined;
    const { words } = this;
    return html`${repeat(
      journalDays(pages.flatMap(({ items }) => items)),
      ({ day }) => day,
      (day) => this.#day(day),
    )}
      <div class="end">
        ${this.#moreFailure()}
        ${
          !more
            ? html`<p class="muted small">${this.#say('all')}</p>`
            : this.#more.error === undefined
              ? button({
                  label: this.#say('more'),
                  busy: this.#more.sending,
                  busyLabel: words('loading'),
                  onClick: () => void this.#onMore(),
                })
              : nothing
        }
      </div>`;
  }

  #moreFailure(): unknown {
    const { error, state } = this.#more;
    if (error === undefined) return nothing;
    const { words } = this;
    const { sentence, code } = this.problem(error);
    const expired = state.status === 'failed' && state.weather === 'expired';
    const actions = expired
      ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.resume })
      : code === 'invalid-cursor'
        ? button({ label: this.#say('restart'), onClick: this.#restart })
        : button({ label: words('retry'), onClick: () => void this.#onMore() });
    return notice({
      words,
      tone: 'warning',
      alert: true,
      heading: this.#say('moreFailed'),
      body: sentence,
      code,
      actions,
    });
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<section class="card stack" aria-label=${this.#say('title')}>
      <slot name="header"><h2>${this.#say('title')}</h2><p class="muted">${this.#say('intro')}</p></slot>
      ${
        this.#watch.ended
          ? endedNotice({ words, say: this.#sayIdentity, again: this.#again })
          : html`<div>
              ${weather({
                words,
                state: this.#first.state,
                retry: this.#restart,
                problem: (error) => this.problem(error),
                signIn: this.resume,
                loading: () => skeleton({ words, shape: 'row', count: 6 }),
                empty: () => emptyScene({ heading: this.#say('empty') }),
                forbidden: () => forbiddenScene({ words, body: this.#say('forbidden') }),
                ready: (page) => this.#ready(page),
              })}
            </div>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-access-journal': SpicoAccessJournal;
  }
}
