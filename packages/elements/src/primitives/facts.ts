import { html, nothing, type TemplateResult } from 'lit';

export interface Fact {
  label: string;
  value: unknown;
}

/** A description list; a fact without a value is left out. */
export function facts(list: readonly (Fact | undefined)[]): TemplateResult {
  const known = list.filter(
    (fact) => fact !== undefined && fact.value !== undefined && fact.value !== '' && fact.value !== nothing,
  );
  return html`<dl class="facts" part="facts">
    ${known.map((fact) => html`<div class="fact"><dt>${fact?.label}</dt><dd>${fact?.value}</dd></div>`)}
  </dl>`;
}
