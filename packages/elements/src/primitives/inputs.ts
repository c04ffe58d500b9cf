import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chevronDownIcon } from '../shared/icons.generated.ts';
import { field, type FieldOptions, fieldMessages, requiredMark, wiring } from './field.ts';
import { icon } from './icon.ts';

export interface TextFieldOptions extends FieldOptions {
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'tel' | 'search' | 'password';
  /** `family-name`, `given-name`, `one-time-code`, or `off` where the browser must not remember (a patient's traits). */
  autocomplete?: string;
  inputMode?: string;
  maxLength?: number;
  placeholder?: string;
  readOnly?: boolean;
  /** Several lines. */
  rows?: number;
  spellcheck?: boolean;
}

/** One line of text, or several with `rows`. Keeps what is typed as it is typed. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, value, onInput, onBlur, rows, disabled = false, readOnly = false } = options;
  const typed = (event: InputEvent): void => onInput((event.target as HTMLInputElement).value);
  return field(options, ({ describedBy, invalid, required }) =>
    rows
      ? html`<textarea
          class="input"
          part="input"
          id=${id}
          rows=${rows}
          maxlength=${options.maxLength ?? nothing}
          ?disabled=${disabled}
          ?readonly=${readOnly}
          ?required=${required}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          .value=${live(value)}
          @input=${typed}
          @blur=${onBlur ?? nothing}
        ></textarea>`
      : html`<input
          class="input"
          part="input"
          id=${id}
          type=${options.type ?? 'text'}
          autocomplete=${options.autocomplete ?? 'off'}
          inputmode=${options.inputMode ?? nothing}
          maxlength=${options.maxLength ?? nothing}
          placeholder=${options.placeholder ?? nothing}
          spellcheck=${options.spellcheck === true ? 'true' : 'false'}
          autocapitalize="off"
          autocorrect="off"
          ?disabled=${disabled}
          ?readonly=${readOnly}
          ?required=${required}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          .value=${live(value)}
          @input=${typed}
          @blur=${onBlur ?? nothing}
        />`,
  );
}

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface ChoiceOptions<Value extends string> extends FieldOptions {
  value: Value | '';
  options: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

/** One of a few: native radios in a named group, arrows move between them. */
export function radioGroup<Value extends string>(options: ChoiceOptions<Value> & { column?: boolean }): TemplateResult {
  const { id, value, options: choices, onChange } = options;
  const { describedBy, invalid, required } = wiring(options);
  return html`<fieldset
    class="field ${options.wide ? 'wide' : ''}"
    part="field"
    id=${id}
    role="radiogroup"
    aria-labelledby="${id}-legend"
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    aria-required=${required ? 'true' : nothing}
  >
    <legend class="legend" id="${id}-legend">${options.label}${requiredMark(options)}</legend>
    <div class="choices ${options.column ? 'column' : ''}">
      ${choices.map(
        (choice) => html`<label class="choice">
          <input
            type="radio"
            name=${id}
            value=${choice.value}
            ?disabled=${choice.disabled || options.disabled || false}
            .checked=${live(choice.value === value)}
            @change=${() => onChange(choice.value)}
          />
          <span class="check-text"
            ><span>${choice.label}</span>${choice.hint ? html`<span class="hint">${choice.hint}</span>` : nothing}</span
          >
        </label>`,
      )}
    </div>
    ${fieldMessages(options)}
  </fieldset>`;
}

export interface CheckboxOptions extends FieldOptions {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why it cannot be ticked; the box stays focusable and says so. */
  blockedBecause?: string | undefined;
}

/** A box with its sentence. A blocked one says why instead of only being grey. */
export function checkbox(options: CheckboxOptions): TemplateResult {
  const { id, checked, onChange, blockedBecause } = options;
  const { describedBy, invalid, required } = wiring({ ...options, hint: options.hint ?? blockedBecause });
  const changed = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    if (blockedBecause === undefined) return onChange(box.checked);
    box.checked = checked;
  };
  return html`<div class="field ${options.wide ? 'wide' : ''}" part="field">
    <label class="choice check">
      <input
        type="checkbox"
        id=${id}
        ?disabled=${options.disabled ?? false}
        ?required=${required}
        aria-disabled=${blockedBecause ? 'true' : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .checked=${live(checked)}
        @change=${changed}
      />
      <span>${options.label}${requiredMark(options)}</span>
    </label>
    ${fieldMessages({ ...options, hint: blockedBecause ?? options.hint })}
  </div>`;
}

/** One of a closed list, with the native control. The first line asks for a choice. */
export function selectField<Value extends string>(
  options: ChoiceOptions<Value> & { placeholder?: string },
): TemplateResult {
  const { id, value, options: choices, onChange } = options;
  const changed = (event: Event): void => onChange((event.target as HTMLSelectElement).value as Value);
  return field(
    options,
    ({ describedBy, invalid, required }) => html`<span class="select">
      <select
        class="input"
        part="input"
        id=${id}
        ?disabled=${options.disabled ?? false}
        ?required=${required}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${changed}
      >
        ${
          options.placeholder === undefined
            ? nothing
            : html`<option value="" ?disabled=${required} .selected=${value === ''}>${options.placeholder}</option>`
        }
        ${choices.map(
          (
            choice,
          ) => html`<option value=${choice.value} ?disabled=${choice.disabled ?? false} .selected=${choice.value === value}>
            ${choice.label}
          </option>`,
        )}
      </select>
      ${icon(chevronDownIcon)}
    </span>`,
  );
}
