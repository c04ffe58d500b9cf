import { html, type TemplateResult } from 'lit';
import type { Router } from '../router.ts';
import type { ShellWords } from '../words/index.ts';

/** After a sign-in in a tab of its own: the work waits in the other one (F-12). */
export const signedInPage = (router: Router, words: ShellWords): TemplateResult => html`
  <h1>${words('signedInTitle')}</h1>
  <p>${words('signedInHint')}</p>
  <p><a class="button" href="/patients" @click=${router.follow}>${words('goOnHere')}</a></p>
`;
