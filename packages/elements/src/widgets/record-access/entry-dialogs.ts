import { html, type TemplateResult } from 'lit';
import { button, notice, radioGroup, textField } from '../../primitives/index.ts';
import { consentFields, type ConsentWords } from '../../shared/consent/consent-fields.ts';
import type { ConsentErrors } from '../../shared/consent/consent-draft.ts';
import { hourOf } from '../../shared/format/date.ts';
import type { Words } from '../../shared/locale/common.ts';
import type { ReferenceLists } from '../../shared/sdk.ts';
import { type AccessWords, type EntryDraft, REASON_MAX, REASON_MIN, reasonMissing } from './record-access.model.ts';

/** The ways into a record that ask something first. */
export type Entry = 'self-enrol' | 'break-glass' | 'request-membership';

export interface EntryErrors {
  readonly consent: ConsentErrors;
  readonly reasonCode?: boolean;
  readonly reasonText?: boolean;
}

export interface EntryDialogOptions {
  readonly words: Words;
  readonly say: AccessWords;
  readonly sayConsent: ConsentWords;
  readonly entry: Entry;
  readonly person: string;
  readonly draft: EntryDraft;
  readonly errors: EntryErrors;
  readonly lists: ReferenceLists | undefined;
  readonly sending: boolean;
  readonly failure: unknown;
  readonly change: (change: Partial<EntryDraft>) => void;
  readonly send: () => void;
  readonly cancel: () => void;
}

const TWO_HOURS = 2 * 60 * 60 * 1000;
const FORM = 'entry-form';

export function entryHeading({ entry, say, person }: Pick<EntryDialogOptions, 'entry' | 'say' | 'person'>): string {
  const headings = {
    'self-enrol': 'enrolHeading',
    'break-glass': 'glassHeading',
    'request-membership': 'askHeading',
  } as const;
  return say(headings[entry], { person });
}

/** What is asked, and what will happen, before it happens. */
export function entryBody(options: EntryDialogOptions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    options.send();
  };
  const fields = { 'self-enrol': enrolment, 'break-glass': breakGlass, 'request-membership': membership };
  return html`<form class="stack" id=${FORM} novalidate @submit=${submit}>
    ${options.failure} ${fields[options.entry](options)}
  </form>`;
}

export function entryActions({ words, say, entry, sending, send, cancel }: EntryDialogOptions): TemplateResult {
  const labels = {
    'self-enrol': 'enrolConfirm',
    'break-glass': 'glassConfirm',
    'request-membership': 'askConfirm',
  } as const;
  return html`${button({ label: words('cancel'), onClick: cancel, disabled: sending })}
  ${button({
    label: say(labels[entry]),
    variant: entry === 'break-glass' ? 'urgent' : 'primary',
    busy: sending,
    busyLabel: say('sending'),
    onClick: send,
  })}`;
}

function enrolment({ words, say, sayConsent, draft, errors, lists, change }: EntryDialogOptions): TemplateResult {
  return html`<p>${say('enrolTold')}</p>
    <h3>${say('enrolConsent')}</h3>
    ${consentFields({
      words,
      say: sayConsent,
      draft: draft.consent,
      errors: errors.consent,
      givers: lists?.consentGivers ?? [],
      change: (consent) => change({ consent: { ...draft.consent, ...consent } }),
    })}`;
}

function breakGlass({ words, say, draft, errors, lists, change }: EntryDialogOptions): TemplateResult {
  const left = reasonMissing(draft.reasonText);
  const counted =
    left > 0
      ? say('glassWordsLeft', { count: left })
      : say('glassWordsCount', { count: draft.reasonText.length, max: REASON_MAX });
  const english = words.locale === 'en';
  return html`<div>
      <p><strong>${say('glassDuration', { time: hourOf(Date.now() + TWO_HOURS, words.locale) })}</strong></p>
      <p>${say('glassTold')}</p>
    </div>
    ${radioGroup({
      words,
      id: 'reasonCode',
      label: say('glassReason'),
      required: true,
      value: draft.reasonCode,
      options: (lists?.breakGlassReasons ?? [])
        .filter(({ active }) => active !== false)
        .map(({ code, labelFr, labelEn }) => ({ value: code, label: english ? labelEn : labelFr })),
      ...(errors.reasonCode ? { error: say('glassReasonMissing') } : {}),
      onChange: (reasonCode) => change({ reasonCode }),
    })}
    ${textField({
      words,
      id: 'reasonText',
      label: say('glassWords'),
      required: true,
      rows: 2,
      maxLength: REASON_MAX,
      spellcheck: true,
      value: draft.reasonText,
      hint: html`${say('glassWordsHint')} <span class="tabular">${counted}</span>`,
      ...(errors.reasonText ? { error: say('glassWordsShort', { count: Math.max(1, left) }) } : {}),
      onInput: (reasonText) => change({ reasonText }),
    })}`;
}

function membership({ words, say, draft, change }: EntryDialogOptions): TemplateResult {
  return html`<p>${say('askBody')}</p>
    ${textField({
      words,
      id: 'message',
      label: say('askMessage'),
      showOptional: true,
      rows: 3,
      maxLength: 500,
      spellcheck: true,
      value: draft.message,
      hint: say('askMessageHint'),
      onInput: (message) => change({ message }),
    })}`;
}

/** Above the candidates or inside a dialog: this search no longer opens doors; what was typed stays. */
export function staleSearch(options: {
  words: Words;
  say: AccessWords;
  busy: boolean;
  again: () => void;
  code: string;
}): TemplateResult {
  const { words, say, busy, again, code } = options;
  return notice({
    words,
    tone: 'warning',
    alert: true,
    heading: say('searchTooOld'),
    body: say('searchTooOldBody'),
    actions: button({ label: say('searchAgain'), variant: 'primary', busy, busyLabel: say('sending'), onClick: again }),
    code,
  });
}

/** What stands in the way of sending, before anything leaves. */
export function entryErrors(entry: Entry, draft: EntryDraft, consent: ConsentErrors): EntryErrors {
  if (entry === 'self-enrol') return { consent };
  if (entry === 'request-membership') return { consent: {} };
  return {
    consent: {},
    ...(draft.reasonCode === '' ? { reasonCode: true } : {}),
    ...([...draft.reasonText.trim()].length < REASON_MIN ? { reasonText: true } : {}),
  };
}

export const hasErrors = ({ consent, reasonCode, reasonText }: EntryErrors): boolean =>
  Object.keys(consent).length > 0 || reasonCode === true || reasonText === true;
