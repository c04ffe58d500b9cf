import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Icon } from './icon.ts';

export interface ButtonOptions {
  label: string;
  onClick?: (event: MouseEvent) => void;
  /** `primary` is the one next act of a state. `urgent` is for break-glass only, `danger` for danger to a person. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'urgent';
  type?: 'button' | 'submit';
  icon?: Icon;
  /** Shows only the icon; the label is read out. Reserved to search, close and back. */
  iconOnly?: boolean;
  /** At work: keeps its width and its focus, ignores clicks, says so. */
  busy?: boolean;
  /** What is read out while busy. */
  busyLabel?: string;
  disabled?: boolean;
  id?: string;
  part?: string;
  describedBy?: string;
}

/** A native button. A busy one stays focusable, so that the focus is not lost while waiting. */
export function button(options: ButtonOptions): TemplateResult {
  const { label, onClick, variant = 'secondary', type = 'button', busy = false, iconOnly = false } = options;
  const act = (event: MouseEvent): void => (busy ? event.preventDefault() : onClick?.(event));
  return html`<button
    class="button ${variant} ${busy ? 'busy' : ''} ${iconOnly ? 'icon-only' : ''}"
    id=${options.id ?? nothing}
    part=${options.part ?? 'button'}
    type=${type}
    ?disabled=${options.disabled ?? false}
    aria-disabled=${busy ? 'true' : nothing}
    aria-label=${iconOnly ? label : nothing}
    title=${iconOnly ? label : nothing}
    aria-describedby=${options.describedBy ?? nothing}
    @click=${act}
  >
    <span class="button-label">${options.icon ? icon(options.icon) : nothing}${iconOnly ? nothing : label}</span>
    ${busy ? html`<span class="spinner"></span><span class="visually-hidden">${options.busyLabel ?? ''}</span>` : nothing}
  </button>`;
}
