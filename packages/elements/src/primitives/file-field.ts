import { html, nothing, type TemplateResult } from 'lit';
import { fileTextIcon, trash2Icon, uploadIcon } from '../shared/icons.generated.ts';
import { button } from './button.ts';
import { type FieldOptions, fieldMessages, requiredMark, wiring } from './field.ts';
import { icon } from './icon.ts';

export interface FileFieldOptions extends FieldOptions {
  file: File | undefined;
  /** Media types or endings, as in the `accept` attribute: `application/pdf,image/*`. */
  accept: string;
  /** How those types are called to a person: "PDF, photo". */
  acceptLabel: string;
  /** Bytes. */
  maxSize: number;
  onFile: (file: File | undefined) => void;
  /** Told when a file is refused, with the sentence to show. */
  onRefused: (sentence: string) => void;
  /** Opens the camera on a phone. */
  capture?: 'environment' | 'user';
}

/** One file, chosen, dropped or photographed; type and size are looked at before anything leaves. */
export function fileField(options: FileFieldOptions): TemplateResult {
  const { words, id, file, accept, onFile } = options;
  const { describedBy, invalid, required } = wiring({ ...options, hint: options.hint ?? options.acceptLabel });
  const take = (chosen: File | undefined): void => {
    const refusal = chosen && fileRefusal(chosen, options);
    if (refusal) return options.onRefused(refusal);
    if (chosen) onFile(chosen);
  };
  const changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    take(input.files?.[0]);
    input.value = '';
  };
  const over = (event: DragEvent, on: boolean): void => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.toggle('over', on);
  };
  const dropped = (event: DragEvent): void => {
    over(event, false);
    take(event.dataTransfer?.files[0]);
  };
  const chosen = (held: File): TemplateResult => html`<div class="file-chosen">
    ${icon(fileTextIcon)}<span class="file-name">${held.name}</span>
    <span class="muted small tabular">${readableSize(held.size, words.locale)}</span>
    ${button({ label: words('remove'), icon: trash2Icon, variant: 'quiet', onClick: () => onFile(undefined) })}
  </div>`;
  const empty = html`<label class="file-drop" @dragover=${(e: DragEvent) => over(e, true)} @dragleave=${(e: DragEvent) => over(e, false)} @drop=${dropped}>
    <input
      class="visually-hidden"
      type="file"
      id=${id}
      accept=${accept}
      capture=${options.capture ?? nothing}
      aria-label="${options.label} : ${words('fileChoose')}"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      ?required=${required}
      ?disabled=${options.disabled ?? false}
      @change=${changed}
    />
    <span class="row">${icon(uploadIcon)}<span><strong>${words('fileChoose')}</strong> ${words('fileDrop')}</span></span>
  </label>`;
  return html`<div class="field ${options.wide ? 'wide' : ''}" part="field">
    <span class="label" id="${id}-label">${options.label}${requiredMark(options)}</span>
    ${file ? chosen(file) : empty}
    ${fieldMessages({ ...options, hint: options.hint ?? options.acceptLabel })}
  </div>`;
}

/** Why this file cannot be taken, as a sentence; undefined when it can. */
export function fileRefusal(
  file: { name: string; type: string; size: number },
  { words, accept, acceptLabel, maxSize }: Pick<FileFieldOptions, 'words' | 'accept' | 'acceptLabel' | 'maxSize'>,
): string | undefined {
  const fits = accept.split(',').some((rule) => {
    const wanted = rule.trim().toLowerCase();
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
  });
  if (!fits) return words('fileWrongType', { types: acceptLabel });
  return file.size > maxSize ? words('fileTooLarge', { limit: readableSize(maxSize, words.locale) }) : undefined;
}

/** `1,4 Mo` in French, `1.4 MB` in English. */
export function readableSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
