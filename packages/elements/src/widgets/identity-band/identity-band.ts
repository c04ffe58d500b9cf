import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { badge, weather } from '../../primitives/index.ts';
import { RecordController } from '../../shared/controllers/record.ts';
import { SpicoElement } from '../../shared/element.ts';
import { fullTime, hourOf } from '../../shared/format/date.ts';
import { lockIcon, sirenIcon, usersIcon } from '../../shared/icons.generated.ts';
import {
  birthName,
  bornIn,
  bornOn,
  endedNotice,
  flagBadges,
  identityMessages,
  insNumber,
  statusBadge,
  usedName,
} from '../../shared/identity/identity.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import type { CoordinationRecord } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import french from './identity-band.fr.ts';
import { styles } from './identity-band.styles.ts';

const messages = defineMessages('identity-band', french, { en: () => import('./identity-band.en.ts') });

/**
 * Who this is, first and always in sight: birth name, used names, sex, birth date with age, birth place, identity status
 * and warnings in words, INS when one may see it, and how one has access. / Qui est cette personne : la première chose vue
 * sur un dossier, et qui ne s’en va jamais.
 *
 * Make it sticky where it stands: `spico-identity-band { position: sticky; inset-block-start: 0 }`. At the end of an
 * emergency access it empties itself, with every other widget of that record.
 *
 * @element spico-identity-band
 * @attr record-id - The record of this person. / Le dossier de cette personne.
 * @fires spico-record-access-ended - The emergency access is over; sent once per page. / L’accès en bris de glace est terminé.
 * @csspart band - The band. / Le bandeau.
 * @csspart badge - A status or a warning. / Un statut ou une alerte.
 */
export class SpicoIdentityBand extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  readonly #say = this.useMessages(messages);
  readonly #sayIdentity = this.useMessages(identityMessages);
  readonly #record = new RecordController(this, {
    recordId: () => this.recordId,
    client: () => this.client,
    query: (options) => this.query(options),
    failed: (error) => this.report(error),
    ended: (recordId) => this.emit('spico-record-access-ended', { recordId }),
    minutesLeft: (count) => this.announce(this.#say('minutesLeft', { count })),
  });

  #access({ access }: CoordinationRecord): TemplateResult {
    const say = this.#sayIdentity;
    if (access.mode !== 'break-glass') {
      return html`<span class="access ordinary">${badge({ label: say(`mode-${access.mode}`), icon: usersIcon })}</span>`;
    }
    const { locale } = say;
    return html`<span class="access">
      ${badge({ label: say('mode-break-glass'), icon: sirenIcon, tone: 'urgent' })} ${this.#record.countdown.render(this.words)}
      ${
        access.until === undefined
          ? nothing
          : html`<time class="muted" datetime=${access.until} title=${fullTime(access.until, locale)}>${this.#say('until', { time: hourOf(access.until, locale) })}</time>`
      }
    </span>`;
  }

  #band(record: CoordinationRecord): unknown {
    const say = this.#sayIdentity;
    const { identity, state, access } = record;
    const { traits, ins, flags, status } = identity;
    const used = usedName(identity);
    return keyed(
      record.id,
      html`<div class="band ${access.mode === 'break-glass' ? 'emergency' : ''}" part="band">
        <div class="line">
          <h2 class="who">${birthName(traits)}</h2>
          ${used === '' ? nothing : html`<span class="muted used">${say('usedName', { name: used })}</span>`}
          <span class="roomy">${statusBadge(status, say)}</span><span class="tight">${statusBadge(status, say, { short: true })}</span>
          ${flagBadges(flags, say)}
          ${state === 'open' ? nothing : badge({ label: this.#say('recordState', { state: this.#say(state) }), icon: lockIcon, tone: 'warning' })}
        </div>
        <div class="line">
          <ul class="line facts-line" role="list">
            <li><span class="visually-hidden">${say('sex')} ${say(traits.sex)}</span><span class="roomy" aria-hidden="true">${say(traits.sex)}</span><span class="tight" aria-hidden="true">${traits.sex}</span></li>
            <li><span class="visually-hidden">${say('born')} </span>${bornOn(traits, say)}</li>
            <li><span class="visually-hidden">${say('place')} </span>${bornIn(traits, say)}</li>
            ${ins ? html`<li class="roomy">${insNumber(ins, say)}</li>` : nothing}
          </ul>
          ${this.#access(record)}
        </div>
      </div>`,
    );
  }

  #skeleton(): TemplateResult {
    return html`<div class="band skeleton" aria-busy="true">
      <span class="visually-hidden">${this.words('loading')}</span>
      <div class="bone bone-line" aria-hidden="true"></div>
      <div class="bone" aria-hidden="true"></div>
    </div>`;
  }

  override render(): TemplateResult {
    const { words } = this;
    const record = this.#record;
    return html`<section aria-label=${this.#say('title')}>
      ${
        record.ended
          ? endedNotice({ words, say: this.#sayIdentity, again: record.changed })
          : weather({
              words,
              state: record.state,
              retry: record.retry,
              problem: (error) => this.problem(error),
              signIn: this.resume,
              loading: () => this.#skeleton(),
              ready: (data) => this.#band(data),
            })
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-identity-band': SpicoIdentityBand;
  }
}
