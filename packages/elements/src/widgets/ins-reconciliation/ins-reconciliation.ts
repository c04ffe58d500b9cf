import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { button, checkbox, notice, skeleton, weather } from '../../primitives/index.ts';
import { FlowController } from '../../shared/controllers/flow.ts';
import { RecordController } from '../../shared/controllers/record.ts';
import {
  createDecided,
  type CreationOutcome,
  type CreationPhase,
  finaliseCreation,
} from '../../shared/creation/create-record.ts';
import {
  createdNotice,
  type CreatedRecord,
  createdSentences,
  creationFailure,
  creationMessages,
  PHASE_WORDS,
} from '../../shared/creation/creation-views.ts';
import { SpicoElement } from '../../shared/element.ts';
import { fullName } from '../../shared/format/name.ts';
import { arrowLeftIcon, refreshCwIcon, searchIcon } from '../../shared/icons.generated.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import {
  type CoordinationRecord,
  type CreateRecordRequest,
  failureFacts,
  type IdentityStatus,
  type Ins,
  type InsDecision,
  type InsQueryResult,
} from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import { traitsMessages } from '../../shared/traits/traits-fields.ts';
import { comparisonSummary, comparisonTable, insBlock, summaryNotice } from './ins-comparison.ts';
import french from './ins-reconciliation.fr.ts';
import {
  type ComparedRow,
  comparedRows,
  countKinds,
  insWarnings,
  overwritten,
  statusAfterAccepting,
} from './ins-reconciliation.model.ts';
import { styles } from './ins-reconciliation.styles.ts';

const messages = defineMessages('ins-reconciliation', french, { en: () => import('./ins-reconciliation.en.ts') });

type Decision = InsDecision['decision'];
type RecordDecision = { readonly recordId: string; readonly version: number; readonly decision: InsDecision };

/**
 * The identity retrieved by the INSi teleservice beside the one that was typed, and the decision to take or refuse it, each
 * confirmed by a second click (F-34 to F-38, F-261). / L’identité INS face à l’identité saisie, et la décision.
 *
 * Beside `<spico-identity-form>` under one `<spico-provider>`, it shows itself when there is something to compare, and its
 * decision creates the record. With `record-id` it asks the teleservice again for an existing record (F-47).
 *
 * @element spico-ins-reconciliation
 * @attr record-id - An existing record, whose INS is asked for and decided here. / Un dossier existant, dont l’INS est demandée et décidée ici.
 * @slot header - Replaces the introduction. / Remplace l’introduction.
 * @fires spico-ins-decided - The INS was taken or refused: `decision` is `accept` or `refuse`. / L’INS est récupérée ou refusée.
 * @fires spico-record-created - The server has created the record. / Le serveur a créé le dossier.
 * @fires spico-open-record-request - The new record should be opened; cancel to open the host's own page. / Le dossier créé est à ouvrir.
 * @fires spico-identity-changed - With `record-id`: the identity of the record has changed. / L’identité du dossier a changé.
 * @csspart table - The comparison. / La comparaison.
 * @csspart confirm - The confirmation of a decision. / La confirmation d’une décision.
 * @csspart button - Any button. / Un bouton.
 */
export class SpicoInsReconciliation extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  @state() private asked: Decision | undefined;
  @state() private documentConfirmed = false;
  @state() private phase: CreationPhase | undefined;
  @state() private created: CreatedRecord | undefined;
  @state() private answer: InsQueryResult | undefined;
  @state() private decided: { readonly decision: Decision; readonly status: IdentityStatus } | undefined;
  #wasComparing = false;

  readonly #say = this.useMessages(messages);
  readonly #sayTraits = this.useMessages(traitsMessages);
  readonly #sayCreation = this.useMessages(creationMessages);
  readonly #flow = new FlowController(this);
  readonly #record = new RecordController(this, {
    recordId: () => this.recordId,
    client: () => this.client,
    query: (options) => this.query(options),
    ended: (recordId) => this.emit('spico-record-access-ended', { recordId }),
    failed: (error) => this.report(error),
  });
  readonly #ask = this.command((recordId: string) => this.client.identity.queryIns(recordId));
  readonly #decide = this.command(({ recordId, version, decision }: RecordDecision) =>
    this.client.identity.decideIns(recordId, decision, { version }),
  );
  readonly #create = this.command((request: CreateRecordRequest, { idempotencyKey }) => {
    const { contextId } = this;
    const phase = (now: CreationPhase): void => this.#enter(now, contextId);
    const step = { client: this.client, idempotencyKey, phase };
    // Without a decision the question is put again: the former answer had grown too old.
    return request.insDecision ? createDecided(request, step) : finaliseCreation(request, step);
  });

  get #ofRecord(): boolean {
    return this.recordId !== '';
  }

  get #insQuery(): InsQueryResult | undefined {
    if (this.#ofRecord) return this.answer;
    const { step, pending, insQuery } = this.#flow.value;
    return step === 'compare' && pending ? insQuery : undefined;
  }

  get #busy(): boolean {
    return this.#ask.sending || this.#decide.sending || this.#create.sending;
  }

  protected override contextReset(): void {
    this.asked = this.phase = this.created = this.answer = this.decided = undefined;
    this.documentConfirmed = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('recordId') && this.hasUpdated) {
      this.contextReset();
      for (const command of [this.#ask, this.#decide, this.#create]) command.reset();
    }
    if (this.#flow.value.step !== 'search') this.created = undefined;
    if (this.#insQuery === undefined && this.asked) {
      this.asked = undefined;
      this.documentConfirmed = false;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const comparing = this.#insQuery?.outcome === 'found';
    if (comparing && !this.#wasComparing) {
      void this.focusOn('.title');
      this.announce(comparisonSummary(this.#say, this.#rows(this.#insQuery)));
    }
    this.#wasComparing = comparing;
  }

  #enter(phase: CreationPhase, contextId: string): void {
    if (contextId !== this.contextId) return;
    this.phase = phase;
    this.announce(this.#sayCreation(PHASE_WORDS[phase]));
  }

  readonly #sexLabel = (code: string): string => {
    const words = { F: 'female', M: 'male', I: 'indeterminate' } as const;
    return Object.hasOwn(words, code) ? this.#sayTraits(words[code as keyof typeof words]) : code;
  };

  #rows(insQuery: InsQueryResult): readonly ComparedRow[] {
    const { birthPlaceLabel, pending } = this.#flow.value;
    const place = this.#record.record?.identity.traits.birthPlace;
    const side = this.#ofRecord
      ? { placeLabel: place?.label, placeCode: place?.cog }
      : { placeLabel: birthPlaceLabel, placeCode: pending?.traits.birthPlace.cog };
    return comparedRows(insQuery, { ...side, sexLabel: this.#sexLabel });
  }

  readonly #choose = (decision: Decision): void => {
    this.asked = decision;
    this.documentConfirmed = false;
    this.#settle();
    void this.focusOn('#confirm-title');
  };

  readonly #cancel = (): void => {
    const button = this.asked === 'refuse' ? '#refuse' : '#accept';
    this.asked = undefined;
    this.#settle();
    void this.focusOn(button);
  };

  #settle(): void {
    for (const command of [this.#ask, this.#decide, this.#create]) command.settle();
  }

  readonly #confirm = (): void => {
    const { insQueryId, documentRecheckNeeded } = this.#insQuery ?? {};
    if (!this.asked || !insQueryId || this.#busy) return;
    const confirmed = this.asked === 'accept' && documentRecheckNeeded;
    const decision: InsDecision = {
      insQueryId,
      decision: this.asked,
      ...(confirmed ? { documentConfirmed: this.documentConfirmed } : {}),
    };
    void (this.#ofRecord ? this.#decideForRecord(decision) : this.#createWith(decision));
  };

  async #createWith(decision?: InsDecision): Promise<void> {
    const { contextId } = this;
    const { pending } = this.#flow.value;
    if (!pending) return;
    const outcome = await this.#create.run(decision ? { ...pending, insDecision: decision } : pending);
    const here = contextId === this.contextId;
    if (here) this.phase = undefined;
    if (outcome) this.#land(outcome, decision?.decision, contextId);
    else if (here) await this.focusOn('#failure');
  }

  #land(outcome: CreationOutcome, decision: Decision | undefined, contextId: string): void {
    const here = contextId === this.contextId;
    if (outcome.kind === 'compare') {
      const { request: pending, insQuery } = outcome;
      if (here) this.asked = undefined;
      this.#flow.patch({ pending, insQuery }, contextId);
      if (here) void this.focusOn('.title');
      return;
    }
    if (outcome.kind === 'exists') {
      if (here) this.announce(this.#sayCreation('exists'));
      const { search } = outcome;
      return this.#flow.patch({ search, step: 'candidates', refusedAsExisting: true }, contextId);
    }
    const { record, withoutIns } = outcome;
    const created = { recordId: record.id, status: record.identity.status, ...(withoutIns ? { withoutIns } : {}) };
    this.environment.drafts.forget(contextId, ['search', 'creation']);
    this.#flow.clear(contextId);
    if (here) {
      this.created = created;
      this.announce(createdSentences(this.#sayCreation, created).join('. '));
      void this.focusOn('#created');
    }
    if (decision) this.emit('spico-ins-decided', { decision }, contextId);
    this.emit('spico-record-created', { recordId: record.id }, contextId);
    this.emit('spico-open-record-request', { recordId: record.id }, contextId);
  }

  readonly #askForRecord = async (): Promise<void> => {
    const { contextId, recordId } = this;
    this.answer = this.decided = this.asked = undefined;
    this.#decide.settle();
    this.#enter('ins', contextId);
    const answer = await this.#ask.run(recordId);
    if (contextId !== this.contextId || recordId !== this.recordId) return;
    this.phase = undefined;
    this.answer = answer;
    // A verification that finds nothing any more changes the identity: what is shown elsewhere is read again.
    if (answer && answer.outcome !== 'found') this.#record.changed();
    if (answer?.outcome !== 'found') await this.focusOn(answer ? '#answer' : '#failure');
  };

  async #decideForRecord(decision: InsDecision): Promise<void> {
    const { contextId, recordId } = this;
    const version = this.#record.record?.identity.version;
    if (version === undefined) return;
    const identity = await this.#decide.run({ recordId, version, decision });
    const here = contextId === this.contextId && recordId === this.recordId;
    if (!identity) {
      // Somebody changed the identity: the next try starts from what it is now.
      if (here && failureFacts(this.#decide.error).kind === 'stale') this.#record.changed();
      if (here) await this.focusOn('#failure');
      return;
    }
    this.environment.records.changed(recordId);
    if (here) {
      this.answer = this.asked = undefined;
      this.decided = { decision: decision.decision, status: identity.status };
      this.announce(this.#decidedSentence(this.decided));
      void this.focusOn('#answer');
    }
    this.emit('spico-ins-decided', { decision: decision.decision }, contextId);
    this.emit('spico-identity-changed', { recordId, version: identity.version }, contextId);
  }

  #decidedSentence({ decision, status }: NonNullable<typeof this.decided>): string {
    if (decision === 'refuse') return this.#say('refusedDone');
    return `${this.#say('accepted')}. ${this.#say(`now-${status}`)}`;
  }

  #failure(): unknown {
    const failed = [this.#ask, this.#decide, this.#create].find(({ error }) => error !== undefined);
    if (!failed || this.#busy) return nothing;
    const { words } = this;
    const { error } = failed;
    const problem = this.problem(error);
    const { code, kind } = failureFacts(error);
    const creating = failed === (this.#create as unknown);
    const askAgain = creating ? (): void => void this.#createWith() : (): void => void this.#askForRecord();
    const expired = failed.state.status === 'failed' && failed.state.weather === 'expired';
    const actions = expired
      ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.#signIn })
      : code === 'ins-query-not-found' || kind === 'stale'
        ? button({ label: this.#say('askAgain'), icon: refreshCwIcon, onClick: askAgain })
        : problem.retryable
          ? button({ label: words('retry'), icon: refreshCwIcon, onClick: this.asked ? this.#confirm : askAgain })
          : nothing;
    return creationFailure({
      words,
      say: this.#sayCreation,
      error,
      problem,
      heading: creating
        ? this.#sayCreation('failed')
        : this.#say(failed === (this.#ask as unknown) ? 'failedQuery' : 'failedDecision'),
      reassurance: creating ? this.#sayCreation('kept') : this.#say('decisionKept'),
      actions,
    });
  }

  readonly #signIn = (): void => {
    this.#settle();
    this.resume();
  };

  #comparison(insQuery: InsQueryResult): TemplateResult {
    const rows = this.#rows(insQuery);
    const { retrieved, ins } = insQuery;
    const person = retrieved
      ? fullName({ family: retrieved.birthFamilyName, given: retrieved.firstBirthGivenName })
      : '';
    return html`<div class="head">
        <h2 class="title" tabindex="-1">${person ? this.#say('titleOf', { person }) : this.#say('title')}</h2>
        <slot name="header"><p class="muted">${this.#say('intro')}</p></slot>
      </div>
      ${summaryNotice(this.words, this.#say, { rows, ins })} ${comparisonTable(this.#say, rows, this.#ofRecord)}
      ${ins ? insBlock(this.words, this.#say, ins, this.#sexLabel) : nothing}
      ${this.asked ? this.#confirmation(this.asked, insQuery, rows) : this.#choices(rows, ins)}`;
  }

  #choices(rows: readonly ComparedRow[], ins: Ins | undefined): TemplateResult {
    // Where something disagrees neither answer is the louder one: an overwritten identity must not be the easy click.
    const disagrees = countKinds(rows).different > 0 || (ins !== undefined && insWarnings(ins).length > 0);
    const variant = disagrees ? 'secondary' : 'primary';
    return html`${this.#failure()}
      <div class="actions">
        ${
          this.#ofRecord
            ? nothing
            : html`<span class="first">
                ${button({ label: this.#say('back'), icon: arrowLeftIcon, variant: 'quiet', onClick: this.#back })}
              </span>`
        }
        ${button({ label: this.#say('refuse'), id: 'refuse', onClick: () => this.#choose('refuse') })}
        ${button({ label: this.#say('accept'), id: 'accept', variant, onClick: () => this.#choose('accept') })}
      </div>`;
  }

  readonly #back = (): void => {
    this.#settle();
    this.#flow.patch({ step: 'create' });
  };

  #confirmation(decision: Decision, insQuery: InsQueryResult, rows: readonly ComparedRow[]): TemplateResult {
    const { words } = this;
    const accepting = decision === 'accept';
    const label = this.#say(decision);
    const phase = this.phase ? this.#sayCreation(PHASE_WORDS[this.phase]) : this.#say('deciding');
    return html`<section class="card confirm" part="confirm" aria-labelledby="confirm-title">
      <h3 id="confirm-title" tabindex="-1">${this.#say(accepting ? 'confirmAccept' : 'confirmRefuse')}</h3>
      ${accepting ? this.#consequences(insQuery, rows) : html`<p>${this.#say(this.#ofRecord ? 'confirmRefuseRecord' : 'confirmRefuseBody')}</p>`}
      ${this.#failure()} ${this.#busy ? html`<p class="phase">${phase}</p>` : nothing}
      <div class="actions">
        ${button({ label: words('cancel'), disabled: this.#busy, onClick: this.#cancel })}
        ${button({ label, variant: 'primary', busy: this.#busy, busyLabel: phase, onClick: this.#confirm })}
      </div>
    </section>`;
  }

  #consequences(insQuery: InsQueryResult, rows: readonly ComparedRow[]): TemplateResult {
    const changes = overwritten(rows).map(({ trait, typed: before, retrieved: after }) =>
      before
        ? this.#say('becomes', { trait: this.#say(trait), before, after })
        : this.#say('added', { trait: this.#say(trait), after }),
    );
    const recheckNeeded = insQuery.documentRecheckNeeded === true;
    const checked = this.#ofRecord
      ? this.#record.record?.identity.documentCheck !== undefined
      : this.#flow.value.pending?.identityDocument !== undefined;
    const status = statusAfterAccepting({ checked, recheckNeeded, confirmed: this.documentConfirmed });
    return html`<p>${this.#say(this.#ofRecord ? 'confirmAcceptRecord' : 'confirmAcceptBody')}</p>
      ${
        changes.length === 0
          ? html`<p>${this.#say('nothingChanges')}</p>`
          : html`<div class="head">
              <h4>${this.#say('changes')}</h4>
              <ul class="changes">${changes.map((change) => html`<li>${change}</li>`)}</ul>
            </div>`
      }
      ${
        recheckNeeded
          ? checkbox({
              words: this.words,
              id: 'recheck',
              label: this.#say('recheck'),
              hint: this.#say('recheckWhy'),
              checked: this.documentConfirmed,
              disabled: this.#busy,
              onChange: (confirmed) => {
                this.documentConfirmed = confirmed;
              },
            })
          : nothing
      }
      <p role="status"><strong>${this.#say(`after-${status}`)}</strong></p>`;
  }

  /** An existing record, before and after the question. */
  #recordView(record: CoordinationRecord): TemplateResult {
    if (this.answer?.outcome === 'found') return this.#comparison(this.answer);
    const { words } = this;
    const { identity, allowedActions } = record;
    const refusal = !identity.insCallAllowed
      ? this.#say('notAllowedFlags')
      : allowedActions.includes('identity.query-ins')
        ? undefined
        : this.#say('notAllowedRight');
    const said = this.decided
      ? notice({
          words,
          id: 'answer',
          tone: this.decided.decision === 'accept' ? 'success' : 'info',
          body: this.#decidedSentence(this.decided),
        })
      : this.answer
        ? notice({ words, id: 'answer', tone: 'warning', body: this.#say(this.answer.outcome as 'none') })
        : nothing;
    const intro = identity.ins ? this.#say('askVerify') : this.#say('askWhat');
    const label = this.answer || identity.ins ? this.#say('askAgain') : this.#say('ask');
    return html`${said} ${this.#failure()}
      ${
        refusal
          ? notice({ words, tone: 'info', body: refusal })
          : html`<p class="muted">${intro}</p>
              ${this.#ask.sending ? html`<p class="phase">${this.#sayCreation('phaseIns')}</p>` : nothing}
              <div class="actions">
                ${button({
                  label,
                  icon: searchIcon,
                  busy: this.#ask.sending,
                  busyLabel: this.#sayCreation('phaseIns'),
                  onClick: () => void this.#askForRecord(),
                })}
              </div>`
      }`;
  }

  override render(): unknown {
    const insQuery = this.#insQuery;
    const section = (body: unknown): TemplateResult =>
      html`<section class="stack" aria-label=${this.#say('title')}>${body}</section>`;
    if (this.#ofRecord) {
      if (this.#record.ended) return nothing;
      return section(
        weather({
          words: this.words,
          state: this.#record.state,
          ready: (record) => this.#recordView(record),
          retry: this.#record.retry,
          problem: (error) => this.problem(error),
          signIn: this.resume,
          loading: () => skeleton({ words: this.words, count: 2 }),
        }),
      );
    }
    if (this.created) return this.#createdNotice(this.created);
    return insQuery ? section(this.#comparison(insQuery)) : nothing;
  }

  #createdNotice(created: CreatedRecord): TemplateResult {
    const { recordId } = created;
    const onOpen = (): void => void this.emit('spico-open-record-request', { recordId });
    return createdNotice({ words: this.words, say: this.#sayCreation, created, onOpen });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-ins-reconciliation': SpicoInsReconciliation;
  }
}
