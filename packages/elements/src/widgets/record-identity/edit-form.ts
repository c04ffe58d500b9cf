import { html, nothing, type TemplateResult } from 'lit';
import { button, checkbox, facts, notice, selectField, textField } from '../../primitives/index.ts';
import { consentFields, type ConsentWords } from '../../shared/consent/consent-fields.ts';
import { numericDate } from '../../shared/format/date.ts';
import { bornIn, bornOn, birthName, type IdentityWords } from '../../shared/identity/identity.ts';
import { flagBlockedBy, IDENTITY_FLAGS, staysProvisional } from '../../shared/identity/flags.ts';
import type { Words } from '../../shared/locale/common.ts';
import type { Translate } from '../../shared/locale/translate.ts';
import type { CoordinationRecord, ListEntry, ReferenceLists } from '../../shared/sdk.ts';
import type { TraitsFields } from '../../shared/traits/traits-fields.ts';
import type french from './record-identity.fr.ts';
import type { Act, EditErrors, EditField, RecordEdit } from './record-identity.model.ts';

export interface EditFormOptions {
  readonly words: Words;
  readonly say: Translate<typeof french>;
  readonly sayIdentity: IdentityWords;
  readonly sayConsent: ConsentWords;
  readonly fields: TraitsFields;
  readonly record: CoordinationRecord;
  readonly edit: RecordEdit;
  readonly errors: EditErrors;
  readonly lists: ReferenceLists | undefined;
  readonly failure: unknown;
  readonly sending: boolean;
  readonly change: (change: Partial<RecordEdit>) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

const EDIT_FORM = 'edit-form';

export function editHeading(act: Act, say: EditFormOptions['say']): string {
  const headings = {
    traits: 'correctHeading',
    document: 'checkHeading',
    flags: 'flagsHeading',
    consent: 'consentHeading',
    contact: 'editContact',
  } as const;
  return say(headings[act]);
}

/** The form of one change; in a dialog, except the contact, which is changed where it stands. */
export function editForm(options: EditFormOptions): TemplateResult {
  const { words, say, edit, errors, failure, save } = options;
  const forms = {
    traits: correction,
    document: documentCheck,
    flags: flagsForm,
    consent: consentForm,
    contact: contactForm,
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save();
  };
  return html`<form class="stack" id=${EDIT_FORM} novalidate @submit=${submit}>
    ${failure} ${errors.unchanged ? notice({ words, tone: 'info', alert: true, body: say('unchanged') }) : nothing}
    ${forms[edit.act](options)}
  </form>`;
}

export function editActions({ words, say, sending, save, cancel }: EditFormOptions): TemplateResult {
  return html`${button({ label: words('cancel'), onClick: cancel, disabled: sending })}
  ${button({ label: say('save'), variant: 'primary', busy: sending, busyLabel: say('saving'), onClick: save })}`;
}

const errorOf = ({ errors, say }: EditFormOptions, field: EditField): { error?: string } =>
  errors.fields[field] ? { error: say(errors.fields[field]) } : {};

const labelOf = (entry: ListEntry, locale: string): string => (locale === 'en' ? entry.labelEn : entry.labelFr);

function correction(options: EditFormOptions): TemplateResult {
  const { words, say, fields, edit, errors, change } = options;
  const name = (field: 'usedFamilyName' | 'usedGivenName'): TemplateResult =>
    textField({
      words,
      id: field,
      label: say(field),
      showOptional: true,
      maxLength: 120,
      value: edit[field],
      ...(field === 'usedFamilyName' ? { hint: say('usedHint') } : {}),
      ...errorOf(options, field),
      onInput: (value) => change({ [field]: value }),
    });
  return html`${notice({ words, tone: 'warning', body: say('correctWarning') })}
    <div class="form-grid">
      ${fields.render(errors.traits, { otherGivenNames: true })} ${name('usedFamilyName')} ${name('usedGivenName')}
      ${selectField({
        words,
        id: 'birthOrder',
        label: say('birthOrder'),
        value: edit.birthOrder,
        placeholder: say('birthOrderNone'),
        options: Array.from({ length: 9 }, (_, index) => ({
          value: String(index + 1),
          label: say('birthOrderRank', { rank: index + 1 }),
        })),
        ...errorOf(options, 'birthOrder'),
        onChange: (birthOrder) => change({ birthOrder }),
      })}
    </div>`;
}

/** The traits stand in the dialog: what is declared is that these were seen on the document. */
function documentCheck(options: EditFormOptions): TemplateResult {
  const { words, say, sayIdentity, record, edit, lists, change } = options;
  const { traits } = record.identity;
  return html`<p>${say('checkBody')}</p>
    ${facts([
      { label: say('birthFamilyName'), value: birthName(traits) },
      { label: say('birthGivenNames'), value: (traits.birthGivenNames ?? [traits.firstBirthGivenName]).join(', ') },
      { label: sayIdentity('sex'), value: sayIdentity(traits.sex) },
      { label: sayIdentity('born'), value: bornOn(traits, sayIdentity) },
      { label: sayIdentity('place'), value: bornIn(traits, sayIdentity) },
    ])}
    ${selectField({
      words,
      id: 'documentType',
      label: say('documentCheck'),
      required: true,
      value: edit.documentType,
      placeholder: say('documentTypeChoose'),
      options: (lists?.identityDocumentTypes ?? [])
        .filter(({ active }) => active !== false)
        .map((entry) => ({ value: entry.code, label: labelOf(entry, words.locale) })),
      ...errorOf(options, 'documentType'),
      onChange: (documentType) => change({ documentType }),
    })}`;
}

function flagsForm(options: EditFormOptions): TemplateResult {
  const { words, say, sayIdentity, edit, change } = options;
  const hints = { homonym: 'homonymHint', doubtful: 'doubtfulHint', fictitious: 'fictitiousHint' } as const;
  return html`<div class="block">
      ${IDENTITY_FLAGS.map((flag) => {
        const by = flagBlockedBy(flag, edit.flags);
        return checkbox({
          words,
          id: `flag-${flag}`,
          label: sayIdentity(flag),
          checked: edit.flags.includes(flag),
          hint: say(hints[flag]),
          ...(by ? { blockedBecause: say('flagBlocked', { flag: sayIdentity(by) }) } : {}),
          onChange: (on) => change({ flags: [...edit.flags.filter((each) => each !== flag), ...(on ? [flag] : [])] }),
        });
      })}
    </div>
    ${staysProvisional(edit.flags) ? notice({ words, tone: 'warning', body: say('flagsWarning') }) : nothing}
    ${textField({
      words,
      id: 'reason',
      label: say('reason'),
      required: true,
      rows: 2,
      maxLength: 500,
      spellcheck: true,
      value: edit.reason,
      hint: say('reasonHint'),
      ...errorOf(options, 'reason'),
      onInput: (reason) => change({ reason }),
    })}`;
}

function consentForm({ words, say, sayConsent, edit, errors, lists, change }: EditFormOptions): TemplateResult {
  return html`<p>${say('consentBody')}</p>
    ${consentFields({
      words,
      say: sayConsent,
      draft: edit.consent,
      errors: errors.consent,
      givers: lists?.consentGivers ?? [],
      change: (consent) => change({ consent: { ...edit.consent, ...consent } }),
    })}`;
}

function contactForm(options: EditFormOptions): TemplateResult {
  const { words, say, edit, change } = options;
  return html`<div class="form-grid">
      ${textField({
        words,
        id: 'email',
        label: say('email'),
        type: 'email',
        showOptional: true,
        maxLength: 254,
        value: edit.email,
        ...errorOf(options, 'email'),
        onInput: (email) => change({ email }),
      })}
      ${textField({
        words,
        id: 'mobile',
        label: say('mobile'),
        type: 'tel',
        showOptional: true,
        maxLength: 30,
        value: edit.mobile,
        ...errorOf(options, 'mobile'),
        onInput: (mobile) => change({ mobile }),
      })}
    </div>
    <div class="actions">${editActions(options)}</div>`;
}

/** Both versions of what is being changed, for a person to choose between. */
export function editVersions(options: EditFormOptions): { mine: TemplateResult; theirs: TemplateResult } {
  const { say, sayIdentity, sayConsent, record, edit, lists } = options;
  const { identity, administrative, consent } = record;
  const givers = (code: string): string => {
    const entry = lists?.consentGivers.find((each) => each.code === code);
    return entry ? labelOf(entry, say.locale) : code;
  };
  switch (edit.act) {
    case 'traits': {
      const { traits } = edit;
      return {
        mine: facts([
          { label: say('birthFamilyName'), value: traits.birthFamilyName },
          {
            label: say('birthGivenNames'),
            value: [traits.firstBirthGivenName, traits.otherGivenNames].filter(Boolean).join(' '),
          },
          { label: sayIdentity('sex'), value: traits.sex === '' ? '' : sayIdentity(traits.sex) },
          { label: sayIdentity('born'), value: traits.birthDate },
          { label: sayIdentity('place'), value: traits.placeUnknown ? sayIdentity('placeUnknown') : traits.placeText },
          { label: say('usedFamilyName'), value: edit.usedFamilyName },
          { label: say('usedGivenName'), value: edit.usedGivenName },
        ]),
        theirs: facts([
          { label: say('birthFamilyName'), value: identity.traits.birthFamilyName },
          {
            label: say('birthGivenNames'),
            value: (identity.traits.birthGivenNames ?? [identity.traits.firstBirthGivenName]).join(' '),
          },
          { label: sayIdentity('sex'), value: sayIdentity(identity.traits.sex) },
          { label: sayIdentity('born'), value: numericDate(identity.traits.birthDate) },
          { label: sayIdentity('place'), value: bornIn(identity.traits, sayIdentity) },
          { label: say('usedFamilyName'), value: identity.usedFamilyName },
          { label: say('usedGivenName'), value: identity.usedGivenName },
        ]),
      };
    }
    case 'contact':
      return {
        mine: facts([
          { label: say('email'), value: edit.email },
          { label: say('mobile'), value: edit.mobile },
        ]),
        theirs: facts([
          { label: say('email'), value: administrative?.email ?? say('notKnown') },
          { label: say('mobile'), value: administrative?.mobile ?? say('notKnown') },
        ]),
      };
    case 'consent':
      return {
        mine: facts([
          { label: sayConsent('givenBy'), value: givers(edit.consent.givenBy) },
          { label: sayConsent('mode'), value: edit.consent.mode === '' ? '' : say(edit.consent.mode) },
          { label: sayConsent('collectedOn'), value: edit.consent.collectedOn },
        ]),
        theirs: facts([
          { label: sayConsent('givenBy'), value: givers(consent?.givenBy ?? '') },
          { label: sayConsent('mode'), value: consent ? say(consent.mode) : '' },
          { label: sayConsent('collectedOn'), value: consent ? numericDate(consent.collectedOn) : '' },
        ]),
      };
    case 'document':
    case 'flags': {
      const flags = (list: RecordEdit['flags']): string =>
        list.length === 0 ? say('flagsNone') : list.map((flag) => sayIdentity(flag)).join(', ');
      const document = (code: string): string => {
        const entry = lists?.identityDocumentTypes.find((each) => each.code === code);
        return entry ? labelOf(entry, say.locale) : code;
      };
      const traits = {
        label: say('identity'),
        value: html`${birthName(identity.traits)}, ${bornOn(identity.traits, sayIdentity)}`,
      };
      return {
        mine:
          edit.act === 'flags'
            ? facts([
                { label: say('flags'), value: flags(edit.flags) },
                { label: say('reason'), value: edit.reason },
              ])
            : facts([{ label: say('documentCheck'), value: document(edit.documentType) }]),
        theirs: facts([
          traits,
          { label: say('flags'), value: flags(identity.flags) },
          {
            label: say('documentCheck'),
            value: identity.documentCheck ? document(identity.documentCheck.type) : say('documentNone'),
          },
        ]),
      };
    }
  }
}
