import { html, type TemplateResult } from 'lit';
import { radioGroup, selectField, textField } from '../../primitives/index.ts';
import type { Words } from '../locale/common.ts';
import { defineMessages, type Translate } from '../locale/translate.ts';
import type { ConsentInput, ListEntry } from '../sdk.ts';
import french from './consent.fr.ts';
import type { ConsentDraft, ConsentErrors, ConsentField } from './consent-draft.ts';

export const consentMessages = defineMessages('consent', french, { en: () => import('./consent.en.ts') });
export type ConsentWords = Translate<typeof french>;

/** Who gave it, oral or written, and when (F-29). */
export function consentFields(options: {
  readonly words: Words;
  readonly say: ConsentWords;
  readonly draft: ConsentDraft;
  readonly errors: ConsentErrors;
  readonly givers: readonly ListEntry[];
  readonly change: (change: Partial<ConsentDraft>) => void;
}): TemplateResult {
  const { words, say, draft, errors, givers, change } = options;
  const error = (field: ConsentField): { error?: string } => (errors[field] ? { error: say(errors[field]) } : {});
  return html`${selectField<ConsentInput['givenBy']>({
    words,
    id: 'consent-givenBy',
    label: say('givenBy'),
    required: true,
    placeholder: say('givenByChoose'),
    value: draft.givenBy,
    options: givers
      .filter(({ active }) => active !== false)
      .map(({ code, labelFr, labelEn }) => ({
        value: code as ConsentInput['givenBy'],
        label: words.locale === 'en' ? labelEn : labelFr,
      })),
    ...error('givenBy'),
    onChange: (givenBy) => change({ givenBy }),
  })}
  ${radioGroup<ConsentInput['mode']>({
    words,
    id: 'consent-mode',
    label: say('mode'),
    required: true,
    value: draft.mode,
    options: [
      { value: 'oral', label: say('oral') },
      { value: 'written', label: say('written') },
    ],
    ...error('mode'),
    onChange: (mode) => change({ mode }),
  })}
  ${textField({
    words,
    id: 'consent-collectedOn',
    label: say('collectedOn'),
    hint: say('collectedOnHint'),
    required: true,
    maxLength: 20,
    value: draft.collectedOn,
    ...error('collectedOn'),
    onInput: (collectedOn) => change({ collectedOn }),
  })}`;
}
