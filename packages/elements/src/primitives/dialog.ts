import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { xIcon } from '../shared/icons.generated.ts';
import type { Words } from '../shared/locale/common.ts';
import { button, type ButtonOptions } from './button.ts';

export interface DialogOptions {
  words: Words;
  heading: string;
  body: unknown;
  /** Buttons; the next act last. */
  actions?: unknown;
  wide?: boolean;
  /** False keeps it open on Escape and hides the cross, e.g. while sending. */
  dismissible?: boolean;
}

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

/**
 * A native modal dialog: the page behind is inert, Escape closes, the focus goes back to where it was. Render it always;
 * it draws its content only while open.
 */
export class DialogController implements ReactiveController {
  readonly #host: Host;
  readonly #id: string;
  readonly #closed: () => void;
  #open = false;
  #returnTo: HTMLElement | undefined;

  constructor(host: Host, id: string, closed: () => void = () => {}) {
    this.#host = host;
    this.#id = id;
    this.#closed = closed;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  readonly open = (): void => {
    const root = this.#host.renderRoot as DocumentFragment & DocumentOrShadowRoot;
    this.#returnTo = (root.activeElement as HTMLElement | null | undefined) ?? undefined;
    this.#open = true;
    this.#host.requestUpdate();
  };

  readonly close = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#element?.close();
    this.#host.requestUpdate();
    this.#closed();
    void this.#host.updateComplete.then(() => this.#returnTo?.isConnected && this.#returnTo.focus());
  };

  hostUpdated(): void {
    const element = this.#element;
    if (!this.#open || !element || element.open || !element.isConnected) return;
    element.showModal();
    // The title first: what is asked is heard before the answers, and Enter does nothing by accident.
    element.querySelector<HTMLElement>('.dialog-title')?.focus();
  }

  hostDisconnected(): void {
    this.#element?.close();
    this.#open = false;
  }

  /** Closes without a word to anybody: the content belongs to another patient. */
  reset(): void {
    this.#element?.close();
    this.#open = false;
    this.#returnTo = undefined;
  }

  render({ words, heading, body, actions, wide = false, dismissible = true }: DialogOptions): TemplateResult {
    const cancel = (event: Event): void => {
      event.preventDefault();
      if (dismissible) this.close();
    };
    return html`<dialog
      class="dialog ${wide ? 'wide' : ''}"
      part="dialog"
      id=${this.#id}
      aria-labelledby="${this.#id}-title"
      @cancel=${cancel}
      @close=${this.close}
    >
      ${
        this.#open
          ? html`<div class="dialog-head">
              <h2 class="dialog-title" id="${this.#id}-title" tabindex="-1">${heading}</h2>
              ${
                dismissible
                  ? button({
                      label: words('close'),
                      icon: xIcon,
                      iconOnly: true,
                      variant: 'quiet',
                      onClick: this.close,
                    })
                  : nothing
              }
            </div>
            <div class="dialog-body">${body}</div>
            ${actions ? html`<div class="actions">${actions}</div>` : nothing}`
          : nothing
      }
    </dialog>`;
  }

  get #element(): HTMLDialogElement | null {
    return this.#host.renderRoot?.querySelector<HTMLDialogElement>(`#${CSS.escape(this.#id)}`) ?? null;
  }
}

export interface Question {
  heading: string;
  body: unknown;
  confirmLabel: string;
  cancelLabel?: string;
  variant?: NonNullable<ButtonOptions['variant']>;
}

/** A question with two answers: `if (await this.#confirm.ask({ … })) …`. Escape and the cross mean no. */
export class ConfirmController implements ReactiveController {
  readonly #dialog: DialogController;
  #question: Question | undefined;
  #answer: ((yes: boolean) => void) | undefined;

  constructor(host: Host, id = 'confirm') {
    this.#dialog = new DialogController(host, id, () => this.#settle(false));
    host.addController(this);
  }

  ask(question: Question): Promise<boolean> {
    this.#settle(false);
    this.#question = question;
    this.#dialog.open();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  hostDisconnected(): void {
    this.#settle(false);
  }

  reset(): void {
    this.#dialog.reset();
    this.#settle(false);
  }

  render(words: Words): TemplateResult {
    const { heading = '', body = nothing, confirmLabel = '', cancelLabel, variant = 'primary' } = this.#question ?? {};
    return this.#dialog.render({
      words,
      heading,
      body,
      actions: html`${button({ label: cancelLabel ?? words('cancel'), onClick: () => this.#end(false) })}
      ${button({ label: confirmLabel, variant, onClick: () => this.#end(true) })}`,
    });
  }

  #end(yes: boolean): void {
    this.#settle(yes);
    this.#dialog.close();
  }

  #settle(yes: boolean): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(yes);
  }
}
