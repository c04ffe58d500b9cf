import { chevronDownIcon, icon, lockIcon, searchIcon, usersIcon } from '@spico/elements/toolkit';
import type { AccountChoice, Session } from '@spico/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { accountDetail } from '../pages/account-page.ts';
import type { Router } from '../router.ts';
import type { Language, ShellWords } from '../words/index.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark' | 'contrast';
const themes = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark', contrast: 'themeContrast' } as const;

export interface HeaderActs {
  readonly skip: () => void;
  readonly choose: (account: AccountChoice) => void;
  readonly lock: () => void;
  readonly signOut: () => void;
  readonly switchLanguage: () => void;
  readonly setTheme: (theme: ThemeChoice) => void;
}

/** Menus are native disclosures: they work before, without and beside any script of ours. */
const closeMenu = (event: Event): void =>
  (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');

const appSquare = (router: Router, words: ShellWords): TemplateResult => {
  const follow = (event: MouseEvent): void => {
    closeMenu(event);
    router.follow(event);
  };
  return html`<details class="menu" name="menu">
    <summary aria-label=${words('apps')} title=${words('apps')}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4zM4 16h4v4H4zM10 16h4v4h-4zM16 16h4v4h-4z" />
      </svg>
    </summary>
    <nav class="sheet" aria-label=${words('apps')}>
      <a href="/patients" @click=${follow}>${icon(usersIcon)} ${words('appPatients')}</a>
      <a href="/search" @click=${follow}>${icon(searchIcon)} ${words('appSearch')}</a>
    </nav>
  </details>`;
};

/** `NH` for « Nadia HADDAD »: what fits beside a lock on a telephone. */
const initials = (name: string): string => {
  const words = name.replace(/^(Dr|Pr|M\.|Mme)\s+/i, '').split(/[\s-]+/);
  return [words[0], words.at(-1)].map((word) => (word ?? '').slice(0, 1).toLocaleUpperCase()).join('');
};

const accountMenu = (
  session: Session,
  acts: HeaderActs,
  words: ShellWords,
  language: Language,
  theme: ThemeChoice,
): TemplateResult => {
  const { current, accounts } = session;
  const others = accounts.filter(
    (each) => each.accountId !== current?.accountId || each.practiceId !== current?.practiceId,
  );
  const pick = (account: AccountChoice) => (event: MouseEvent) => {
    closeMenu(event);
    acts.choose(account);
  };
  return html`<details class="menu account" name="menu">
    <summary>
      <span class="visually-hidden">${words('account')}</span>
      <span class="initials" aria-hidden="true">${initials(session.displayName)}</span>
      <span class="who"><span>${session.displayName}</span><span class="where">${current?.structureName ?? nothing}</span></span>
      ${icon(chevronDownIcon)}
    </summary>
    <div class="sheet">
      ${others.length === 0 ? nothing : html`<p class="sheet-title">${words('switchAccount')}</p>`}
      ${others.map(
        (account) => html`<button type="button" @click=${pick(account)}>
          <strong>${account.structureName ?? account.label}</strong>
          <span class="muted">${accountDetail(account, words, language)}</span>
        </button>`,
      )}
      <label class="sheet-title">${words('theme')}
        <select class="input" @change=${(event: Event) => acts.setTheme((event.target as HTMLSelectElement).value as ThemeChoice)}>
          ${(Object.keys(themes) as ThemeChoice[]).map(
            (each) => html`<option value=${each} ?selected=${each === theme}>${words(themes[each])}</option>`,
          )}
        </select>
      </label>
      <button type="button" lang=${language === 'fr' ? 'en' : 'fr'} @click=${acts.switchLanguage}>${words('language')}</button>
      <button type="button" @click=${acts.signOut}>${words('signOut')}</button>
    </div>
  </details>`;
};

/** The bar on top: applications, patients, who is signed in and as what, lock (one click: shared machines, F-12). */
export function header(
  session: Session,
  router: Router,
  acts: HeaderActs,
  words: ShellWords,
  language: Language,
  theme: ThemeChoice,
): TemplateResult {
  const here = router.place.page;
  return html`<header class="bar">
    <button type="button" class="skip" @click=${acts.skip}>${words('skip')}</button>
    ${appSquare(router, words)}
    <a class="brand" href="/patients" @click=${router.follow}>${words('product')}</a>
    <nav class="places" aria-label=${words('product')}>
      <a href="/patients" aria-current=${here === 'patients' ? 'page' : 'false'} @click=${router.follow}>${words('patients')}</a>
    </nav>
    <span class="spring"></span>
    <button type="button" class="bar-button" @click=${acts.lock}>${icon(lockIcon)}<span>${words('lock')}</span></button>
    ${accountMenu(session, acts, words, language, theme)}
  </header>`;
}
