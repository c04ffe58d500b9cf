import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chevronDownIcon, xIcon } from '../shared/icons.generated.ts';
import type { Words } from '../shared/locale/common.ts';
import { isAbort } from '../shared/sdk.ts';
import { field, type FieldOptions } from './field.ts';
import { icon } from './icon.ts';

export interface ComboboxOption<Value> {
  /** Stable key inside the list. */
  key: string;
  label: string;
  /** Secondary text at the end of the line. */
  detail?: string;
  value: Value;
}

export interface ComboboxSource<Value> {
  /** Looks options up; must hand `signal` on. */
  load(query: string, options: { signal: AbortSignal }): Promise<readonly ComboboxOption<Value>[]>;
  onSelect(option: ComboboxOption<Value> | undefined): void;
  /** What is typed has changed without a choice. */
  onType?(text: string): void;
  /** Says a sentence to assistive technology: `(text) => this.announce(text)`. */
  announce?(sentence: string): void;
  /** Letters before a look-up. */
  minimum?: number;
  /** Pause after the last key, in milliseconds. */
  pause?: number;
}

export interface ComboboxOptions extends FieldOptions {
  placeholder?: string;
  /** Text of the chosen option, or what was typed. */
  text: string;
}

/**
 * An editable combobox with a list (APG): the focus stays in the text box, `aria-activedescendant` walks the list. Down
 * and Up move and open, Enter takes, Escape closes then empties, Tab takes nothing. A late answer is dropped.
 */
export class ComboboxController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };
  readonly #source: ComboboxSource<Value>;
  #words: Words | undefined;
  #id = '';
  #open = false;
  #active = -1;
  #options: readonly ComboboxOption<Value>[] = [];
  #status: 'idle' | 'short' | 'loading' | 'ready' | 'failed' = 'idle';
  #flight: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typed = '';

  constructor(
    host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment },
    source: ComboboxSource<Value>,
  ) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Forgets options and look-ups: another patient, a form emptied. */
  reset(): void {
    this.#abort();
    this.#options = [];
    this.#status = 'idle';
    this.#close();
  }

  hostDisconnected(): void {
    this.reset();
  }

  render(options: ComboboxOptions): TemplateResult {
    const { id, words, text } = options;
    this.#words = words;
    this.#id = id;
    const active = this.#open && this.#active >= 0 ? `${id}-option-${this.#active}` : nothing;
    return field(
      options,
      ({ describedBy, invalid, required }) => html`<div class="combobox" @focusout=${this.#onFocusOut}>
        <input
          class="input"
          part="input"
          id=${id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${options.label}
          aria-autocomplete="list"
          aria-expanded=${this.#open ? 'true' : 'false'}
          aria-controls="${id}-list"
          aria-activedescendant=${active}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          placeholder=${options.placeholder ?? nothing}
          ?disabled=${options.disabled ?? false}
          ?required=${required}
          .value=${live(text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${this.#onClick}
        />
        ${this.#end(text, options)}
        <div id="${id}-list" role="listbox" class="listbox" part="listbox" aria-label=${options.label} ?hidden=${!this.#open}>
          ${this.#open ? this.#list(words) : nothing}
        </div>
      </div>`,
    );
  }

  #end(text: string, { words, disabled }: ComboboxOptions): unknown {
    if (this.#status === 'loading')
      return html`<span class="combobox-end" aria-hidden="true"><span class="spinner"></span></span>`;
    if (text === '' || disabled)
      return html`<span class="combobox-end" aria-hidden="true">${icon(chevronDownIcon)}</span>`;
    return html`<button class="combobox-end" type="button" tabindex="-1" aria-label=${words('clear')} @click=${this.#clear}>
      ${icon(xIcon)}
    </button>`;
  }

  #list(words: Words): unknown {
    if (this.#status === 'short') return note(words('typeMore', { count: this.#source.minimum ?? 2 }));
    if (this.#status === 'failed') return note(words('optionsFailed'));
    if (this.#options.length === 0)
      return note(this.#status === 'loading' ? words('optionsLoading') : words('noOption'));
    return this.#options.map(
      // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys are heard on the text box, which keeps the focus (APG)
      (option, index) => html`<div
        class="option"
        part="option"
        role="option"
        id="${this.#id}-option-${index}"
        aria-selected=${index === this.#active ? 'true' : 'false'}
        @mousedown=${(event: MouseEvent) => event.preventDefault()}
        @click=${() => this.#take(option)}
      >
        <span>${marked(option.label, this.#typed)}</span>
        ${option.detail ? html`<span class="muted small">${option.detail}</span>` : nothing}
      </div>`,
    );
  }

  readonly #onInput = (event: InputEvent): void => {
    const text = (event.target as HTMLInputElement).value;
    this.#source.onSelect(undefined);
    this.#source.onType?.(text);
    this.#search(text);
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (!this.#open) this.#search((event.target as HTMLInputElement).value, 0);
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (!inside.contains(event.relatedTarget as Node | null)) this.#close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const text = (event.target as HTMLInputElement).value;
    const handled = this.#key(event.key, text, event.altKey);
    if (handled) event.preventDefault();
    if (handled && event.key === 'Escape') event.stopPropagation();
  };

  #key(key: string, text: string, alt: boolean): boolean {
    const last = this.#options.length - 1;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!this.#open) this.#search(text, 0);
      else if (alt && key === 'ArrowUp') this.#close();
      else if (last >= 0)
        this.#activate(
          key === 'ArrowDown' ? (this.#active + 1) % (last + 1) : this.#active <= 0 ? last : this.#active - 1,
        );
      return true;
    }
    if (key === 'Enter' && this.#open) {
      const option = this.#options[this.#active];
      if (option) this.#take(option);
      return option !== undefined;
    }
    if (key === 'Escape' && (this.#open || text !== '')) {
      if (this.#open) this.#close();
      else this.#clear();
      return true;
    }
    if (key === 'Tab') this.#close();
    return false;
  }

  readonly #clear = (): void => {
    this.reset();
    this.#source.onSelect(undefined);
    this.#source.onType?.('');
    this.#input?.focus();
  };

  #take(option: ComboboxOption<Value>): void {
    this.#abort();
    this.#close();
    this.#source.onSelect(option);
    if (this.#words) this.#source.announce?.(this.#words('selected', { option: option.label }));
  }

  #search(text: string, pause = this.#source.pause ?? 180): void {
    this.#abort();
    this.#typed = text.trim();
    this.#open = true;
    this.#active = -1;
    if (this.#typed.length < (this.#source.minimum ?? 2)) {
      this.#options = [];
      this.#status = 'short';
      return this.#host.requestUpdate();
    }
    this.#status = 'loading';
    this.#timer = setTimeout(() => void this.#load(this.#typed), pause);
    this.#host.requestUpdate();
  }

  async #load(query: string): Promise<void> {
    const flight = new AbortController();
    this.#flight = flight;
    try {
      const options = await this.#source.load(query, { signal: flight.signal });
      if (flight !== this.#flight) return;
      this.#options = options;
      this.#status = 'ready';
      const words = this.#words;
      if (words)
        this.#source.announce?.(options.length ? words('options', { count: options.length }) : words('noOption'));
    } catch (error) {
      if (flight !== this.#flight || isAbort(error)) return;
      this.#options = [];
      this.#status = 'failed';
      if (this.#words) this.#source.announce?.(this.#words('optionsFailed'));
    }
    this.#host.requestUpdate();
  }

  #activate(index: number): void {
    this.#active = index;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot
        .querySelector(`#${CSS.escape(`${this.#id}-option-${index}`)}`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  #abort(): void {
    clearTimeout(this.#timer);
    this.#flight?.abort();
    this.#flight = undefined;
    if (this.#status === 'loading') this.#status = 'idle';
  }

  get #input(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`#${CSS.escape(this.#id)}`);
  }
}

const note = (text: string): TemplateResult =>
  html`<div class="listbox-note" role="option" aria-disabled="true" aria-selected="false">${text}</div>`;

/** Marks what was typed inside a label, accents and case apart. */
function marked(label: string, query: string): unknown {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const at = query === '' ? -1 : plain(label).indexOf(plain(query));
  if (at < 0 || plain(label).length !== label.length) return label;
  return html`${label.slice(0, at)}<mark>${label.slice(at, at + query.length)}</mark>${label.slice(at + query.length)}`;
}
