import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { badge, disclosure, emptyScene, forbiddenScene, skeleton, weather } from '../../primitives/index.ts';
import { RecordWatch } from '../../shared/controllers/record.ts';
import { SpicoElement } from '../../shared/element.ts';
import { localToday } from '../../shared/format/civil-date.ts';
import { fullTime, numericDate, readableTime } from '../../shared/format/date.ts';
import { sirenIcon, userIcon, userPlusIcon } from '../../shared/icons.generated.ts';
import { endedNotice, identityMessages } from '../../shared/identity/identity.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { type CareCircle, type CareCircleMember, failureFacts } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import french from './care-circle.fr.ts';
import { circleGroups, reasonInWords } from './care-circle.model.ts';
import { styles } from './care-circle.styles.ts';

const messages = defineMessages('care-circle', french, { en: () => import('./care-circle.en.ts') });

/**
 * The people who share a record: who, profession, structure, since when, and the mention of those who let themselves in,
 * « auto-habilitation » or « accès en bris de glace », with its end and its reason (F-55). Ended accesses are folded. / Le
 * cercle de soins, avec la mention de celles et ceux qui sont entrés d’eux-mêmes.
 *
 * @element spico-care-circle
 * @attr record-id - Whose circle to show. / Le dossier dont on montre le cercle.
 * @slot header - Replaces the title. / Remplace le titre.
 * @fires spico-record-access-ended - One's own emergency access is over. / Son propre accès en bris de glace est terminé.
 * @csspart member - One person. / Une personne.
 * @csspart badge - The mention of an access. / La mention d’un accès.
 */
export class SpicoCareCircle extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  readonly #say = this.useMessages(messages);
  readonly #sayIdentity = this.useMessages(identityMessages);
  readonly #watch = new RecordWatch(this, { recordId: () => this.recordId, changed: () => this.#circle.retry() });
  readonly #circle = this.query<readonly [string], CareCircle>({
    args: () => (this.#watch.readable === undefined ? undefined : [this.#watch.readable]),
    load: ([recordId], { signal }) => this.client.careCircle.list(recordId, { signal }),
    failed: (error) => this.#failed(error),
  });
  readonly #lists = this.query({
    args: () => (this.#circle.state.data?.items.some(({ reasonCode }) => reasonCode) ? ([] as const) : undefined),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
    // Without the list the code is shown: the circle itself is what matters.
    failed: () => undefined,
  });

  #failed(error: unknown): void {
    if (failureFacts(error).code !== 'break-glass-ended') return this.report(error);
    if (this.#watch.end()) this.emit('spico-record-access-ended', { recordId: this.recordId });
  }

  readonly #again = (): void => this.environment.records.changed(this.recordId);

  #member(member: CareCircleMember): TemplateResult {
    const { professional, isReader, accessMode } = member;
    const { locale } = this.#say;
    const profession = locale === 'en' ? professional.profession.labelEn : professional.profession.labelFr;
    const place = [professional.structureName, professional.town].filter(Boolean).join(', ');
    const reason = reasonInWords(member, this.#lists.state.data?.breakGlassReasons ?? [], locale);
    return html`<li class="member ${isReader ? 'mine' : ''}" part="member">
      <div>
        <p class="name">${professional.displayName} ${isReader ? badge({ label: this.#say('you'), icon: userIcon }) : nothing}</p>
        <p>${profession}</p>
        ${place === '' ? nothing : html`<p class="muted small">${place}</p>`}
      </div>
      <div class="how">
        ${
          accessMode === 'break-glass'
            ? badge({ label: this.#say('break-glass'), icon: sirenIcon, tone: 'urgent' })
            : accessMode === 'self-enrolled'
              ? badge({ label: this.#say('self-enrolled'), icon: userPlusIcon, tone: 'info' })
              : html`<span class="muted">${this.#say(accessMode)}</span>`
        }
        <span class="muted small">${this.#period(member)}</span>
      </div>
      ${reason === '' ? nothing : html`<p class="reason small">${this.#say('reason', { reason })}</p>`}
    </li>`;
  }

  #period({ since, until, current }: CareCircleMember): TemplateResult {
    const { locale } = this.#say;
    const [from, to] = [since, until].map((at) => (at === undefined ? '' : readableTime(at, locale)));
    const title = [since, until].flatMap((at) => (at === undefined ? [] : fullTime(at, locale))).join(' – ');
    const text =
      until === undefined
        ? this.#say('since', { date: numericDate(localToday(new Date(since))) })
        : current
          ? this.#say('until', { time: to ?? '' })
          : this.#say('between', { from: from ?? '', to: to ?? '' });
    return html`<span title=${title}>${text}</span>`;
  }

  #list(members: readonly CareCircleMember[]): TemplateResult {
    return html`<ul class="members" role="list">
      ${repeat(
        members,
        ({ memberId }) => memberId,
        (member) => this.#member(member),
      )}
    </ul>`;
  }

  #ready({ items }: CareCircle): TemplateResult {
    const { current, former } = circleGroups(items);
    return html`<div class="circle-head">
        ${this.#title()}
        <p class="muted small">${this.#say('count', { count: current.length })}</p>
      </div>
      ${this.#list(current)}
      ${former.length === 0 ? nothing : disclosure({ summary: this.#say('former', { count: former.length }), body: this.#list(former) })}`;
  }

  #title(): TemplateResult {
    return html`<slot name="header"><h2>${this.#say('title')}</h2></slot>`;
  }

  override render(): TemplateResult {
    const { words } = this;
    if (this.#watch.ended) {
      return html`<section class="card" aria-label=${this.#say('title')}>${endedNotice({ words, say: this.#sayIdentity, again: this.#again })}</section>`;
    }
    const { state } = this.#circle;
    return html`<section class="card" aria-label=${this.#say('title')}>
      ${state.data === undefined ? this.#title() : nothing}
      ${weather({
        words,
        state,
        retry: this.#circle.retry,
        problem: (error) => this.problem(error),
        signIn: this.resume,
        loading: () => skeleton({ words, shape: 'row', count: 4 }),
        empty: () => emptyScene({ heading: this.#say('empty') }),
        forbidden: () => forbiddenScene({ words, body: this.#say('forbidden') }),
        ready: (circle) => this.#ready(circle),
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-care-circle': SpicoCareCircle;
  }
}
