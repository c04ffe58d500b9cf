import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  button,
  checkbox,
  disclosure,
  fileField,
  fileRefusal,
  icon,
  notice,
  selectField,
  textField,
  weather,
} from '../../primitives/index.ts';
import { consentFields, consentMessages } from '../../shared/consent/consent-fields.ts';
import { FlowController } from '../../shared/controllers/flow.ts';
import { type CreationOutcome, type CreationPhase, finaliseCreation } from '../../shared/creation/create-record.ts';
import {
  createdNotice,
  type CreatedRecord,
  createdSentences,
  creationFailure,
  creationMessages,
  PHASE_WORDS,
} from '../../shared/creation/creation-views.ts';
import { SpicoElement } from '../../shared/element.ts';
import { staysProvisional } from '../../shared/identity/flags.ts';
import { numericDate } from '../../shared/format/date.ts';
import { fullName } from '../../shared/format/name.ts';
import {
  arrowLeftIcon,
  circleCheckIcon,
  externalLinkIcon,
  fileTextIcon,
  plusIcon,
  uploadIcon,
} from '../../shared/icons.generated.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { type CreateRecordRequest, failureFacts, type IdentityFlag, type ReferenceLists } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { TraitsFields, traitsMessages } from '../../shared/traits/traits-fields.ts';
import french from './identity-form.fr.ts';
import {
  carryOver,
  countErrors,
  flagObstacle,
  hasOptional,
  type IdentityDraft,
  type IdentityErrors,
  noErrors,
  type PageField,
  readIdentity,
  refusedByServer,
  startIdentity,
  toggleFlag,
} from './identity-form.model.ts';
import { styles } from './identity-form.styles.ts';

const messages = defineMessages('identity-form', french, { en: () => import('./identity-form.en.ts') });

const COPY = { accept: 'image/jpeg,image/png,application/pdf', maxSize: 10 * 1024 * 1024 };
const RANKS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * The creation page: traits carried over from the search, optional information, consent, identity document, special
 * cases, then Finalise (F-26 to F-34, F-48). / La page de création d’un dossier, jusqu’au bouton « Finaliser ».
 *
 * It shows itself once a search beside it, under the same `<spico-provider>`, has led to a creation. When the INSi
 * teleservice knows exactly one person, `<spico-ins-reconciliation>` goes on; otherwise the record is created at once.
 *
 * @element spico-identity-form
 * @attr always - Shows the page without a search beside it; the search is then made on Finalise. / Affiche la page seule ; la recherche est faite à la fin.
 * @slot header - Replaces the introduction. / Remplace l’introduction.
 * @fires spico-record-created - The server has created the record. / Le serveur a créé le dossier.
 * @fires spico-open-record-request - The new record should be opened; cancel to open the host's own page. / Le dossier créé est à ouvrir.
 * @csspart field - One field with its label. / Un champ et son intitulé.
 * @csspart button - Any button. / Un bouton.
 * @csspart section - One part of the page. / Une partie de la page.
 */
export class SpicoIdentityForm extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ type: Boolean }) always = false;

  @state() private errors: IdentityErrors = noErrors;
  @state() private copyError: string | undefined;
  @state() private copyOpen = false;
  @state() private optionalOpen: boolean | undefined;
  @state() private phase: CreationPhase | undefined;
  @state() private done: CreatedRecord | undefined;
  #wasVisible = false;

  readonly #say = this.useMessages(messages);
  readonly #sayTraits = this.useMessages(traitsMessages);
  readonly #sayConsent = this.useMessages(consentMessages);
  readonly #sayCreation = this.useMessages(creationMessages);
  readonly #flow = new FlowController(this);
  readonly #draft = this.draft<IdentityDraft>('creation', () => startIdentity(this.hostPatient));
  readonly #fields = new TraitsFields(this, {
    words: () => this.words,
    traitsWords: () => this.#sayTraits,
    client: () => this.client,
    draft: () => this.#draft.value.traits,
    change: (change) => this.#change({ traits: { ...this.#draft.value.traits, ...change } }, Object.keys(change)),
    announce: (sentence) => this.announce(sentence),
  });
  readonly #lists = this.query({
    args: () => (this.#visible ? ([] as const) : undefined),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
  });
  /** The words of the place, when only its code or the host's own words are known. */
  readonly #place = this.query({
    args: () => (this.#visible ? ([this.contextId, this.#draft.value.searchId] as const) : undefined),
    load: async (_args, { signal }) => {
      await this.#fields.resolvePlace(signal);
      return true;
    },
    failed: () => undefined,
  });
  readonly #upload = this.command((copy: File) => this.client.identity.uploadDocumentCopy(copy));
  readonly #finalise = this.command((request: CreateRecordRequest, { idempotencyKey }) => {
    const { contextId } = this;
    const phase = (now: CreationPhase): void => this.#enter(now, contextId);
    return finaliseCreation(request, { client: this.client, idempotencyKey, phase });
  });

  get #visible(): boolean {
    const { step } = this.#flow.value;
    return step === 'create' || (this.always && step === 'search' && this.done === undefined);
  }

  get #busy(): boolean {
    return this.#upload.sending || this.#finalise.sending;
  }

  protected override contextReset(): void {
    this.errors = noErrors;
    this.copyError = this.optionalOpen = this.phase = this.done = undefined;
    this.copyOpen = false;
    this.#fields.reset();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const flow = this.#flow.value;
    if (flow.step !== 'search') this.done = undefined;
    if (!this.#visible || this.#busy || (flow.search?.searchId ?? '') === this.#draft.value.searchId) return;
    this.#draft.set(carryOver(this.#draft.value, flow, this.hostPatient));
    this.errors = noErrors;
    this.optionalOpen = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const visible = this.#visible && this.#lists.state.status !== 'loading';
    // Arrived by the person's own act: the step is read out from its title. Never on page load.
    if (visible && !this.#wasVisible && this.#flow.value.step === 'create') void this.focusOn('.title');
    this.#wasVisible = visible;
  }

  #enter(phase: CreationPhase, contextId: string): void {
    if (contextId !== this.contextId) return;
    this.phase = phase;
    this.announce(this.#sayCreation(PHASE_WORDS[phase]));
  }

  #change(change: Partial<IdentityDraft>, fields: readonly string[] = Object.keys(change)): void {
    const changed = new Set([...fields, ...(fields.includes('placeUnknown') ? ['birthPlace'] : [])]);
    const left = <Errors extends object>(errors: Errors): Errors =>
      Object.fromEntries(Object.entries(errors).filter(([field]) => !changed.has(field))) as Errors;
    const { traits, consent, page } = this.errors;
    this.errors = { traits: left(traits), consent: left(consent), page: left(page) };
    this.#settle();
    this.#draft.patch(change);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#busy) void this.#send();
  };

  async #send(): Promise<void> {
    const { contextId } = this;
    const read = this.#read();
    if (!read) return;
    let { request } = read;
    const { copy, copyId } = this.#draft.value;
    if (copy && !copyId && request.identityDocument) {
      this.#enter('copy', contextId);
      const deposited = await this.#upload.run(copy);
      if (contextId !== this.contextId) return;
      this.phase = undefined;
      if (!deposited) return void this.focusOn('#failure');
      this.#draft.patch({ copyId: deposited.copyId });
      request = { ...request, identityDocument: { ...request.identityDocument, copyId: deposited.copyId } };
    }
    const outcome = await this.#finalise.run(request);
    if (contextId === this.contextId) this.phase = undefined;
    if (outcome) return this.#land(outcome, contextId);
    if (contextId === this.contextId) await this.#showRefusal();
  }

  /** The request, or the errors on screen. */
  #read(): { request: CreateRecordRequest } | undefined {
    const read = readIdentity(this.#draft.value, this.#flow.value.differentFrom);
    this.errors = read.ok ? noErrors : read.errors;
    if (read.ok) return { request: read.request };
    void this.#showErrors();
    return undefined;
  }

  async #showErrors(): Promise<void> {
    this.announce(this.#say('fixErrors', { count: countErrors(this.errors) }));
    const { usedFamilyName, usedGivenName, birthOrder, email, mobile } = this.errors.page;
    if (usedFamilyName || usedGivenName || birthOrder || email || mobile) this.optionalOpen = true;
    await this.focusOn('[aria-invalid="true"]:not(fieldset), fieldset[aria-invalid="true"] input');
  }

  async #showRefusal(): Promise<void> {
    this.errors = refusedByServer(failureFacts(this.#finalise.error).fields);
    // The deposited copy is gone or was somebody else's: the file is still here and goes out again.
    if (this.errors.page.copy) this.#draft.patch({ copyId: undefined });
    if (countErrors(this.errors) > 0) await this.#showErrors();
    else await this.focusOn('#failure');
  }

  #land(outcome: CreationOutcome, contextId: string): void {
    const here = contextId === this.contextId;
    if (outcome.kind === 'created') {
      const { record, withoutIns = 'none' } = outcome;
      return this.#created({ recordId: record.id, status: record.identity.status, withoutIns }, contextId);
    }
    const { traits, identityDocument, searchId } = outcome.request;
    const label = here ? { birthPlaceLabel: this.#draft.value.traits.placeText } : {};
    const said = {
      traits,
      ...label,
      ...(identityDocument ? { identityDocument: { type: identityDocument.type } } : {}),
    };
    if (outcome.kind === 'exists') {
      this.#flow.patch({ ...said, search: outcome.search, step: 'candidates', refusedAsExisting: true }, contextId);
      if (here) this.announce(this.#sayCreation('exists'));
      return;
    }
    const { search } = this.environment.flows.get(contextId);
    const fresh = search ? { search: { ...search, searchId } } : {};
    if (here) this.#draft.patch({ searchId: search ? searchId : '' });
    this.#flow.patch(
      { ...said, ...fresh, pending: outcome.request, insQuery: outcome.insQuery, step: 'compare' },
      contextId,
    );
    if (here) this.announce(this.#sayCreation('found'));
  }

  #created(created: CreatedRecord, contextId: string): void {
    const { recordId } = created;
    const { drafts } = this.environment;
    drafts.forget(contextId, ['search', 'creation']);
    if (contextId === this.contextId) {
      this.done = created;
      this.#settle();
      this.announce(createdSentences(this.#sayCreation, created).join('. '));
      void this.focusOn('#created');
    }
    this.#flow.clear(contextId);
    this.emit('spico-record-created', { recordId }, contextId);
    this.emit('spico-open-record-request', { recordId }, contextId);
  }

  readonly #signIn = (): void => {
    this.#settle();
    this.resume();
  };

  #settle(): void {
    this.#upload.settle();
    this.#finalise.settle();
  }

  readonly #back = (): void => this.#flow.patch({ step: 'search' });

  #failure(): unknown {
    const uploading = this.#upload.error;
    const error = uploading ?? this.#finalise.error;
    if (error === undefined || this.#busy) return nothing;
    const { words } = this;
    const problem = this.problem(error);
    const command = uploading === undefined ? this.#finalise : this.#upload;
    const expired = command.state.status === 'failed' && command.state.weather === 'expired';
    return creationFailure({
      words,
      say: this.#sayCreation,
      error,
      problem,
      heading: this.#sayCreation('failed'),
      reassurance: uploading === undefined ? this.#sayCreation('kept') : this.#say('copyFailed'),
      actions: expired
        ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.#signIn })
        : problem.retryable
          ? button({ label: words('retry'), onClick: () => void this.#send() })
          : nothing,
    });
  }

  #section(id: string, heading: string, body: unknown, intro: unknown = nothing): TemplateResult {
    return html`<section class="card part" part="section" aria-labelledby="${id}-heading">
      <div class="part-head"><h3 id="${id}-heading">${heading}</h3>${intro}</div>
      ${body}
    </section>`;
  }

  #text(field: 'usedFamilyName' | 'usedGivenName' | 'email' | 'mobile', hint?: string): TemplateResult {
    const types = { email: 'email', mobile: 'tel' } as const;
    return textField({
      words: this.words,
      id: field,
      label: this.#say(field),
      value: this.#draft.value[field],
      maxLength: field === 'email' ? 254 : field === 'mobile' ? 30 : 120,
      ...(field === 'email' || field === 'mobile' ? { type: types[field] } : {}),
      ...(hint ? { hint } : {}),
      error: this.#error(field),
      onInput: (value) => this.#change({ [field]: value }),
    });
  }

  #error(field: PageField): string | undefined {
    const error = this.errors.page[field];
    return error && this.#say(error);
  }

  #traits(): TemplateResult {
    const flow = this.#flow.value;
    const intro = flow.traits ? html`<p class="muted small">${this.#say('carried')}</p>` : nothing;
    const fields = this.#fields.render(this.errors.traits, { otherGivenNames: true });
    return this.#section('traits', this.#say('traits'), html`<div class="form-grid">${fields}</div>`, intro);
  }

  #optional(): TemplateResult {
    const draft = this.#draft.value;
    const body = html`<div class="form-grid">
      ${this.#text('usedFamilyName', this.#say('usedFamilyNameHint'))} ${this.#text('usedGivenName')}
      ${selectField({
        words: this.words,
        id: 'birthOrder',
        label: this.#say('birthOrder'),
        value: draft.birthOrder,
        placeholder: this.#say('birthOrderNone'),
        options: RANKS.map((rank) => ({ value: rank, label: this.#say('birthOrderRank', { rank }) })),
        error: this.#error('birthOrder'),
        onChange: (birthOrder) => this.#change({ birthOrder }),
      })}
      ${this.#text('email')} ${this.#text('mobile')}
    </div>`;
    return html`<section class="card part" part="section" aria-label=${this.#say('optional')}>
      ${disclosure({
        summary: this.#say('optional'),
        body: html`<p class="muted small">${this.#say('optionalSummary')}</p>${body}`,
        open: this.optionalOpen ?? hasOptional(draft),
        onToggle: (open) => {
          this.optionalOpen = open;
        },
      })}
    </section>`;
  }

  #consent(lists: ReferenceLists): TemplateResult {
    const { words } = this;
    const draft = this.#draft.value;
    const language = this.#say.locale === 'en' ? 'en' : 'fr';
    const address = this.environment.client?.reference.consentNoticeUrl(language);
    const body = html`
      ${checkbox({
        words,
        id: 'consentGiven',
        label: this.#say('consentGiven'),
        required: true,
        checked: draft.consentGiven,
        error: this.#error('consentGiven'),
        onChange: (consentGiven) => this.#change({ consentGiven }),
      })}
      <div class="form-grid">
        ${consentFields({
          words,
          say: this.#sayConsent,
          draft: draft.consent,
          errors: this.errors.consent,
          givers: lists.consentGivers,
          change: (change) => this.#change({ consent: { ...draft.consent, ...change } }, Object.keys(change)),
        })}
      </div>
      ${disclosure({ summary: this.#say('consentWhy'), body: this.#say('consentWhyBody') })}
    `;
    const link = address
      ? html`<p>
          <a class="notice-link" href=${address} target="_blank" rel="noopener">
            ${icon(fileTextIcon)}<span>${this.#say('notice')}</span
            ><span class="visually-hidden">(${this.#say('newTab')})</span>${icon(externalLinkIcon)}
          </a>
        </p>`
      : nothing;
    return this.#section('consent', this.#say('consent'), html`${body}${link}`);
  }

  #document(lists: ReferenceLists): TemplateResult {
    const draft = this.#draft.value;
    const { words } = this;
    if (staysProvisional(draft.flags)) {
      const ignored = notice({ words, tone: 'info', body: this.#say('documentIgnored') });
      return this.#section('document', this.#say('document'), ignored);
    }
    const shown = draft.documentChecked && !draft.traits.placeUnknown;
    const body = html`<div class="part narrow-field">
      ${this.#fields.renderDocument({
        checked: draft.documentChecked,
        type: draft.documentType,
        types: lists.identityDocumentTypes,
        missing: this.errors.page.documentType !== undefined,
        change: ({ checked, type }) =>
          this.#change({
            ...(checked === undefined ? {} : { documentChecked: checked }),
            ...(type === undefined ? {} : { documentType: type }),
          }),
      })}
    </div>
    ${shown ? this.#copy() : nothing}`;
    const declared = this.#flow.value.identityDocument !== undefined && draft.documentChecked;
    const intro = declared ? this.#say('documentFromSearch') : this.#say('documentIntro');
    return this.#section('document', this.#say('document'), body, html`<p class="muted small">${intro}</p>`);
  }

  #copy(): TemplateResult {
    const { words } = this;
    const { copy, copyId } = this.#draft.value;
    if (!this.copyOpen && !copy && !this.errors.page.copy) {
      const open = (): void => {
        this.copyOpen = true;
        void this.focusOn('#copy');
      };
      return html`<div class="copy">${button({ label: this.#say('addCopy'), icon: plusIcon, onClick: open })}</div>`;
    }
    const take = (file: File | undefined): void => {
      this.copyError = undefined;
      this.#change({ copy: file, copyId: undefined });
      void this.focusOn(file ? '.file-chosen button' : '#copy');
    };
    const refused = (sentence: string): void => {
      this.copyError = sentence;
      this.announce(sentence);
    };
    const rules = { words, ...COPY, acceptLabel: this.#say('copyTypes') };
    const photographed = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      input.value = '';
      if (!file) return;
      const refusal = fileRefusal(file, rules);
      if (refusal) refused(refusal);
      else take(file);
    };
    const photo = html`<label class="button photo">
      <input class="visually-hidden" type="file" accept="image/jpeg,image/png" capture="environment" @change=${photographed} />
      ${icon(uploadIcon)}${this.#say('takePhoto')}
    </label>`;
    return html`<div class="copy">
      ${fileField({
        ...rules,
        id: 'copy',
        label: this.#say('copy'),
        showOptional: true,
        hint: this.#say('copyHint'),
        file: copy,
        error: this.copyError ?? this.#error('copy'),
        onFile: take,
        onRefused: refused,
      })}
      ${copy ? nothing : photo}
      ${copy && copyId ? html`<p class="small">${icon(circleCheckIcon)} ${this.#say('copySent')}</p>` : nothing}
    </div>`;
  }

  #flags(): TemplateResult {
    const { flags } = this.#draft.value;
    const box = (flag: IdentityFlag, hint: string): TemplateResult => {
      const obstacle = flagObstacle(flag, flags);
      return checkbox({
        words: this.words,
        id: flag,
        label: this.#say(flag),
        checked: flags.includes(flag),
        hint,
        blockedBecause: obstacle && this.#say(obstacle),
        onChange: (on) => this.#change({ flags: toggleFlag(flag, on, flags) }),
      });
    };
    const people = this.#setAside();
    const homonym = people && flags.includes('homonym') ? this.#say('homonymOf', { people }) : this.#say('homonymHint');
    const body = html`<div class="flag-list">
        ${box('homonym', homonym)} ${box('doubtful', this.#say('doubtfulHint'))}
        ${box('fictitious', this.#say('fictitiousHint'))}
      </div>
      <div role="status">
        ${staysProvisional(flags) ? notice({ words: this.words, tone: 'warning', body: this.#say('provisional') }) : nothing}
      </div>`;
    return this.#section('flags', this.#say('flags'), body);
  }

  /** The candidates said to be somebody else, by name and date. */
  #setAside(): string {
    const { differentFrom = [], search } = this.#flow.value;
    const people = (search?.candidates ?? []).filter(({ candidateId }) => differentFrom.includes(candidateId));
    const named = people.map(({ traits }) => {
      const name = fullName({ family: traits.birthFamilyName, given: traits.firstBirthGivenName });
      return `${name} (${numericDate(traits.birthDate)}, ${traits.birthPlace.label})`;
    });
    return new Intl.ListFormat(this.#say.locale).format(named);
  }

  #end(): TemplateResult {
    const { phase } = this;
    const provisional = staysProvisional(this.#draft.value.flags);
    return html`<div class="end">
      ${
        this.#busy && phase
          ? html`<p class="phase">${this.#sayCreation(PHASE_WORDS[phase])}</p>`
          : html`<p class="muted small next">${provisional ? this.#say('nextWithout') : this.#say('next')}</p>`
      }
      <div class="actions">
        ${button({ label: this.#say('back'), icon: arrowLeftIcon, variant: 'quiet', disabled: this.#busy, onClick: this.#back })}
        ${button({
          label: this.#say('finalise'),
          type: 'submit',
          variant: 'primary',
          busy: this.#busy,
          busyLabel: phase ? this.#sayCreation(PHASE_WORDS[phase]) : this.words('busy'),
        })}
      </div>
    </div>`;
  }

  #form(lists: ReferenceLists): TemplateResult {
    const { birthFamilyName: family, firstBirthGivenName: given } = this.#draft.value.traits;
    const person = fullName({ family, given });
    return html`<div class="part-head">
        <h2 class="title" tabindex="-1">${person ? this.#say('titleOf', { person }) : this.#say('title')}</h2>
        <slot name="header"><p class="muted">${this.#say('intro')}</p></slot>
        <p class="muted small">${this.words('requiredNote')}</p>
      </div>
      <form novalidate @submit=${this.#onSubmit}>
        <div class="parts" ?inert=${this.#busy}>
          ${this.#traits()} ${this.#optional()} ${this.#consent(lists)} ${this.#document(lists)} ${this.#flags()}
        </div>
        ${this.#failure()} ${this.#end()}
      </form>`;
  }

  #doneNotice(created: CreatedRecord): TemplateResult {
    const { recordId } = created;
    const onOpen = (): void => void this.emit('spico-open-record-request', { recordId });
    return createdNotice({ words: this.words, say: this.#sayCreation, created, onOpen });
  }

  override render(): unknown {
    void this.#place.state;
    if (this.done) return this.#doneNotice(this.done);
    if (!this.#visible) return nothing;
    return html`<section class="stack" aria-label=${this.#say('title')}>
      ${weather({
        words: this.words,
        state: this.#lists.state,
        ready: (lists) => this.#form(lists),
        retry: this.#lists.retry,
        problem: (error) => this.problem(error),
        signIn: this.resume,
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-identity-form': SpicoIdentityForm;
  }
}
