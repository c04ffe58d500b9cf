import { html, nothing, type TemplateResult } from 'lit';
import { button, facts, icon, notice } from '../../primitives/index.ts';
import { fullTime, numericDate, readableTime } from '../../shared/format/date.ts';
import { familyName, givenName } from '../../shared/format/name.ts';
import { circleAlertIcon, externalLinkIcon, pencilIcon } from '../../shared/icons.generated.ts';
import {
  bornIn,
  bornOn,
  flagBadges,
  type IdentityWords,
  insNumber,
  statusBadge,
  birthName,
} from '../../shared/identity/identity.ts';
import type { Words } from '../../shared/locale/common.ts';
import type { Translate } from '../../shared/locale/translate.ts';
import type { CoordinationRecord, IdentityHistory, Ins, ListEntry } from '../../shared/sdk.ts';
import type french from './record-identity.fr.ts';
import { type Act, checkBlocked } from './record-identity.model.ts';

export interface BlockOptions {
  readonly words: Words;
  readonly say: Translate<typeof french>;
  readonly sayIdentity: IdentityWords;
  readonly record: CoordinationRecord;
  readonly edit: (act: Act) => void;
}

const time = (at: string, locale: string): TemplateResult =>
  html`<time datetime=${at} title=${fullTime(at, locale)}>${readableTime(at, locale)}</time>`;

/** Traits, used names, status, special cases, document (F-22, F-28, F-32, F-33). */
export function identityBlock(options: BlockOptions): TemplateResult {
  const { say, sayIdentity, record } = options;
  const { identity } = record;
  const { traits, usedFamilyName, usedGivenName, birthOrder, status, flags, documentCheck } = identity;
  const given = traits.birthGivenNames ?? [traits.firstBirthGivenName];
  const type = (say.locale === 'en' ? documentCheck?.labelEn : documentCheck?.labelFr) ?? documentCheck?.type ?? '';
  return html`<h3>${say('identity')}</h3>
    ${facts([
      {
        label: say('status'),
        value: html`<span class="row">${statusBadge(status, sayIdentity)} <span class="muted small">${sayIdentity(`${status}Hint`)}</span></span>`,
      },
      { label: say('birthFamilyName'), value: familyName(traits.birthFamilyName) },
      { label: say('birthGivenNames'), value: given.map(givenName).join(', ') },
      usedFamilyName ? { label: say('usedFamilyName'), value: familyName(usedFamilyName) } : undefined,
      usedGivenName ? { label: say('usedGivenName'), value: givenName(usedGivenName) } : undefined,
      { label: sayIdentity('sex'), value: sayIdentity(traits.sex) },
      { label: sayIdentity('born'), value: bornOn(traits, sayIdentity) },
      { label: sayIdentity('place'), value: place(options) },
      birthOrder === undefined
        ? undefined
        : { label: say('birthOrder'), value: say('birthOrderRank', { rank: birthOrder }) },
      {
        label: say('flags'),
        value: flags.length === 0 ? say('flagsNone') : html`<span class="row">${flagBadges(flags, sayIdentity)}</span>`,
      },
      {
        label: say('documentCheck'),
        value: documentCheck
          ? say('documentChecked', { type, time: readableTime(documentCheck.checkedAt, say.locale) })
          : say('documentNone'),
      },
    ])}
    ${acts(options)}`;
}

function place({ record, say, sayIdentity }: BlockOptions): TemplateResult {
  const { birthPlace } = record.identity.traits;
  return html`${bornIn(record.identity.traits, sayIdentity)}${
    birthPlace.warning === undefined
      ? nothing
      : html` <span class="muted small">${icon(circleAlertIcon)} ${say('placeCode', { code: birthPlace.cog })}</span>`
  }`;
}

function acts({ record, say, edit }: BlockOptions): TemplateResult {
  const may = new Set(record.allowedActions);
  const blocked = checkBlocked(record.identity);
  // The next act on an identity that no document covers yet; later only a possibility.
  const variant = record.identity.documentCheck ? ('quiet' as const) : ('primary' as const);
  return html`${may.has('identity.check-document') && blocked ? html`<p class="muted small">${say(blocked)}</p>` : nothing}
    <div class="acts">
      ${may.has('identity.check-document') && !blocked ? button({ label: say('check'), variant, onClick: () => edit('document') }) : nothing}
      ${may.has('identity.correct-traits') ? button({ label: say('correct'), icon: pencilIcon, onClick: () => edit('traits') }) : nothing}
      ${may.has('identity.set-flags') ? button({ label: say('setFlags'), variant: 'quiet', onClick: () => edit('flags') }) : nothing}
    </div>`;
}

/** The number when it may be seen, where it disagrees with the traits, and the place of the reconciliation (F-261). */
export function insPart({ words, say, sayIdentity, record }: BlockOptions): TemplateResult {
  const { ins, insCallAllowed } = record.identity;
  return html`<h3>${say('ins')}</h3>
    ${ins ? html`<p>${insNumber(ins, sayIdentity)}</p>${contradictions(words, say, ins, sayIdentity)}` : html`<p class="muted">${say('insNone')}</p>`}
    ${insCallAllowed ? nothing : html`<p class="muted small">${say('insForbidden')}</p>`}
    <slot name="ins"></slot>`;
}

function contradictions(words: Words, say: BlockOptions['say'], ins: Ins, sayIdentity: IdentityWords): unknown {
  if (ins.contradictions.length === 0) return nothing;
  const lines = ins.contradictions.map(({ kind, inNumber = '', inTraits = '' }) => {
    const shown = (code: string): string =>
      kind === 'sex' && /^[FMI]$/.test(code) ? sayIdentity(code as 'F' | 'M' | 'I') : code;
    return html`<li>${say(`contradiction-${kind}`, { inNumber: shown(inNumber), inTraits: shown(inTraits) })}</li>`;
  });
  const body = html`<ul class="warnings">${lines}</ul><p>${say('contradictionsHelp')}</p>`;
  return notice({ words, tone: 'warning', heading: say('contradictions'), body });
}

export function consentBlock(
  { say, record, edit }: BlockOptions,
  givers: readonly ListEntry[],
): TemplateResult | typeof nothing {
  const { consent, allowedActions } = record;
  if (!consent) return nothing;
  const entry = givers.find(({ code }) => code === consent.givenBy);
  const giver = entry ? (say.locale === 'en' ? entry.labelEn : entry.labelFr) : consent.givenBy;
  const line = say('consentLine', { giver, mode: say(consent.mode), date: numericDate(consent.collectedOn) });
  const by = say('consentBy', {
    person: consent.recordedBy.displayName,
    time: readableTime(consent.recordedAt, say.locale),
  });
  return html`<div class="card block">
    <h3>${say('consent')}</h3>
    <p>${line}</p>
    <p class="muted small">${by}</p>
    ${allowedActions.includes('consent.change') ? html`<div class="acts">${button({ label: say('changeConsent'), onClick: () => edit('consent') })}</div>` : nothing}
  </div>`;
}

/** The DMP opens only for a qualified identity and a Pro Santé Connect session (F-65, F-100): otherwise what is missing. */
export function dmpBlock(
  { say, record, words }: BlockOptions,
  dmp: { readonly opening: boolean; readonly url: string; readonly failure: unknown; readonly open: () => void },
): TemplateResult | typeof nothing {
  const { administrative, allowedActions } = record;
  if (!administrative) return nothing;
  const { available, missing = [] } = administrative.dmp;
  const can = available && allowedActions.includes('dmp.launch');
  const reasons = can ? [] : missing.length > 0 ? missing : (['right'] as const);
  return html`<div class="card block">
    <h3>${say('dmp')}</h3>
    ${dmp.failure}
    ${
      can
        ? html`<div class="acts">${button({ label: say('dmpOpen'), icon: externalLinkIcon, busy: dmp.opening, busyLabel: words('busy'), onClick: dmp.open })}</div>
          <p class="muted small">${say('dmpOpenHint')}</p>`
        : html`<p>${say('dmpMissing')}</p><ul class="warnings">${reasons.map((reason) => html`<li>${say(`dmp-${reason}`)}</li>`)}</ul>`
    }
    ${
      dmp.url === ''
        ? nothing
        : html`<p>${say('dmpReady')} <a href=${dmp.url} target="_blank" rel="noopener noreferrer">${say('dmpLink')}</a></p>`
    }
  </div>`;
}

/** Former traits, statuses and numbers, newest first. */
export function historyList(
  { items }: IdentityHistory,
  say: BlockOptions['say'],
  sayIdentity: IdentityWords,
): TemplateResult {
  if (items.length === 0) return html`<p class="muted">${say('historyEmpty')}</p>`;
  const { locale } = say;
  return html`<ol class="history" role="list">
    ${items.map(
      ({ at, by, event, reason, status, flags = [], traits, ins }) => html`<li>
        <p class="row"><strong>${say(`event-${event}`)}</strong> ${statusBadge(status, sayIdentity, { short: true })} ${flagBadges(flags, sayIdentity)}</p>
        <p>${birthName(traits)} · ${sayIdentity(traits.sex)} · <span class="tabular">${numericDate(traits.birthDate)}</span> · ${bornIn(traits, sayIdentity)}</p>
        ${ins ? html`<p>${insNumber(ins, sayIdentity)}</p>` : nothing}
        ${reason ? html`<p>${say('historyReason', { reason })}</p>` : nothing}
        <p class="muted small">${by.displayName}, ${time(at, locale)}</p>
      </li>`,
    )}
  </ol>`;
}
