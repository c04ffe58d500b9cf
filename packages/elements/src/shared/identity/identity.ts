import { html, nothing, type TemplateResult } from 'lit';
import { badge, button, icon, type Icon, notice } from '../../primitives/index.ts';
import { birthDateWithAge } from '../format/date.ts';
import { spacedIns } from '../format/ins.ts';
import { familyName, fullName, givenName } from '../format/name.ts';
import {
  circleCheckIcon,
  circleDashedIcon,
  equalIcon,
  linkIcon,
  octagonAlertIcon,
  refreshCwIcon,
  shieldCheckIcon,
  shieldQuestionMarkIcon,
} from '../icons.generated.ts';
import type { Words } from '../locale/common.ts';
import { defineMessages, type Translate } from '../locale/translate.ts';
import type { IdentityFlag, IdentityStatus, IdentityTraitsView, Ins } from '../sdk.ts';
import french from './identity.fr.ts';

export const identityMessages = defineMessages('identity', french, { en: () => import('./identity.en.ts') });
export type IdentityWords = Translate<typeof french>;

const STATUS: Readonly<Record<IdentityStatus, Icon>> = {
  provisional: circleDashedIcon,
  retrieved: linkIcon,
  validated: circleCheckIcon,
  qualified: shieldCheckIcon,
};
const FLAGS: Readonly<Record<IdentityFlag, Icon>> = {
  homonym: equalIcon,
  doubtful: shieldQuestionMarkIcon,
  fictitious: octagonAlertIcon,
};

/** The identity status, word and shape; `short` leaves the word "identity" to assistive technology. */
export function statusBadge(status: IdentityStatus, say: IdentityWords, { short = false } = {}): TemplateResult {
  const label = say.locale === 'fr' ? `${say('identity')} ${say(status)}` : `${say(status)} ${say('identity')}`;
  return badge({
    label: short ? say(status) : label,
    icon: STATUS[status],
    title: say(`${status}Hint`),
    ...(status === 'qualified' ? { tone: 'success' as const } : {}),
  });
}

/** Homonym, doubtful, fictitious: warnings about the person, in words (F-33). */
export const flagBadges = (flags: readonly IdentityFlag[], say: IdentityWords): TemplateResult[] =>
  flags.map((flag) => badge({ label: say(flag), icon: FLAGS[flag], tone: 'warning' }));

/** `LACOMBE Jeanne`. */
export const birthName = ({ birthFamilyName, firstBirthGivenName }: IdentityTraitsView): string =>
  fullName({ family: birthFamilyName, given: firstBirthGivenName });

/** The used names where they are not the birth ones; nothing otherwise (EXI ID 08: never deduced). */
export function usedName(identity: { usedFamilyName?: string; usedGivenName?: string }): string {
  return [familyName(identity.usedFamilyName ?? ''), givenName(identity.usedGivenName ?? '')].filter(Boolean).join(' ');
}

/** `12/03/1941 (85 ans)`, with a word when the day or the month is a convention. */
export function bornOn({ birthDate, birthDateUncertain }: IdentityTraitsView, say: IdentityWords): TemplateResult {
  return html`<span class="tabular">${birthDateWithAge(birthDate, say.locale)}</span>${
    birthDateUncertain ? html` <span class="muted">${say('dateUncertain')}</span>` : nothing
  }`;
}

/** `Albi (81)`, or that it is unknown. */
export const bornIn = ({ birthPlace }: IdentityTraitsView, say: IdentityWords): string =>
  birthPlace.kind === 'unknown' ? say('placeUnknown') : birthPlace.label;

/** The number with its spaces; says so when it is not to leave the record (EXI ID 29) or is not a real one. */
export function insNumber({ matricule, key, shareable, environment }: Ins, say: IdentityWords): TemplateResult {
  return html`<span class="ins"
    >${say(environment === 'production' ? 'ins' : 'insTest')} <span class="tabular">${spacedIns(matricule, key)}</span>${
      shareable ? nothing : html` <span class="muted">${icon(octagonAlertIcon)} ${say('insPrivate')}</span>`
    }</span
  >`;
}

/** In place of a record whose access has ended: nothing of it, and the way to ask again. */
export const endedNotice = (options: { words: Words; say: IdentityWords; again: () => void }): TemplateResult =>
  notice({
    words: options.words,
    tone: 'info',
    heading: options.say('accessEnded'),
    body: options.say('accessEndedBody'),
    actions: button({
      label: options.say('checkAgain'),
      icon: refreshCwIcon,
      variant: 'quiet',
      onClick: options.again,
    }),
  });
