import type { AccountChoice, Session } from '@spico/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language, ShellWords } from '../words/index.ts';

/** Which practice or structure account one works in (F-08, F-09); needed before any record is reached. */
export function accountPage(
  session: Session,
  words: ShellWords,
  language: Language,
  choose: (account: AccountChoice) => void,
): TemplateResult {
  return html`
    <p class="muted">${words('chooseAccountHint')}</p>
    <ul class="accounts" role="list">
      ${session.accounts.map(
        (account) => html`<li>
          <button type="button" class="account-choice" @click=${() => choose(account)}>
            <strong>${account.structureName ?? account.label}</strong>
            <span class="muted">${accountDetail(account, words, language)}</span>
          </button>
        </li>`,
      )}
    </ul>
  `;
}

export function accountDetail(account: AccountChoice, words: ShellWords, language: Language): unknown {
  if (account.kind === 'structure') return words('structureAccount');
  const { profession } = account;
  return profession ? html`${account.label} · ${language === 'en' ? profession.labelEn : profession.labelFr}` : nothing;
}
