import { icon, userSearchIcon } from '@spico/elements/toolkit';
import { html, type TemplateResult } from 'lit';
import type { Router } from '../router.ts';
import type { ShellWords } from '../words/index.ts';

/** The patient list (file active, F-70), with the way to search or create below it (F-21). */
export const patientsPage = (router: Router, words: ShellWords): TemplateResult => html`
  <h1>${words('caseload')}</h1>
  <spico-patient-list></spico-patient-list>
  <div class="next-act">
    <a class="button primary" href="/search" @click=${router.follow}>${icon(userSearchIcon)} ${words('searchCreate')}</a>
  </div>
`;
