import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Icon } from './icon.ts';
import type { Tone } from './notice.ts';

/** A status in one word, with its shape; colour only repeats it. */
export function badge(options: { label: string; icon?: Icon; tone?: Tone; title?: string }): TemplateResult {
  return html`<span class="badge ${options.tone ? `tone-${options.tone}` : ''}" part="badge" title=${options.title ?? nothing}
    >${options.icon ? icon(options.icon) : nothing}${options.label}</span
  >`;
}
