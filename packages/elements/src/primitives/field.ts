import { html, nothing, type TemplateResult } from 'lit';
import { circleAlertIcon } from '../shared/icons.generated.ts';
import type { Words } from '../shared/locale/common.ts';
import { icon } from './icon.ts';

export interface FieldOptions {
  words: Words;
  /** Unique inside the widget's shadow root. */
  id: string;
  label: string;
  hint?: unknown;
  /** The sentence to show when the value cannot be taken. */
  error?: string | undefined;
  required?: boolean;
  /** Adds the word "optional" beside the label. */
  showOptional?: boolean;
  /** Takes the whole width of a `.form-grid`. */
  wide?: boolean;
  disabled?: boolean;
}

/** Attributes a control carries to be tied to its hint and error. */
export interface FieldWiring {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
  readonly required: boolean;
}

export function wiring({ id, hint, error, required = false }: FieldOptions, more?: string): FieldWiring {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : '', more ?? ''].filter(Boolean).join(' ');
  return { describedBy: ids || nothing, invalid: error ? 'true' : nothing, required };
}

export function requiredMark({ words, required, showOptional }: FieldOptions): unknown {
  if (required) return html`<span class="required-mark" aria-hidden="true"> *</span>`;
  return showOptional ? html`<span class="optional"> (${words('optional')})</span>` : nothing;
}

/** The error appears below the control it speaks of, with its shape, and is read with it. */
export function fieldMessages({ id, hint, error }: FieldOptions, after: unknown = nothing): unknown {
  return html`${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : nothing}${after}${
    error
      ? html`<div class="field-error" id="${id}-error">${icon(circleAlertIcon)}<span>${error}</span></div>`
      : nothing
  }`;
}

/** Label above, control, then hint and error: for any control of one element. */
export function field(
  options: FieldOptions,
  control: (wired: FieldWiring) => unknown,
  after?: unknown,
): TemplateResult {
  return html`<div class="field ${options.wide ? 'wide' : ''}" part="field">
    <label class="label" for=${options.id}>${options.label}${requiredMark(options)}</label>
    ${control(wiring(options))} ${fieldMessages(options, after)}
  </div>`;
}
