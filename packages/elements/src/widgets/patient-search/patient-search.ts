import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { button, disclosure, notice } from '../../primitives/index.ts';
import { FlowController } from '../../shared/controllers/flow.ts';
import { SpicoElement } from '../../shared/element.ts';
import { pencilIcon, searchIcon } from '../../shared/icons.generated.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { failureFacts, type ListEntry, type PatientSearchRequest, type PatientSearchResult } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import {
  emptyTraits,
  readPaste,
  readTraits,
  refusedFields,
  type TraitsDraft,
  type TraitsErrors,
} from '../../shared/traits/traits-draft.ts';
import { TraitsFields, traitsMessages } from '../../shared/traits/traits-fields.ts';
import french from './patient-search.fr.ts';
import { documentCounts, errorCounts, searchedPerson, type SearchDraft, startSearch } from './patient-search.model.ts';
import { styles } from './patient-search.styles.ts';

const messages = defineMessages('patient-search', french, { en: () => import('./patient-search.en.ts') });

/**
 * The search that precedes every creation: the five strict traits, the real list of birth places, and the box "identity
 * document checked" (F-20 to F-26). / La recherche qui précède toute création, par les cinq traits stricts.
 *
 * What the host's patient holds is filled in. Candidates are shown by `<spico-record-access>`, the creation page by
 * `<spico-identity-form>`, placed beside it under the same `<spico-provider>`.
 *
 * @element spico-patient-search
 * @slot header - Replaces the title and the introduction. / Remplace le titre et l’introduction.
 * @fires spico-search-completed - The server has answered: `outcome` is `none` or `candidates`. / Le serveur a répondu.
 * @fires spico-create-record-request - Nobody resembles the person; cancel to open the host's own page. / Personne ne ressemble : création demandée.
 * @csspart field - One field with its label. / Un champ et son intitulé.
 * @csspart button - Any button. / Un bouton.
 * @csspart summary - The line that stands for the form once it has been answered. / La recherche faite, en une ligne.
 */
export class SpicoPatientSearch extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @state() private errors: TraitsErrors = {};
  @state() private documentTypeMissing = false;
  @state() private pasted = false;

  readonly #say = this.useMessages(messages);
  readonly #sayTraits = this.useMessages(traitsMessages);
  readonly #flow = new FlowController(this);
  readonly #draft = this.draft<SearchDraft>('search', () => startSearch(this.hostPatient));
  readonly #fields = new TraitsFields(this, {
    words: () => this.words,
    traitsWords: () => this.#sayTraits,
    client: () => this.client,
    draft: () => this.#draft.value.traits,
    change: (change) => this.#change(change),
    announce: (sentence) => this.announce(sentence),
  });
  readonly #lists = this.query({
    args: () => (documentCounts(this.#draft.value) ? ([] as const) : undefined),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
  });
  /** Words of the host's place are looked up once, so that nobody types what the host knows. */
  readonly #place = this.query({
    args: () =>
      this.hostPatient?.birthPlace && this.#flow.value.step === 'search' ? ([this.contextId] as const) : undefined,
    load: async (_args, { signal }) => {
      await this.#fields.resolvePlace(signal);
      return true;
    },
    failed: () => undefined,
  });
  readonly #search = this.command((input: PatientSearchRequest) => this.client.patientSearch.search(input));

  protected override contextReset(): void {
    this.errors = {};
    this.documentTypeMissing = this.pasted = false;
    this.#fields.reset();
  }

  #change(change: Partial<TraitsDraft>): void {
    const { value } = this.#draft;
    const changed = new Set(Object.keys(change));
    this.errors = Object.fromEntries(
      Object.entries(this.errors).filter(
        ([field]) => !changed.has(field) && !(field === 'birthPlace' && changed.has('placeUnknown')),
      ),
    );
    this.#search.settle();
    this.#draft.set({ ...value, traits: { ...value.traits, ...change } });
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    const found = readPaste(event.clipboardData?.getData('text/plain') ?? '');
    if (!found) return;
    event.preventDefault();
    this.pasted = true;
    this.#change(found);
    this.announce(this.#sayTraits('pasted'));
    void this.#fields.resolvePlace().catch(() => undefined);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const draft = this.#draft.value;
    const read = readTraits(draft.traits);
    this.errors = read.ok ? {} : read.errors;
    this.documentTypeMissing = documentCounts(draft) && draft.documentType === '';
    if (!read.ok || this.documentTypeMissing) return void this.#showErrors();
    const identityDocument = documentCounts(draft) ? { identityDocument: { type: draft.documentType } } : {};
    void this.#send(
      { traits: read.traits, ...identityDocument },
      draft.traits.placeUnknown ? '' : draft.traits.placeText,
    );
  };

  async #showErrors(): Promise<void> {
    const { missing, wrong } = errorCounts(this.errors);
    if (missing > 0) this.announce(this.#say('incomplete', { count: missing }));
    if (wrong > 0) this.announce(this.#say('fixErrors', { count: wrong }));
    await this.focusOn('[aria-invalid="true"]:not(fieldset), fieldset[aria-invalid="true"] input');
  }

  async #send(request: PatientSearchRequest, birthPlaceLabel: string): Promise<void> {
    const { contextId } = this;
    const result = await this.#search.run(request);
    if (!result) {
      this.errors = refusedFields(failureFacts(this.#search.error).fields);
      if (Object.keys(this.errors).length > 0) await this.#showErrors();
      return;
    }
    this.#land(request, result, birthPlaceLabel, contextId);
  }

  #land(request: PatientSearchRequest, result: PatientSearchResult, birthPlaceLabel: string, contextId: string): void {
    const count = result.candidates.length;
    const outcome = count === 0 ? 'none' : 'candidates';
    this.emit('spico-search-completed', { outcome, count }, contextId);
    const goesOn = count > 0 || (result.mayCreate && this.emit('spico-create-record-request', {}, contextId));
    const step = count > 0 ? 'candidates' : goesOn ? 'create' : 'search';
    this.#flow.begin({ ...request, birthPlaceLabel, search: result, step }, contextId);
    this.#search.settle();
    if (count > 0) this.announce(this.#say('found', { count }));
    else this.announce(this.#say(result.mayCreate ? 'noneCreate' : 'noneForbidden'));
  }

  readonly #changeSearch = (): void => {
    this.#flow.patch({ step: 'search' });
    void this.focusOn('#birthFamilyName');
  };

  readonly #clear = (): void => {
    this.#draft.set({ traits: emptyTraits, documentChecked: false, documentType: '' });
    this.#flow.clear();
    this.#search.settle();
    this.contextReset();
    void this.focusOn('#birthFamilyName');
  };

  /** Sent back by the candidates to check a document: the box takes the focus, once (F-40). */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { step, focus } = this.#flow.value;
    if (step !== 'search' || focus === undefined) return;
    this.#flow.patch({ focus: undefined });
    void this.focusOn('#documentChecked');
  }

  #header(): TemplateResult {
    return html`<slot name="header"><h2>${this.#say('title')}</h2><p class="muted">${this.#say('intro')}</p></slot>`;
  }

  #failure(): unknown {
    const { error } = this.#search;
    if (error === undefined) return nothing;
    const { words } = this;
    const facts = failureFacts(error);
    if (facts.code === 'search-rate-limited') {
      const minutes = Math.max(1, Math.ceil((facts.retryAfterSeconds ?? 3600) / 60));
      return notice({ words, tone: 'warning', alert: true, body: this.#say('tooMany', { minutes }) });
    }
    const problem = this.problem(error);
    const expired = this.#search.state.status === 'failed' && this.#search.state.weather === 'expired';
    const actions = expired
      ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.resume })
      : problem.retryable
        ? button({ label: words('retry'), onClick: () => void this.#retry() })
        : nothing;
    return notice({ words, tone: 'warning', alert: true, body: problem.sentence, actions, code: problem.code });
  }

  readonly #retry = (): void => {
    const form = this.renderRoot.querySelector('form');
    form?.requestSubmit();
  };

  #document(): TemplateResult {
    const { documentChecked, documentType } = this.#draft.value;
    const types: readonly ListEntry[] = this.#lists.state.data?.identityDocumentTypes ?? [];
    const { error, data } = this.#lists.state;
    return html`<div class="document">
      ${this.#fields.renderDocument({
        checked: documentChecked,
        type: documentType,
        types,
        missing: this.documentTypeMissing,
        change: ({ checked, type }) => {
          this.documentTypeMissing = false;
          const { value } = this.#draft;
          this.#draft.set({
            ...value,
            documentChecked: checked ?? value.documentChecked,
            documentType: type ?? value.documentType,
          });
        },
      })}
      ${error === undefined || data !== undefined || !documentChecked ? nothing : this.#noTypes(error)}
      ${disclosure({ summary: this.#say('why'), body: this.#say('whyBody') })}
    </div>`;
  }

  /** Without the kinds of document nobody could answer: say so, and read them again. */
  #noTypes(error: unknown): TemplateResult {
    const { words } = this;
    const { sentence, code } = this.problem(error);
    const expired = this.#lists.state.status === 'expired';
    const actions = expired
      ? button({ label: words('signInAgain'), onClick: this.resume })
      : button({ label: words('retry'), onClick: this.#lists.retry });
    return notice({ words, tone: 'warning', body: sentence, code, actions });
  }

  #form(): TemplateResult {
    const { words } = this;
    const filled = this.hostPatient !== undefined && !this.#draft.restored;
    const refused =
      this.#flow.value.search && this.#flow.value.search.candidates.length === 0 && !this.#flow.value.search.mayCreate;
    return html`${this.#header()}
      ${refused ? notice({ words, tone: 'info', body: this.#say('noneForbidden') }) : nothing}
      ${this.#failure()}
      <form novalidate @submit=${this.#onSubmit} @paste=${this.#onPaste}>
        <p class="muted small">${words('requiredNote')} · ${this.pasted ? this.#sayTraits('pasted') : filled ? this.#say('hostTraits') : this.#say('pasteHint')}</p>
        <div class="form-grid">${this.#fields.render(this.errors)}</div>
        ${this.#document()}
        <div class="actions">
          ${button({ label: this.#say('clear'), variant: 'quiet', onClick: this.#clear })}
          ${button({
            label: this.#say('search'),
            type: 'submit',
            variant: 'primary',
            icon: searchIcon,
            busy: this.#search.sending,
            busyLabel: this.#say('searching'),
          })}
        </div>
      </form>`;
  }

  #summary(): TemplateResult {
    const flow = this.#flow.value;
    return html`<div class="card summary" part="summary">
      <p>
        ${this.#say('searched', { person: searchedPerson(flow, this.#say.locale) })}
        ${flow.identityDocument ? html`<span class="muted">· ${this.#say('withDocument')}</span>` : nothing}
      </p>
      ${button({ label: this.#say('change'), icon: pencilIcon, variant: 'quiet', onClick: this.#changeSearch })}
    </div>`;
  }

  override render(): TemplateResult {
    void this.#place.state;
    return html`<section class="stack" aria-label=${this.#say('title')}>
      ${this.#flow.value.step === 'search' ? this.#form() : this.#summary()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-patient-search': SpicoPatientSearch;
  }
}
