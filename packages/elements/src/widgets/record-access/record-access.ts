import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { button, ConfirmController, DialogController, disclosure, notice } from '../../primitives/index.ts';
import { readConsent, refusedConsent } from '../../shared/consent/consent-draft.ts';
import { consentMessages } from '../../shared/consent/consent-fields.ts';
import { FlowController } from '../../shared/controllers/flow.ts';
import { RecordController } from '../../shared/controllers/record.ts';
import { SpicoElement } from '../../shared/element.ts';
import { fullName } from '../../shared/format/name.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import {
  type AccessGranted,
  type BreakGlassRequest,
  type Candidate,
  failureFacts,
  type PatientSearchRequest,
  type PatientSearchResult,
  type SelfEnrolmentRequest,
} from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import { candidateCard } from './candidate-card.ts';
import {
  type Entry,
  entryActions,
  entryBody,
  entryErrors,
  type EntryErrors,
  entryHeading,
  hasErrors,
  staleSearch,
} from './entry-dialogs.ts';
import { myAccess } from './my-access.ts';
import french from './record-access.fr.ts';
import {
  type CandidateAction,
  type EntryDraft,
  primaryAction,
  sameCandidate,
  startEntry,
} from './record-access.model.ts';
import { styles } from './record-access.styles.ts';

const messages = defineMessages('record-access', french, { en: () => import('./record-access.en.ts') });

type Door = { readonly searchId: string; readonly candidateId: string };
const NO_ERRORS: EntryErrors = { consent: {} };

/**
 * The way into a record. Without `record-id`: the candidates of the search made beside it, and the three cases of the
 * search sheet: self-enrolment, emergency access, opening, or a new record for a true homonym (F-39 to F-43, F-260). With
 * `record-id`: how one has access, since and until when, and the act that ends it. / L’accès à un dossier : les candidats
 * d’une recherche et les trois cas de la fiche, ou, avec `record-id`, l’accès que l’on a et jusqu’à quand.
 *
 * Shows itself only when its turn comes; place it after `<spico-patient-search>` under the same `<spico-provider>`. Its
 * own answer to `spico-open-record-request`, when no host takes it over, is to show the access to that record.
 *
 * @element spico-record-access
 * @attr record-id - The record whose access is shown. / Le dossier dont on montre l’accès.
 * @fires spico-open-record-request - The person opens a record; cancel to show the host's own page. / Ouvrir un dossier.
 * @fires spico-create-record-request - None of the candidates is the person; cancel to take over. / Créer un nouveau dossier.
 * @fires spico-record-access-granted - The server has granted access: `mode` is `self-enrolled` or `break-glass`. / Accès accordé.
 * @fires spico-record-access-ended - The access is over, by time or by decision. / Accès terminé.
 * @fires spico-search-completed - An expired search was made again. / Recherche refaite.
 * @csspart candidate - The card of one candidate. / La carte d’un candidat.
 * @csspart dialog - Any dialog. / Une boîte de dialogue.
 * @csspart button - Any button. / Un bouton.
 */
export class SpicoRecordAccess extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  /** Reached from here, where no host showed the record. */
  @state() private landed = '';
  @state() private entry: Entry | undefined;
  @state() private errors: EntryErrors = NO_ERRORS;
  /** Requests to be added, by candidate. */
  @state() private asked: ReadonlyMap<string, string> = new Map();
  /** The server no longer knows this search. */
  @state() private staleSearchId = '';

  readonly #say = this.useMessages(messages);
  readonly #sayConsent = this.useMessages(consentMessages);
  readonly #flow = new FlowController(this);
  readonly #draft = this.draft<EntryDraft>('entry', () => startEntry());
  readonly #dialog = new DialogController(this, 'entry');
  readonly #confirm = new ConfirmController(this);
  readonly #record = new RecordController(this, {
    recordId: () => this.recordId || this.landed,
    client: () => this.client,
    query: (options) => this.query(options),
    failed: (error) => this.report(error),
    ended: (recordId) => this.#tellEnded(recordId),
    minutesLeft: (count) => this.announce(this.#say('minutesLeft', { count })),
  });
  readonly #lists = this.query({
    // With the candidates, so that no dialog opens on an empty list.
    args: () => (this.#flow.value.step === 'candidates' && this.recordId === '' ? ([] as const) : undefined),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
  });
  readonly #enrol = this.command(({ searchId, candidateId, consent }: Door & SelfEnrolmentRequest, key) =>
    this.client.patientSearch.selfEnrol(searchId, candidateId, { consent }, key),
  );
  readonly #breakGlass = this.command(({ searchId, candidateId, ...reason }: Door & BreakGlassRequest, key) =>
    this.client.patientSearch.breakGlass(searchId, candidateId, reason, key),
  );
  readonly #ask = this.command(({ searchId, candidateId, message }: Door & { message: string }, key) =>
    this.client.patientSearch.requestMembership(searchId, candidateId, message === '' ? {} : { message }, key),
  );
  readonly #again = this.command((input: PatientSearchRequest) => this.client.patientSearch.search(input));
  readonly #end = this.command((recordId: string) => this.client.access.endBreakGlass(recordId));

  protected override contextReset(): void {
    this.landed = this.staleSearchId = '';
    this.entry = undefined;
    this.errors = NO_ERRORS;
    this.asked = new Map();
  }

  #shownSearch = '';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { step } = this.#flow.value;
    if (this.landed !== '' && step !== 'search') this.landed = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { step, search } = this.#flow.value;
    const shown = step === 'candidates' && this.recordId === '' ? (search?.searchId ?? '') : '';
    if (shown === this.#shownSearch) return;
    this.#shownSearch = shown;
    // The form that held the focus has closed: the answer takes it, unless a dialog holds it.
    if (shown !== '' && !this.#dialog.isOpen) void this.focusOn('.page-title');
  }

  // --- Candidates ---

  readonly #act = (candidate: Candidate, action: CandidateAction): void => {
    if (action === 'open') {
      if (candidate.recordId !== undefined) this.#open(candidate.recordId, this.contextId);
      return;
    }
    if (this.#draft.value.candidateId !== candidate.candidateId) this.#draft.set(startEntry(candidate.candidateId));
    for (const command of [this.#enrol, this.#breakGlass, this.#ask]) command.settle();
    this.errors = NO_ERRORS;
    this.entry = action;
    this.#dialog.open();
  };

  readonly #send = (): void => {
    const { entry } = this;
    const search = this.#flow.value.search;
    const draft = this.#draft.value;
    if (!search || !entry) return;
    const read = readConsent(draft.consent);
    this.errors = entryErrors(entry, draft, read.ok ? {} : read.errors);
    if (hasErrors(this.errors)) return void this.#showErrors();
    const door = { searchId: search.searchId, candidateId: draft.candidateId };
    if (entry === 'self-enrol' && read.ok)
      void this.#enter(() => this.#enrol.run({ ...door, consent: read.consent }), this.#enrol);
    if (entry === 'break-glass') {
      const { reasonCode, reasonText } = draft;
      void this.#enter(
        () => this.#breakGlass.run({ ...door, reasonCode, reasonText: reasonText.trim() }),
        this.#breakGlass,
      );
    }
    if (entry === 'request-membership') void this.#request({ ...door, message: draft.message.trim() });
  };

  async #enter(act: () => Promise<AccessGranted | undefined>, command: { readonly error: unknown }): Promise<void> {
    const { contextId } = this;
    const granted = await act();
    if (!granted) return this.#refused(command.error);
    const { recordId, access, notifiedMembers } = granted;
    this.environment.records.changed(recordId);
    if (contextId === this.contextId) {
      this.#dialog.close();
      this.announce(this.#say('granted', { count: notifiedMembers }));
    }
    this.#draft.clear(contextId);
    this.emit('spico-record-access-granted', { recordId, mode: access.mode }, contextId);
    this.#open(recordId, contextId);
  }

  async #request(input: Door & { message: string }): Promise<void> {
    const { contextId } = this;
    const sent = await this.#ask.run(input);
    if (!sent) return this.#refused(this.#ask.error);
    this.#draft.clear(contextId);
    if (contextId !== this.contextId) return;
    this.asked = new Map([...this.asked, [input.candidateId, sent.requestedAt]]);
    this.#dialog.close();
    this.announce(this.#say('asked', { time: '' }));
  }

  #refused(error: unknown): void {
    const { code, fields } = failureFacts(error);
    if (code === 'search-not-found') this.staleSearchId = this.#flow.value.search?.searchId ?? '';
    const pointed = (name: string): boolean => fields?.some(({ pointer }) => pointer.startsWith(name)) ?? false;
    this.errors = {
      consent: refusedConsent(fields),
      ...(pointed('/reasonCode') ? { reasonCode: true } : {}),
      ...(pointed('/reasonText') ? { reasonText: true } : {}),
    };
    if (hasErrors(this.errors)) void this.#showErrors();
  }

  async #showErrors(): Promise<void> {
    await this.focusOn('#entry [aria-invalid="true"]:not(fieldset), #entry fieldset[aria-invalid="true"] input');
  }

  /** The host shows the record; otherwise this widget shows the access to it. */
  #open(recordId: string, contextId: string): void {
    const goesOn = this.emit('spico-open-record-request', { recordId }, contextId);
    this.environment.drafts.forget(contextId, ['search', 'entry', 'creation']);
    this.#flow.clear(contextId);
    if (goesOn && contextId === this.contextId && this.recordId === '') this.landed = recordId;
  }

  readonly #searchWithDocument = (): void => this.#flow.patch({ step: 'search', focus: 'document' });

  /** The same traits once more; the dialog stays open on the same person, with everything typed. */
  readonly #searchAgain = async (): Promise<void> => {
    const { contextId } = this;
    const { traits, identityDocument, search: before } = this.#flow.value;
    if (!traits) return;
    const search = await this.#again.run({ traits, ...(identityDocument ? { identityDocument } : {}) });
    if (!search) return;
    const count = search.candidates.length;
    this.emit('spico-search-completed', { outcome: count > 0 ? 'candidates' : 'none', count }, contextId);
    if (contextId === this.contextId) this.#carryOver(before, search);
    this.#flow.patch({ search, step: count > 0 ? 'candidates' : 'search' }, contextId);
  };

  #carryOver(before: PatientSearchResult | undefined, search: PatientSearchResult): void {
    const draft = this.#draft.value;
    const was = before?.candidates.find(({ candidateId }) => candidateId === draft.candidateId);
    const same = sameCandidate(was, search);
    if (same) this.#draft.set({ ...draft, candidateId: same.candidateId });
    if (!same || !this.entry || !same.allowedActions.includes(this.entry)) this.#dialog.close();
    for (const command of [this.#enrol, this.#breakGlass, this.#ask, this.#again]) command.settle();
    this.staleSearchId = '';
    this.asked = new Map();
    this.announce(this.#say(search.candidates.length > 0 ? 'refreshed' : 'gone'));
  }

  readonly #createNew = async (): Promise<void> => {
    const { contextId } = this;
    const candidates = this.#flow.value.search?.candidates ?? [];
    const people = new Intl.ListFormat(this.#say.locale, { type: 'disjunction' }).format(candidates.map(nameOf));
    const sure = await this.#confirm.ask({
      heading: this.#say('noneHeading'),
      body: html`<p>${this.#say('noneBody', { people, count: candidates.length })}</p><p>${this.#say('noneDuplicate')}</p>`,
      confirmLabel: this.#say('noneConfirm'),
    });
    if (!sure || !this.emit('spico-create-record-request', {}, contextId)) return;
    const differentFrom = candidates.map(({ candidateId }) => candidateId);
    this.#flow.patch({ step: 'create', differentFrom, refusedAsExisting: false }, contextId);
  };

  #failure(error: unknown, retry: () => void, expired: boolean): unknown {
    if (error === undefined) return nothing;
    const { words } = this;
    const problem = this.problem(error);
    const again = { words, say: this.#say, busy: this.#again.sending, again: () => void this.#searchAgain() };
    if (problem.code === 'search-not-found') return staleSearch({ ...again, code: problem.code });
    const actions = expired
      ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.resume })
      : problem.retryable
        ? button({ label: words('retry'), onClick: retry })
        : problem.code === 'already-member' || problem.code === 'record-merged'
          ? button({ label: this.#say('searchAgain'), busy: this.#again.sending, onClick: again.again })
          : problem.code === 'self-enrolment-not-allowed'
            ? button({ label: this.#say('redoWithDocument'), onClick: this.#leaveForSearch })
            : nothing;
    return notice({ words, tone: 'warning', alert: true, body: problem.sentence, code: problem.code, actions });
  }

  readonly #leaveForSearch = (): void => {
    this.#dialog.reset();
    this.#searchWithDocument();
  };

  #entryDialog(search: PatientSearchResult): TemplateResult {
    const { words } = this;
    const draft = this.#draft.value;
    const candidate = search.candidates.find(({ candidateId }) => candidateId === draft.candidateId);
    const entry = this.entry ?? 'self-enrol';
    const command = { 'self-enrol': this.#enrol, 'break-glass': this.#breakGlass, 'request-membership': this.#ask }[
      entry
    ];
    const expired = command.state.status === 'failed' && command.state.weather === 'expired';
    const again =
      this.#again.state.status === 'failed'
        ? this.#failure(this.#again.error, () => void this.#searchAgain(), this.#again.state.weather === 'expired')
        : nothing;
    const options = {
      words,
      say: this.#say,
      sayConsent: this.#sayConsent,
      entry,
      person: candidate ? nameOf(candidate) : '',
      draft,
      errors: this.errors,
      lists: this.#lists.state.data,
      sending: command.sending,
      failure: html`${again}${this.#failure(command.error, this.#send, expired)}${this.#listsFailure()}`,
      change: (change: Partial<EntryDraft>) => {
        command.settle();
        this.errors = withoutChanged(this.errors, change);
        this.#draft.patch(change);
      },
      send: this.#send,
      cancel: this.#dialog.close,
    };
    return this.#dialog.render({
      words,
      heading: entryHeading(options),
      body: entryBody(options),
      actions: entryActions(options),
      dismissible: !command.sending,
    });
  }

  #listsFailure(): unknown {
    const { error, status } = this.#lists.state;
    return error === undefined ? nothing : this.#failure(error, this.#lists.retry, status === 'expired');
  }

  #candidates(search: PatientSearchResult): TemplateResult {
    const { words } = this;
    const flow = this.#flow.value;
    const count = search.candidates.length;
    const primary = primaryAction(search);
    const outside = search.candidates.some(({ relation }) => relation !== 'member');
    return html`<section class="stack" aria-labelledby="title">
      <div>
        <h2 id="title" class="page-title" tabindex="-1">${this.#say('found', { count })}</h2>
        <p class="muted">${this.#say(count > 1 ? 'introMany' : 'introOne')}</p>
      </div>
      ${flow.refusedAsExisting ? notice({ words, tone: 'warning', body: this.#say('refused') }) : nothing}
      ${this.#staleNotice(search)} ${search.moreCandidates ? notice({ words, tone: 'info', body: this.#say('more') }) : nothing}
      <div class="candidates">
        ${repeat(
          search.candidates,
          ({ candidateId }) => candidateId,
          (candidate) =>
            candidateCard({
              say: this.#say,
              candidate,
              typed: flow,
              primary: primary?.candidateId === candidate.candidateId ? primary.action : undefined,
              askedAt: this.asked.get(candidate.candidateId),
              act: (action) => this.#act(candidate, action),
              searchWithDocument: this.#searchWithDocument,
              searchAgain: () => void this.#searchAgain(),
            }),
        )}
      </div>
      ${outside ? this.#which() : nothing}
      <div class="none">
        ${search.mayCreate ? button({ label: this.#say('none'), onClick: () => void this.#createNew() }) : html`<p class="muted">${this.#say('noneForbidden')}</p>`}
      </div>
      ${this.#entryDialog(search)} ${this.#confirm.render(words)}
    </section>`;
  }

  #staleNotice(search: PatientSearchResult): unknown {
    if (this.#dialog.isOpen) return nothing;
    const { words } = this;
    const again = (): void => void this.#searchAgain();
    if (this.#again.state.status === 'failed')
      return this.#failure(this.#again.error, again, this.#again.state.weather === 'expired');
    if (this.staleSearchId !== search.searchId) return nothing;
    return staleSearch({ words, say: this.#say, busy: this.#again.sending, again, code: 'search-not-found' });
  }

  #which(): TemplateResult {
    const body = html`<div class="which">
      ${(['whichEnrol', 'whichGlass', 'whichAsk', 'whichTold'] as const).map((key) => html`<p>${this.#say(key)}</p>`)}
    </div>`;
    return disclosure({ summary: this.#say('which'), body });
  }

  // --- One's own access ---

  #tellEnded(recordId: string): void {
    this.announce(this.#say('ended'));
    this.emit('spico-record-access-ended', { recordId });
  }

  readonly #giveBack = async (): Promise<void> => {
    const recordId = this.recordId || this.landed;
    const sure = await this.#confirm.ask({
      heading: this.#say('endHeading'),
      body: this.#say('endBody'),
      confirmLabel: this.#say('end'),
    });
    if (!sure) return;
    await this.#end.run(recordId);
    const { state } = this.#end;
    const over = state.status === 'done' || failureFacts(this.#end.error).code === 'break-glass-ended';
    if (over && this.environment.records.ended(recordId)) this.#tellEnded(recordId);
    if (over) this.#end.settle();
  };

  #mine(): TemplateResult {
    const { words } = this;
    const error = this.#end.error;
    const expired = this.#end.state.status === 'failed' && this.#end.state.weather === 'expired';
    return html`${myAccess({
      words,
      say: this.#say,
      record: this.#record,
      problem: (failure) => this.problem(failure),
      signIn: this.resume,
      ending: this.#end.sending,
      failure: this.#failure(error, () => void this.#end.retry(), expired),
      end: () => void this.#giveBack(),
    })}${this.#confirm.render(words)}`;
  }

  override render(): unknown {
    const { step, search } = this.#flow.value;
    if (this.recordId !== '' || this.landed !== '') return this.#mine();
    return step === 'candidates' && search ? this.#candidates(search) : nothing;
  }
}

const nameOf = ({ traits }: Candidate): string =>
  fullName({ family: traits.birthFamilyName, given: traits.firstBirthGivenName });

/** What is being mended is no longer said to be wrong. */
function withoutChanged(errors: EntryErrors, change: Partial<EntryDraft>): EntryErrors {
  const { reasonCode, reasonText } = errors;
  return {
    consent: change.consent === undefined ? errors.consent : {},
    ...(reasonCode && change.reasonCode === undefined ? { reasonCode } : {}),
    ...(reasonText && change.reasonText === undefined ? { reasonText } : {}),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-record-access': SpicoRecordAccess;
  }
}
