import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type DateReading, localToday, readDate } from '../shared/format/civil-date.ts';
import { longDate, numericDate, readableAge } from '../shared/format/date.ts';
import type { Words } from '../shared/locale/common.ts';
import { field, type FieldOptions } from './field.ts';

export interface DateFieldOptions extends FieldOptions {
  /** What is typed, kept as typed. */
  value: string;
  onInput: (typed: string, reading: DateReading) => void;
  onBlur?: () => void;
  today?: string;
}

/** The sentence of a date that could not be taken; none for an empty one (that is the form's "required"). */
export function dateProblem(reading: DateReading, words: Words): string | undefined {
  if (reading.ok || reading.reason === 'empty') return undefined;
  const sentences = {
    unreadable: 'dateUnreadable',
    impossible: 'dateImpossible',
    future: 'dateFuture',
    'too-old': 'dateTooOld',
  } as const;
  return words(sentences[reading.reason]);
}

/**
 * A birth date in one text box, as one would say it to a colleague: no calendar to leaf through 85 years. What was
 * understood, with the age, is shown below and read out: an age catches a wrong century.
 */
export function dateOfBirthField(options: DateFieldOptions): TemplateResult {
  const { words, id, value, onInput, onBlur, today = localToday() } = options;
  const reading = readDate(value, today);
  const typed = (event: InputEvent): void => {
    const text = (event.target as HTMLInputElement).value;
    onInput(text, readDate(text, today));
  };
  const understood = reading.ok
    ? html`<div class="understood" id="${id}-understood">
        ${words('dateUnderstood', { date: longDate(reading.value, words.locale), age: readableAge(reading.value, words.locale, today) })}
        ${reading.uncertain ? words('dateConvention', { date: numericDate(reading.value) }) : nothing}
      </div>`
    : nothing;
  const wired: DateFieldOptions = { ...options, hint: reading.ok ? undefined : (options.hint ?? words('dateHint')) };
  return field(
    wired,
    ({ describedBy, invalid, required }) => html`<input
      class="input tabular"
      part="input"
      id=${id}
      type="text"
      inputmode="text"
      autocomplete="off"
      spellcheck="false"
      maxlength="20"
      ?disabled=${options.disabled ?? false}
      ?required=${required}
      aria-describedby=${reading.ok ? `${id}-understood` : describedBy}
      aria-invalid=${invalid}
      .value=${live(value)}
      @input=${typed}
      @blur=${onBlur ?? nothing}
    />`,
    understood,
  );
}
