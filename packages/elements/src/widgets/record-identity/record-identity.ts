import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  button,
  conflictScene,
  DialogController,
  disclosure,
  facts,
  forbiddenScene,
  notice,
  skeleton,
  weather,
} from '../../primitives/index.ts';
import { consentMessages } from '../../shared/consent/consent-fields.ts';
import { RecordController } from '../../shared/controllers/record.ts';
import { SpicoElement } from '../../shared/element.ts';
import { pencilIcon } from '../../shared/icons.generated.ts';
import { endedNotice, identityMessages } from '../../shared/identity/identity.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import { type CoordinationRecord, failureFacts, type SpicoClient } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import { textAttribute } from '../../shared/text-attribute.ts';
import { TraitsFields, traitsMessages } from '../../shared/traits/traits-fields.ts';
import { editActions, editForm, type EditFormOptions, editHeading, editVersions } from './edit-form.ts';
import { type BlockOptions, consentBlock, dmpBlock, historyList, identityBlock, insPart } from './identity-blocks.ts';
import french from './record-identity.fr.ts';
import {
  type Act,
  type Change,
  countErrors,
  type EditErrors,
  noErrors,
  readEdit,
  type RecordEdit,
  refusedByServer,
  startEdit,
  versionFor,
} from './record-identity.model.ts';
import { styles } from './record-identity.styles.ts';

const messages = defineMessages('record-identity', french, { en: () => import('./record-identity.en.ts') });

type Saving = { readonly recordId: string; readonly version: number; readonly change: Change };

/**
 * The identity and administrative block of a record: traits, checked document, INS and where it disagrees with the traits,
 * history, contact, consent, DMP, and the acts one may do on them (F-28 to F-33, F-47, F-65, F-261). / Le bloc identité et
 * administratif d’un dossier, et ce que l’on peut y corriger.
 *
 * A change starts from the version that was read; if somebody was faster, both versions are shown side by side.
 *
 * @element spico-record-identity
 * @attr record-id - The record of this person. / Le dossier de cette personne.
 * @slot ins - A place for `<spico-ins-reconciliation record-id>`. / L’emplacement du rapprochement INS.
 * @fires spico-identity-changed - Traits, document or special cases have changed. / L’identité a changé.
 * @fires spico-record-access-ended - The emergency access is over. / L’accès en bris de glace est terminé.
 * @csspart dialog - Any dialog. / Une boîte de dialogue.
 * @csspart facts - A list of facts. / Une liste d’informations.
 * @csspart button - Any button. / Un bouton.
 */
export class SpicoRecordIdentity extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id', converter: textAttribute }) recordId = '';

  @state() private act: Act | undefined;
  @state() private errors: EditErrors = noErrors;
  /** Somebody was faster: the choice between two versions. */
  @state() private conflict = false;
  @state() private historyOpen = false;
  @state() private dmpUrl = '';

  readonly #say = this.useMessages(messages);
  readonly #sayIdentity = this.useMessages(identityMessages);
  readonly #sayConsent = this.useMessages(consentMessages);
  readonly #sayTraits = this.useMessages(traitsMessages);
  readonly #draft = this.draft<RecordEdit | undefined>('record-edit', () => undefined);
  readonly #dialog = new DialogController(this, 'edit', () => this.#closed());
  readonly #record = new RecordController(this, {
    recordId: () => this.recordId,
    client: () => this.client,
    query: (options) => this.query(options),
    failed: (error) => this.report(error),
    ended: (recordId) => this.emit('spico-record-access-ended', { recordId }),
  });
  readonly #fields = new TraitsFields(this, {
    words: () => this.words,
    traitsWords: () => this.#sayTraits,
    client: () => this.client,
    draft: () => this.#edit().traits,
    change: (change) => this.#change({ traits: { ...this.#edit().traits, ...change } }),
    announce: (sentence) => this.announce(sentence),
  });
  readonly #lists = this.query({
    args: () => (this.#record.record === undefined ? undefined : ([] as const)),
    load: (_args, { signal }) => this.client.reference.lists({ signal }),
    failed: () => undefined,
  });
  readonly #history = this.query({
    args: () => {
      const { record } = this.#record;
      return this.historyOpen && record ? ([record.id, record.identity.version] as const) : undefined;
    },
    load: ([recordId], { signal }) => this.client.identity.history(recordId, { signal }),
  });
  readonly #save = this.command((saving: Saving) => send(this.client, saving));
  readonly #dmp = this.command((recordId: string) => this.client.records.launchDmp(recordId));

  protected override contextReset(): void {
    this.#forget();
    this.historyOpen = false;
    this.dmpUrl = '';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const left = changed.has('recordId') && changed.get('recordId') !== undefined && changed.get('recordId') !== '';
    if (left || (this.#record.ended && this.act !== undefined)) {
      this.#dialog.reset();
      this.contextReset();
    }
  }

  #forget(): void {
    this.act = undefined;
    this.errors = noErrors;
    this.conflict = false;
  }

  #closed(): void {
    this.#forget();
    this.#save.settle();
  }

  /** What is being typed, for this record only: a draft begun on another one is never shown here. */
  #edit(): RecordEdit {
    const { record } = this.#record;
    const draft = this.#draft.value;
    const { act } = this;
    if (draft && draft.recordId === this.recordId && draft.act === act) return draft;
    if (!record) throw new Error('An edit needs its record.');
    return startEdit(act ?? 'contact', record);
  }

  readonly #begin = (act: Act): void => {
    const { record } = this.#record;
    if (!record) return;
    this.errors = noErrors;
    this.conflict = false;
    this.act = act;
    const draft = this.#draft.value;
    if (draft?.recordId !== this.recordId || draft.act !== act) this.#draft.set(startEdit(act, record));
    this.#save.settle();
    if (act === 'contact') void this.focusOn('#email');
    else this.#dialog.open();
  };

  #change(change: Partial<RecordEdit>): void {
    this.errors = noErrors;
    this.#save.settle();
    this.#draft.set({ ...this.#edit(), ...change });
  }

  readonly #cancel = (): void => {
    this.#draft.clear();
    if (this.#dialog.isOpen) this.#dialog.close();
    else {
      this.#closed();
      void this.focusOn('#edit-contact');
    }
  };

  readonly #onSave = (): void => {
    const { record } = this.#record;
    if (!record) return;
    const edit = this.#edit();
    const read = readEdit(edit, record);
    this.errors = read.ok ? noErrors : read.errors;
    if (!read.ok) return void this.#showErrors();
    void this.#send({ recordId: this.recordId, version: edit.version, change: read.change });
  };

  async #showErrors(): Promise<void> {
    const count = countErrors(this.errors);
    if (count > 0) this.announce(this.#say('fixErrors', { count }));
    await this.focusOn('form [aria-invalid="true"]:not(fieldset), form fieldset[aria-invalid="true"] input');
  }

  async #send(saving: Saving): Promise<void> {
    const { contextId } = this;
    const version = await this.#save.run(saving);
    const here = contextId === this.contextId && saving.recordId === this.recordId;
    if (version === undefined) return here ? this.#refused() : undefined;
    this.#draft.clear(contextId);
    this.environment.records.changed(saving.recordId);
    const { act } = saving.change;
    if (act !== 'consent' && act !== 'contact') {
      this.emit('spico-identity-changed', { recordId: saving.recordId, version }, contextId);
    }
    if (!here) return;
    this.announce(this.#say('saved'));
    if (this.#dialog.isOpen) this.#dialog.close();
    else {
      this.#closed();
      await this.focusOn('#edit-contact');
    }
  }

  #refused(): void {
    const { state } = this.#save;
    if (state.status !== 'failed') return;
    const { code, fields } = failureFacts(state.error);
    if (code === 'break-glass-ended') return this.#record.end();
    if (state.weather === 'conflict') {
      this.conflict = true;
      return this.#record.changed();
    }
    this.errors = refusedByServer(fields);
    if (countErrors(this.errors) > 0) void this.#showErrors();
  }

  readonly #keepMine = (): void => {
    const { record } = this.#record;
    if (!record || !this.act) return;
    this.conflict = false;
    this.#draft.set({ ...this.#edit(), version: versionFor(this.act, record) });
    this.#onSave();
  };

  readonly #openDmp = async (): Promise<void> => {
    const { recordId, contextId } = this;
    const launch = await this.#dmp.run(recordId);
    if (!launch || recordId !== this.recordId || contextId !== this.contextId) return;
    window.open(launch.url, '_blank', 'noopener,noreferrer');
    // A browser may refuse a tab that no click opened: the link stands beside.
    this.dmpUrl = launch.url;
    this.#dmp.settle();
  };

  #failure(
    command: { readonly error: unknown; readonly state: { status: string; weather?: string } },
    retry: () => void,
  ): unknown {
    const { error, state } = command;
    if (error === undefined || state.weather === 'conflict') return nothing;
    const { words } = this;
    const problem = this.problem(error);
    const actions =
      state.weather === 'expired'
        ? button({ label: words('signInAgain'), variant: 'primary', onClick: this.resume })
        : problem.retryable
          ? button({ label: words('retry'), onClick: retry })
          : nothing;
    return notice({ words, tone: 'warning', alert: true, body: problem.sentence, code: problem.code, actions });
  }

  #formOptions(record: CoordinationRecord): EditFormOptions {
    return {
      words: this.words,
      say: this.#say,
      sayIdentity: this.#sayIdentity,
      sayConsent: this.#sayConsent,
      fields: this.#fields,
      record,
      edit: this.#edit(),
      errors: this.errors,
      lists: this.#lists.state.data,
      failure: this.#failure(this.#save, this.#onSave),
      sending: this.#save.sending,
      change: (change) => this.#change(change),
      save: this.#onSave,
      cancel: this.#cancel,
    };
  }

  #form(options: EditFormOptions): TemplateResult {
    if (!this.conflict) return editForm(options);
    return conflictScene({
      words: this.words,
      ...editVersions(options),
      onKeepMine: this.#keepMine,
      onKeepTheirs: this.#cancel,
    });
  }

  #contact(record: CoordinationRecord): TemplateResult | typeof nothing {
    const { administrative, allowedActions } = record;
    if (!administrative) return nothing;
    const { email, mobile } = administrative;
    const shown = html`${facts([
      { label: this.#say('email'), value: email ?? html`<span class="muted">${this.#say('notKnown')}</span>` },
      { label: this.#say('mobile'), value: mobile ?? html`<span class="muted">${this.#say('notKnown')}</span>` },
    ])}
    ${
      allowedActions.includes('records.update-administrative')
        ? html`<div class="acts">${button({ id: 'edit-contact', label: this.#say('editContact'), icon: pencilIcon, onClick: () => this.#begin('contact') })}</div>`
        : nothing
    }`;
    return html`<div class="card block">
      <h3>${this.#say('contact')}</h3>
      ${this.act === 'contact' ? this.#form(this.#formOptions(record)) : shown}
    </div>`;
  }

  #historyBlock({ allowedActions }: CoordinationRecord): TemplateResult | typeof nothing {
    if (!allowedActions.includes('identity.read-history')) return nothing;
    const { words } = this;
    const body = weather({
      words,
      state: this.#history.state,
      retry: this.#history.retry,
      problem: (error) => this.problem(error),
      signIn: this.resume,
      loading: () => skeleton({ words, count: 3 }),
      empty: () => html`<p class="muted">${this.#say('historyEmpty')}</p>`,
      ready: (history) => historyList(history, this.#say, this.#sayIdentity),
    });
    return disclosure({
      summary: this.#say('history'),
      body: this.historyOpen ? body : nothing,
      open: this.historyOpen,
      onToggle: (open) => (this.historyOpen = open),
    });
  }

  #editDialog(record: CoordinationRecord): TemplateResult {
    const { words, act } = this;
    if (act === undefined || act === 'contact') return this.#dialog.render({ words, heading: '', body: nothing });
    const options = this.#formOptions(record);
    return this.#dialog.render({
      words,
      heading: editHeading(act, this.#say),
      body: this.#form(options),
      ...(this.conflict ? {} : { actions: editActions(options) }),
      wide: act === 'traits' || this.conflict,
      dismissible: !options.sending,
    });
  }

  #ready(record: CoordinationRecord): TemplateResult {
    const { words } = this;
    const options: BlockOptions = { words, say: this.#say, sayIdentity: this.#sayIdentity, record, edit: this.#begin };
    const dmp = {
      opening: this.#dmp.sending,
      url: this.dmpUrl,
      failure: this.#failure(this.#dmp, () => void this.#openDmp()),
      open: () => void this.#openDmp(),
    };
    return html`<div class="blocks">
        <div class="card block">${identityBlock(options)} ${insPart(options)} ${this.#historyBlock(record)}</div>
        <div class="side">
          ${this.#contact(record)} ${consentBlock(options, this.#lists.state.data?.consentGivers ?? [])} ${dmpBlock(options, dmp)}
        </div>
      </div>
      ${this.#editDialog(record)}`;
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
              loading: () => skeleton({ words, shape: 'card', count: 3 }),
              forbidden: () => forbiddenScene({ words, body: this.#say('forbidden') }),
              ready: (data) => this.#ready(data),
            })
      }
    </section>`;
  }
}

/** Sends one change, with the version it was begun from. The answer is the version of the identity after it. */
async function send(client: SpicoClient, { recordId, version, change }: Saving): Promise<number> {
  switch (change.act) {
    case 'traits':
      return (await client.identity.correct(recordId, change.body, { version })).version;
    case 'document':
      return (await client.identity.checkDocument(recordId, change.body, { version })).version;
    case 'flags':
      return (await client.identity.setFlags(recordId, change.body, { version })).version;
    case 'consent':
      await client.records.changeConsent(recordId, change.body, { version });
      return version;
    case 'contact':
      await client.records.updateAdministrative(recordId, change.body, { version });
      return version;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spico-record-identity': SpicoRecordIdentity;
  }
}
