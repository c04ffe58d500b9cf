import { html, type TemplateResult } from 'lit';
import type { Words } from '../shared/locale/common.ts';

/** Grey bones of the final size, so that nothing jumps when the content comes. */
export function skeleton({
  words,
  shape = 'text',
  count = 3,
}: {
  words: Words;
  shape?: 'text' | 'row' | 'card';
  count?: number;
}): TemplateResult {
  const bone = shape === 'text' ? 'bone' : shape === 'row' ? 'bone row' : 'bone card-size';
  return html`<div class="skeleton" part="skeleton" aria-busy="true">
    <span class="visually-hidden">${words('loading')}</span>
    ${Array.from({ length: count }, () => html`<div class=${bone} aria-hidden="true"></div>`)}
  </div>`;
}
