/**
 * Every primitive on one page, for the eye: `npx vite packages/elements` then /gallery.html?theme=dark&density=compact&lang=en.
 * Not part of the package.
 */
import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import './src/define/provider.ts';
import { readDate } from './src/shared/format/civil-date.ts';
import { birthDateWithAge } from './src/shared/format/date.ts';
import { spacedIns } from './src/shared/format/ins.ts';
import { fullName } from './src/shared/format/name.ts';
import { SpicoElement } from './src/shared/element.ts';
import {
  circleCheckIcon,
  circleDashedIcon,
  searchIcon,
  shieldCheckIcon,
  sirenIcon,
  userPlusIcon,
} from './src/shared/icons.generated.ts';
import { base } from './src/shared/styles/base.ts';
import { controls } from './src/shared/styles/controls.ts';
import * as p from './src/primitives/index.ts';

const parameters = new URLSearchParams(location.search);
const provider = document.querySelector('spico-provider');
if (provider) {
  provider.theme = (parameters.get('theme') ?? 'auto') as typeof provider.theme;
  provider.density = (parameters.get('density') ?? 'comfortable') as typeof provider.density;
}
document.documentElement.lang = parameters.get('lang') ?? 'fr';
document.documentElement.dir = parameters.get('dir') ?? 'ltr';

const TOWNS = ['Albi', 'Alès', 'Alénya', 'Albias', 'Albières', 'Alban', 'Montpellier', 'Toulouse'];
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

class SpicoGallery extends SpicoElement {
  static override styles: CSSResultGroup = [
    base,
    controls,
    css`
      main {
        display: grid;
        gap: var(--s-space-6);
        max-inline-size: 64rem;
        margin-inline: auto;
        padding: var(--s-space-4);
      }
      main > section {
        display: grid;
        gap: var(--s-space-3);
        container-type: inline-size;
      }
    `,
  ];

  @state() private family = 'Lefebvre';
  @state() private born = '12/03/1941';
  @state() private sex: 'F' | 'M' | '' = 'F';
  @state() private checked = true;
  @state() private place = '';
  @state() private busy = false;
  @state() private tab = 'overview';
  @state() private file: File | undefined;
  @state() private broken = false;
  readonly #until = Date.now() + 114 * 60_000;
  readonly #me = this.query({
    args: () => [this.contextId] as const,
    load: async (_args, { signal }) => (await this.client.me.get({ signal })).professional.displayName,
  });
  readonly #note = this.draft('note', () => '');
  readonly #left = new p.CountdownController(this, { until: () => this.#until });
  readonly #confirm = new p.ConfirmController(this);
  readonly #town = new p.ComboboxController<string>(this, {
    load: async (query) => {
      await wait(200);
      if (query === 'panne') throw new Error('panne');
      const plain = (text: string): string =>
        text
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .toLowerCase();
      return TOWNS.filter((town) => plain(town).startsWith(plain(query))).map((town) => ({
        key: town,
        label: town,
        detail: '81 · Tarn',
        value: town,
      }));
    },
    onSelect: (option) => {
      if (option) this.place = option.label;
    },
    onType: (text) => (this.place = text),
    announce: (text) => this.announce(text),
  });

  #context(): TemplateResult {
    const { words } = this;
    const state = this.#me.state;
    const ready = (name: string): TemplateResult => html`<p id="me">${name}</p>`;
    const problem = (error: unknown): ReturnType<p.WeatherOptions<string>['problem']> => this.problem(error);
    return html`<section aria-label="Contexte">
      <h2 id="who">${this.hostPatient?.birthFamilyName ?? 'Personne'}</h2>
      ${p.textField({ words, id: 'note', label: 'Brouillon', value: this.#note.value, onInput: (value) => this.#note.set(value) })}
      ${p.weather({ words, state, ready, problem, retry: this.#me.retry, signIn: this.resume })}
    </section>`;
  }

  #buttons(): TemplateResult {
    return html`<section aria-label="Boutons">
      <h2>Boutons</h2>
      <div class="row">
        ${p.button({ label: 'Rechercher', icon: searchIcon, variant: 'primary', busy: this.busy, busyLabel: this.words('busy'), onClick: () => void this.#work() })}
        ${p.button({ label: 'S’habiliter sur le dossier', icon: userPlusIcon })}
        ${p.button({ label: 'Accès en bris de glace…', icon: sirenIcon, variant: 'urgent', onClick: () => void this.#ask() })}
        ${p.button({ label: 'Pourquoi ?', variant: 'quiet' })} ${p.button({ label: 'Retirer', variant: 'danger' })}
        ${p.button({ label: 'Indisponible', disabled: true })} ${p.button({ label: 'Rechercher', icon: searchIcon, variant: 'primary', busy: true })}
        ${p.button({ label: 'Casser ce composant', onClick: () => (this.broken = true), id: 'break' })}
      </div>
    </section>`;
  }

  #form(): TemplateResult {
    const { words } = this;
    const reading = readDate(this.born, '2026-11-22');
    return html`<section aria-label="Champs">
      <h2>Champs</h2>
      <form class="form-grid card" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${p.textField({ words, id: 'family', label: 'Nom de naissance', required: true, value: this.family, onInput: (value) => (this.family = value) })}
        ${p.textField({ words, id: 'given', label: 'Premier prénom de naissance', required: true, value: '', error: 'Écrivez le premier prénom, comme sur la pièce d’identité.', onInput: () => {} })}
        ${p.radioGroup({
          words,
          id: 'sex',
          label: 'Sexe',
          required: true,
          value: this.sex,
          options: [
            { value: 'F', label: 'Féminin' },
            { value: 'M', label: 'Masculin' },
          ],
          onChange: (value) => (this.sex = value),
        })}
        ${p.dateOfBirthField({ words, id: 'born', label: 'Date de naissance', required: true, value: this.born, today: '2026-11-22', error: p.dateProblem(reading, words), onInput: (typed) => (this.born = typed) })}
        ${this.#town.render({ words, id: 'town', label: 'Lieu de naissance', required: true, hint: 'Commune telle qu’elle existait à la naissance, ou pays.', text: this.place })}
        ${p.selectField({ words, id: 'doc', label: 'Pièce d’identité', showOptional: true, value: '', placeholder: 'Choisir…', options: [{ value: 'CN', label: 'Carte nationale d’identité' }], onChange: () => {} })}
        ${p.checkbox({ words, id: 'checked', label: 'J’ai vérifié les traits sur une pièce d’identité', wide: true, checked: this.checked, onChange: (value) => (this.checked = value) })}
        ${p.checkbox({ words, id: 'blocked', label: 'J’ai vérifié les traits sur une pièce d’identité', wide: true, checked: false, blockedBecause: 'Impossible tant que le lieu de naissance est inconnu.', onChange: () => {} })}
        ${p.fileField({ words, id: 'copy', label: 'Copie de la pièce', wide: true, file: this.file, accept: 'application/pdf,image/*', acceptLabel: 'PDF ou photo, 10 Mo au plus', maxSize: 1e7, onFile: (file) => (this.file = file), onRefused: (text) => this.announce(text) })}
        <div class="wide">${p.disclosure({ summary: 'Pourquoi vérifier une pièce ?', body: 'La vérification sécurise l’identité et permet l’auto-habilitation.' })}</div>
        <div class="actions wide">${p.button({ label: 'Annuler' })} ${p.button({ label: 'Rechercher', icon: searchIcon, variant: 'primary', type: 'submit' })}</div>
      </form>
    </section>`;
  }

  #notices(): TemplateResult {
    const { words } = this;
    return html`<section aria-label="Messages">
      <h2>Messages</h2>
      ${p.notice({ words, tone: 'info', body: words('draftFound'), onDismiss: () => {} })}
      ${p.notice({ words, tone: 'success', heading: 'Dossier créé', body: 'L’identité est qualifiée. Les 4 membres du cercle sont prévenus.' })}
      ${p.notice({ words, tone: 'warning', heading: '« Alès » n’est pas « Albi »', body: 'Le lieu de naissance diffère. S’agit-il de la même personne ?', actions: [p.button({ label: 'Comparer' })] })}
      ${p.notice({ words, tone: 'danger', heading: 'Deux identités se ressemblent', body: 'Une erreur de dossier mettrait le patient en danger.' })}
      ${p.notice({ words, tone: 'urgent', heading: 'Accès en bris de glace', body: html`Jusqu’à 16:42. ${this.#left.render(words)}` })}
      ${p.failurePanel({ words, sentence: this.problemWords('internal-error'), code: 'internal-error', traceId: '3f9c2b', onRetry: () => {}, alert: false })}
      <div class="row">
        ${p.badge({ label: 'Identité qualifiée', icon: shieldCheckIcon, tone: 'success' })} ${p.badge({ label: 'Identité provisoire', icon: circleDashedIcon })}
        ${p.badge({ label: 'Homonyme', tone: 'warning' })} ${p.badge({ label: 'Bris de glace', icon: sirenIcon, tone: 'urgent' })} ${p.badge({ label: 'Certain', icon: circleCheckIcon, tone: 'info' })}
      </div>
    </section>`;
  }

  #collections(): TemplateResult {
    const { words } = this;
    const people = [
      {
        id: '1',
        name: fullName({ family: 'lefebvre', given: 'JEANNE' }),
        born: '1941-03-12',
        town: 'Albi',
        state: 'Identité qualifiée',
      },
      {
        id: '2',
        name: fullName({ family: 'de la motte-saint-georges-d’aubigny', given: 'marie-anne-charlotte' }),
        born: '2026-09-20',
        town: 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson',
        state: 'Provisoire',
      },
    ];
    return html`<section aria-label="Listes">
      <h2>Listes</h2>
      ${p.table({
        caption: 'File active',
        columns: [
          { key: 'name', label: 'Nom', rowHeader: true, cell: (row) => row.name },
          { key: 'born', label: 'Naissance', numeric: true, cell: (row) => birthDateWithAge(row.born, words.locale) },
          { key: 'town', label: 'Lieu', cell: (row) => row.town },
          { key: 'state', label: 'Identité', cell: (row) => p.badge({ label: row.state }) },
        ],
        rows: people,
        key: (row) => row.id,
      })}
      <div class="card">${p.facts([
        { label: 'Nom de naissance', value: 'LEFEBVRE' },
        { label: 'INS', value: html`<span class="tabular">${spacedIns('2410381004012', '19')}</span>` },
        { label: 'Naissance', value: birthDateWithAge('1941-03-12', words.locale) },
      ])}</div>
      ${p.tabs({
        id: 'tabs',
        label: 'Parties du dossier',
        tabs: [
          { id: 'overview', label: 'Aperçu' },
          { id: 'circle', label: 'Cercle', count: 4 },
          { id: 'journal', label: 'Journal des accès' },
        ],
        selected: this.tab,
        onSelect: (id) => (this.tab = id),
        panel: (id) => html`<p>Partie « ${id} »</p>`,
      })}
    </section>`;
  }

  #weathers(): TemplateResult {
    const { words } = this;
    const common = {
      words,
      retry: () => {},
      problem: (error: unknown) => this.problem(error),
      signIn: this.resume,
      ready: (data: string) => html`<div class="card">${data}</div>`,
    };
    const show = (state: Parameters<typeof p.weather<string>>[0]['state']): unknown =>
      html`<div class="card">${p.weather({ ...common, state })}</div>`;
    return html`<section aria-label="Temps">
      <h2>Tous les temps</h2>
      ${show({ status: 'loading', refreshing: false })} ${show({ status: 'empty', refreshing: false })}
      <div class="card">${p.noResultScene({ words, query: 'Lefevbre', body: 'Essayez sans le prénom, ou élargissez la date.' })}</div>
      ${show({ status: 'forbidden', refreshing: false, error: { reason: 'Identité, lecture' } })} ${show({ status: 'expired', refreshing: false })}
      ${show({ status: 'offline', refreshing: false })} ${show({ status: 'offline', data: 'Dernières données connues', at: Date.now() - 600_000, refreshing: false })}
      ${show({ status: 'error', refreshing: false, error: { code: 'service-unavailable', traceId: '8a41' } })}
      ${p.conflictScene({ words, mine: 'Albi', theirs: 'Alès', onKeepMine: () => {}, onKeepTheirs: () => {} })}
      ${p.skeleton({ words, shape: 'row' })}
    </section>`;
  }

  async #work(): Promise<void> {
    this.busy = true;
    await wait(1500);
    this.busy = false;
  }

  async #ask(): Promise<void> {
    const yes = await this.#confirm.ask({
      heading: 'Ouvrir en bris de glace ?',
      body: html`<p>Pour 2 heures. Les 4 membres habilités du cercle sont prévenus maintenant par e-mail, et votre nom est marqué dans le cercle.</p>`,
      confirmLabel: 'Ouvrir pour 2 heures',
      variant: 'urgent',
    });
    this.announce(yes ? 'Ouvert' : 'Renoncé');
  }

  override render(): TemplateResult {
    if (this.broken) {
      this.broken = false;
      throw new Error('planted');
    }
    return html`<main>${this.#context()} ${this.#buttons()} ${this.#form()} ${this.#notices()} ${this.#collections()} ${this.#weathers()} ${this.#confirm.render(this.words)}</main>`;
  }
}
customElements.define('spico-gallery', SpicoGallery);
