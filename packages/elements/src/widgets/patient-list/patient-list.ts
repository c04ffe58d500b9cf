import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  badge,
  button,
  type Column,
  CountdownController,
  emptyScene,
  notice,
  readableLeft,
  skeleton,
  table,
  weather,
} from '../../primitives/index.ts';
import { SpicoElement } from '../../shared/element.ts';
import { localToday } from '../../shared/format/civil-date.ts';
import { fullTime, hourOf, numericDate, readableTime } from '../../shared/format/date.ts';
import { lockIcon, searchIcon, sirenIcon } from '../../shared/icons.generated.ts';
import {
  birthName,
  bornOn,
  flagBadges,
  identityMessages,
  statusBadge,
  usedName,
} from '../../shared/identity/identity.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import french from './patient-list.fr.ts';
import { type ArrivedPage, listed, type ListedPerson, nextEnd, rowForKey } from './patient-list.model.ts';
import { styles } from './patient-list.styles.ts';

const messages = defineMessages('patient-list', french, { en: () => import('./patient-list.en.ts') });

/** Rows of one page: the most the contract gives, so that two hundred people are one list. */
const PAGE = 200;

/**
 * The people one follows (file active), the last one opened first (F-70): name, birth, identity status, how one has access
 * and until when. A table where it is wide, cards where it is narrow; j and k or the arrows move, Enter opens. / La file
 * active : les personnes que l’on suit, la dernière ouverte en premier.
 *
 * @element spico-patient-list
 * @slot empty - Replaces what is said while one follows nobody. / Remplace le texte de la liste vide.
 * @fires spico-open-record-request - A row was opened; show the host's record page. / Ouvrir un dossier.
 * @fires spico-create-record-request - The way to the search, from the empty list. / Aller à la recherche.
 * @csspart table - The table. / Le tableau.
 * @csspart row - One person. / Une personne.
 * @csspart button - Any button. / Un bouton.
 */
export class SpicoPatientList extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @state() private further: readonly ArrivedPage[] = [];
  @state() private active = 0;

  readonly #say = this.useMessages(messages);
  readonly #sayIdentity = this.useMessages(identityMessages);
  readonly #first = this.query({
    args: () => [] as const,
    load: (_args, { signal }) => this.#read({ signal }),
    isEmpty: ({ page }) => page.items.length === 0,
  });
  readonly #more = this.command((cursor: string) => this.#read({ cursor }));
  #shownEnd: number | undefined;

  constructor() {
    super();
    new CountdownController(this, {
      // The end of what is on screen: once it has passed, the next display finds the next one.
      until: () => this.#shownEnd,
      now: () => performance.now(),
      onOver: () => this.requestUpdate(),
      thresholds: [],
    });
  }

  protected override contextReset(): void {
    this.further = [];
    this.active = 0;
  }

  async #read({ signal, cursor }: { signal?: AbortSignal; cursor?: string }): Promise<ArrivedPage> {
    const page = await this.client.records.list({ limit: PAGE, cursor }, { signal }).page();
    return { page, at: performance.now() };
  }

  #pages(): readonly ArrivedPage[] {
    const { data } = this.#first.state;
    return data ? [data, ...this.further] : [];
  }

  #people(): readonly ListedPerson[] {
    return listed(this.#pages(), performance.now(), (recordId) => this.environment.records.isEnded(recordId));
  }

  readonly #onMore = async (): Promise<void> => {
    const cursor = this.#pages().at(-1)?.page.nextCursor;
    if (cursor === undefined) return;
    const { contextId } = this;
    const before = this.#people().length;
    const arrived = await this.#more.run(cursor);
    if (!arrived || contextId !== this.contextId) return;
    this.further = [...this.further, arrived];
    this.#more.settle();
    this.announce(this.#say('moreArrived', { count: this.#people().length - before }));
    this.active = before;
    await this.#focusRow();
  };

  readonly #restart = (): void => {
    this.contextReset();
    this.#more.settle();
    this.#first.retry();
  };

  #open(recordId: string, index: number): void {
    this.active = index;
    this.emit('spico-open-record-request', { recordId });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = (event.target as HTMLElement).classList.contains('open');
    if (!focused && event.key !== 'j' && event.key !== 'k') return;
    const goal = rowForKey(event.key, focused ? this.active : -1, this.#people().length);
    if (goal === undefined) return;
    event.preventDefault();
    this.active = goal;
    void this.#focusRow();
  };

  async #focusRow(): Promise<void> {
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll<HTMLElement>('.open')[this.active];
    row?.focus({ preventScroll: true });
    row?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }

  #name({ row }: ListedPerson, index: number): TemplateResult {
    const person = birthName(row.traits);
    const used = usedName(row);
    return html`<span class="cell">
      <button
        class="open"
        part="open"
        type="button"
        tabindex=${index === this.active ? '0' : '-1'}
        aria-label=${this.#say('openOf', { person })}
        @focus=${() => (this.active = index)}
        @click=${() => this.#open(row.recordId, index)}
      >${person}</button>
      ${used === '' ? nothing : html`<span class="muted small">${this.#sayIdentity('usedName', { name: used })}</span>`}
      ${flagBadges(row.flags, this.#sayIdentity)}
      ${row.state === 'open' ? nothing : badge({ label: this.#say(row.state), icon: lockIcon })}
    </span>`;
  }

  #access({ row: { access }, endsAt }: ListedPerson): TemplateResult {
    const say = this.#sayIdentity;
    const { locale } = say;
    if (endsAt === undefined) {
      return html`<span class="cell"><span>${say(`mode-${access.mode}`)}</span>
        <span class="muted small" title=${fullTime(access.since, locale)}>${this.#say('since', { date: numericDate(localToday(new Date(access.since))) })}</span></span>`;
    }
    const time = readableLeft(Math.max(0, endsAt - performance.now()));
    return html`<span class="cell">
      ${badge({ label: say('mode-break-glass'), icon: sirenIcon, tone: 'urgent' })}
      <span class="countdown" role="timer" aria-live="off">${this.#say('left', { time })}</span>
      ${access.until ? html`<span class="muted small">${this.#say('until', { time: hourOf(access.until, locale) })}</span>` : nothing}
    </span>`;
  }

  #table(people: readonly ListedPerson[]): TemplateResult {
    const say = this.#sayIdentity;
    const index = new Map(people.map(({ row }, position) => [row.recordId, position]));
    const columns: Column<ListedPerson>[] = [
      {
        key: 'name',
        label: this.#say('name'),
        rowHeader: true,
        cell: (person) => this.#name(person, index.get(person.row.recordId) ?? 0),
      },
      {
        key: 'born',
        label: this.#say('born'),
        numeric: true,
        cell: ({ row }) =>
          html`<abbr title=${say(row.traits.sex)}>${row.traits.sex}</abbr> · ${bornOn(row.traits, say)}`,
      },
      { key: 'status', label: this.#say('status'), cell: ({ row }) => statusBadge(row.status, say, { short: true }) },
      { key: 'access', label: this.#say('access'), cell: (person) => this.#access(person) },
      {
        key: 'lastOpened',
        label: this.#say('lastOpened'),
        cell: ({ row: { lastOpenedAt } }) =>
          lastOpenedAt === undefined
            ? html`<span class="muted">${this.#say('never')}</span>`
            : html`<time datetime=${lastOpenedAt} title=${fullTime(lastOpenedAt, say.locale)}>${readableTime(lastOpenedAt, say.locale)}</time>`,
      },
    ];
    return table({
      caption: this.#say('title'),
      hideCaption: true,
      columns,
      rows: people,
      key: ({ row }) => row.recordId,
    });
  }

  #end(): TemplateResult {
    const { words } = this;
    const error = this.#more.error;
    const failed =
      error === undefined
        ? nothing
        : notice({
            words,
            tone: 'warning',
            alert: true,
            heading: this.#say('moreFailed'),
            body: this.problem(error).sentence,
            code: this.problem(error).code,
            actions: this.#moreFailed(),
          });
    const next = this.#pages().at(-1)?.page.nextCursor;
    return html`<div class="end">
      ${failed}
      ${
        next === undefined
          ? html`<p class="muted small">${this.#say('all')}</p>`
          : error === undefined
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

  #moreFailed(): TemplateResult {
    const { words } = this;
    const { state } = this.#more;
    if (state.status === 'failed' && state.weather === 'expired') {
      return button({ label: words('signInAgain'), variant: 'primary', onClick: this.resume });
    }
    return this.problem(this.#more.error).code === 'invalid-cursor'
      ? button({ label: this.#say('restart'), onClick: this.#restart })
      : button({ label: words('retry'), onClick: () => void this.#onMore() });
  }

  #empty(): TemplateResult {
    const search = button({
      label: this.#say('searchCreate'),
      variant: 'primary',
      icon: searchIcon,
      onClick: () => void this.emit('spico-create-record-request', {}),
    });
    return html`<slot name="empty">${emptyScene({ heading: this.#say('empty'), body: this.#say('emptyBody'), actions: search })}</slot>`;
  }

  #ready(): TemplateResult {
    const people = this.#people();
    this.#shownEnd = nextEnd(people);
    if (people.length === 0) return this.#empty();
    return html`<div class="head">
        <p class="muted">${this.#say('count', { count: people.length })}</p>
        <p class="muted small keys">${this.#say('keys')}</p>
      </div>
      ${this.#table(people)} ${this.#end()}`;
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<section class="stack" aria-label=${this.#say('title')} @keydown=${this.#onKeydown}>
      ${weather({
        words,
        state: this.#first.state,
        retry: this.#first.retry,
        problem: (error) => this.problem(error),
        signIn: this.resume,
        loading: () => skeleton({ words, shape: 'row', count: 8 }),
        empty: () => this.#empty(),
        ready: () => this.#ready(),
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-patient-list': SpicoPatientList;
  }
}
