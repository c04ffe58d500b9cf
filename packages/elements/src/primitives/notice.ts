import { html, nothing, type TemplateResult } from 'lit';
import {
  circleCheckIcon,
  infoIcon,
  octagonAlertIcon,
  sirenIcon,
  triangleAlertIcon,
  xIcon,
} from '../shared/icons.generated.ts';
import type { Words } from '../shared/locale/common.ts';
import { button } from './button.ts';
import { icon, type Icon } from './icon.ts';

/** What colour and shape repeat; the word comes first. `danger` is for danger to a person and for what went wrong. */
export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'urgent';

const SHAPES: Record<Tone, Icon> = {
  info: infoIcon,
  success: circleCheckIcon,
  warning: triangleAlertIcon,
  danger: octagonAlertIcon,
  urgent: sirenIcon,
};

export interface NoticeOptions {
  words: Words;
  tone: Tone;
  heading?: string;
  body?: unknown;
  /** Buttons under the text. */
  actions?: unknown;
  /** A code for the support team, shown small. */
  code?: string;
  /** Interrupts assistive technology. Only for what just failed under the person's hand. */
  alert?: boolean;
  onDismiss?: () => void;
  id?: string;
}

/** A calm block that says one thing and offers the next act. */
export function notice(options: NoticeOptions): TemplateResult {
  const { words, tone, heading, body, actions, code, onDismiss } = options;
  const kind = tone === 'urgent' ? words('warning') : words(tone);
  return html`<div
    class="notice tone-${tone}"
    part="notice"
    id=${options.id ?? nothing}
    tabindex=${options.id ? '-1' : nothing}
    role=${options.alert ? 'alert' : nothing}
  >
    ${icon(SHAPES[tone], kind)}
    <div class="notice-body">
      ${heading ? html`<p class="notice-heading">${heading}</p>` : nothing}
      ${body ? html`<div>${body}</div>` : nothing}
      ${code ? html`<p class="code">${code}</p>` : nothing}
      ${actions ? html`<div class="notice-actions">${actions}</div>` : nothing}
    </div>
    ${onDismiss ? button({ label: words('dismiss'), icon: xIcon, iconOnly: true, variant: 'quiet', onClick: onDismiss }) : nothing}
  </div>`;
}
