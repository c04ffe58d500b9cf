import { html, type TemplateResult } from 'lit';
import type { Icon } from '../shared/icons.generated.ts';

export type { Icon } from '../shared/icons.generated.ts';

/** A drawing of `shared/icons.generated.ts`. Without a label it is decoration; give one only where it stands alone. */
export function icon(drawing: Icon, label?: string): TemplateResult {
  return label === undefined
    ? html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing()}</svg>`
    : html`<svg class="icon" viewBox="0 0 24 24" role="img" aria-label=${label}>${drawing()}</svg>`;
}
