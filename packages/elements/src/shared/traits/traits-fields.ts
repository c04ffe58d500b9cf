import { html, nothing, type TemplateResult } from 'lit';
import {
  checkbox,
  ComboboxController,
  type ComboboxOption,
  dateOfBirthField,
  radioGroup,
  selectField,
  textField,
} from '../../primitives/index.ts';
import { readDate, localToday } from '../format/civil-date.ts';
import type { Words } from '../locale/common.ts';
import { defineMessages, type Translate } from '../locale/translate.ts';
import type { BirthPlaceOption, ListEntry, SpicoClient } from '../sdk.ts';
import french from './traits.fr.ts';
import type { TraitsDraft, TraitsErrors, TraitsField } from './traits-draft.ts';

export const traitsMessages = defineMessages('traits', french, { en: () => import('./traits.en.ts') });
export type TraitsWords = Translate<typeof french>;

type Host = ConstructorParameters<typeof ComboboxController>[0];

export interface TraitsFieldsOptions {
  readonly words: () => Words;
  readonly traitsWords: () => TraitsWords;
  readonly client: () => SpicoClient;
  readonly draft: () => TraitsDraft;
  readonly change: (change: Partial<TraitsDraft>) => void;
  readonly announce: (sentence: string) => void;
}

/** The fields of the five strict traits, in separate fields as EXI ID 17 asks, with the real list of places. */
export class TraitsFields {
  readonly #options: TraitsFieldsOptions;
  readonly #place: ComboboxController<BirthPlaceOption>;

  constructor(host: Host, options: TraitsFieldsOptions) {
    this.#options = options;
    this.#place = new ComboboxController<BirthPlaceOption>(host, {
      load: (text, { signal }) => this.#places(text, signal),
      onSelect: (option) => {
        const { kind, cog } = option?.value ?? {};
        options.change({
          birthPlace: kind && cog ? { kind, cog } : undefined,
          ...(option ? { placeText: option.label } : {}),
        });
      },
      onType: (placeText) => options.change({ placeText, birthPlace: undefined }),
      announce: options.announce,
    });
  }

  /** Finds the label of a place known by its code or by the host's words, and chooses it when there is only one. */
  async resolvePlace(signal?: AbortSignal): Promise<void> {
    const { placeText, birthPlace, placeUnknown } = this.#options.draft();
    const text = birthPlace && placeText === '' ? birthPlace.cog : placeText;
    if (placeUnknown || text.trim() === '' || /\(/.test(placeText)) return;
    const options = await this.#places(text, signal ?? new AbortController().signal);
    const exact = options.filter(
      ({ value }) => value.cog === text || value.label.split(' (')[0]?.toLowerCase() === text.toLowerCase(),
    );
    const [only, second] = exact.length > 0 ? exact : options;
    // Another answer may have been typed or chosen meanwhile; a guess among several is no help.
    if (only && !second && this.#options.draft().placeText === placeText) {
      this.#options.change({ birthPlace: { kind: only.value.kind, cog: only.value.cog }, placeText: only.label });
    }
  }

  reset(): void {
    this.#place.reset();
  }

  /** The fields, for inside a `.form-grid`. */
  render(errors: TraitsErrors, { otherGivenNames = false, readOnly = false } = {}): TemplateResult {
    const words = this.#options.words();
    const say = this.#options.traitsWords();
    const draft = this.#options.draft();
    const { change } = this.#options;
    const error = (field: TraitsField): { error?: string } => (errors[field] ? { error: say(errors[field]) } : {});
    const name = (
      field: 'birthFamilyName' | 'firstBirthGivenName' | 'otherGivenNames',
      hint?: string,
    ): TemplateResult =>
      textField({
        words,
        id: field,
        label: say(field),
        required: field !== 'otherGivenNames',
        showOptional: field === 'otherGivenNames',
        value: draft[field],
        maxLength: 120,
        readOnly,
        ...(hint ? { hint } : {}),
        ...error(field),
        onInput: (value) => change({ [field]: value }),
      });
    return html`
      ${name('birthFamilyName', say('birthFamilyNameHint'))} ${name('firstBirthGivenName')}
      ${otherGivenNames ? name('otherGivenNames') : nothing}
      ${radioGroup<'F' | 'M' | 'I'>({
        words,
        id: 'sex',
        label: say('sex'),
        required: true,
        value: draft.sex,
        disabled: readOnly,
        options: [
          { value: 'F', label: say('female') },
          { value: 'M', label: say('male') },
          { value: 'I', label: say('indeterminate') },
        ],
        ...error('sex'),
        onChange: (sex) => change({ sex }),
      })}
      ${dateOfBirthField({
        words,
        id: 'birthDate',
        label: say('birthDate'),
        required: true,
        value: draft.birthDate,
        disabled: readOnly,
        ...error('birthDate'),
        onInput: (birthDate) => change({ birthDate }),
      })}
      <div class="place">
        ${this.#place.render({
          words,
          id: 'birthPlace',
          label: say('birthPlace'),
          required: !draft.placeUnknown,
          disabled: draft.placeUnknown || readOnly,
          hint: say('birthPlaceHint'),
          text: draft.placeUnknown ? '' : draft.placeText,
          ...error('birthPlace'),
        })}
        ${checkbox({
          words,
          id: 'placeUnknown',
          label: say('placeUnknown'),
          checked: draft.placeUnknown,
          disabled: readOnly,
          ...(draft.placeUnknown ? { hint: say('placeUnknownHint') } : {}),
          onChange: (placeUnknown) => change({ placeUnknown }),
        })}
      </div>
    `;
  }

  /** The box "identity document checked", impossible with an unknown place and saying why, then the kind of document. */
  renderDocument(document: {
    readonly checked: boolean;
    readonly type: string;
    readonly types: readonly ListEntry[];
    readonly missing: boolean;
    readonly change: (change: { checked?: boolean; type?: string }) => void;
  }): TemplateResult {
    const words = this.#options.words();
    const say = this.#options.traitsWords();
    const blocked = this.#options.draft().placeUnknown;
    const checked = document.checked && !blocked;
    return html`
      ${checkbox({
        words,
        id: 'documentChecked',
        label: say('document'),
        checked,
        ...(blocked ? { blockedBecause: say('documentBlocked') } : {}),
        onChange: (value) => document.change({ checked: value }),
      })}
      ${
        checked
          ? selectField({
              words,
              id: 'documentType',
              label: say('documentType'),
              required: true,
              value: document.type,
              placeholder: say('documentTypeChoose'),
              options: document.types
                .filter((type) => type.active !== false)
                .map((type) => ({ value: type.code, label: words.locale === 'en' ? type.labelEn : type.labelFr })),
              ...(document.missing ? { error: say('documentTypeMissing') } : {}),
              onChange: (type) => document.change({ type }),
            })
          : nothing
      }
    `;
  }

  async #places(text: string, signal: AbortSignal): Promise<readonly ComboboxOption<BirthPlaceOption>[]> {
    const born = readDate(this.#options.draft().birthDate, localToday());
    const input = { text: text.slice(0, 80), limit: 12, ...(born.ok ? { bornOn: born.value } : {}) };
    const { items } = await this.#options.client().reference.searchBirthPlaces(input, { signal });
    const say = this.#options.traitsWords();
    return items.map((value) => {
      const note = value.note ? say(value.note) : value.kind === 'country' ? say('country') : '';
      const now = value.successorLabel ? say('nowIn', { place: value.successorLabel }) : '';
      const detail = [note, now].filter(Boolean).join(', ');
      return { key: value.cog + value.label, label: value.label, value, ...(detail ? { detail } : {}) };
    });
  }
}
