import { html, type TemplateResult } from 'lit';
import type { ShellWords } from '../words/index.ts';

/** Search, then candidates, creation or comparison: each widget shows itself when its turn comes (F-20 to F-41). */
export const searchPage = (words: ShellWords): TemplateResult => html`
  <h1>${words('searchTitle')}</h1>
  <div class="flow">
    <spico-patient-search><p slot="header" class="muted">${words('searchIntro')}</p></spico-patient-search>
    <spico-record-access></spico-record-access>
    <spico-identity-form></spico-identity-form>
    <spico-ins-reconciliation></spico-ins-reconciliation>
  </div>
`;
