import type { ConsentDraft } from '../../shared/consent/consent-draft.ts';
import { startConsent } from '../../shared/consent/consent-draft.ts';
import { numericDate } from '../../shared/format/date.ts';
import { familyName, givenName } from '../../shared/format/name.ts';
import type { Translate } from '../../shared/locale/translate.ts';
import type { Candidate, IdentityTraits, IdentityTraitsView, PatientSearchResult } from '../../shared/sdk.ts';
import type french from './record-access.fr.ts';

export type AccessWords = Translate<typeof french>;
export type CandidateAction = Candidate['allowedActions'][number];
export type Obstacle = Candidate['selfEnrolmentObstacles'][number];
type Difference = Candidate['differences'][number];

/** The five strict traits, in the order they are read out. */
export const TRAITS = ['birthFamilyName', 'firstBirthGivenName', 'sex', 'birthDate', 'birthPlace'] as const;
export type Trait = (typeof TRAITS)[number];

/** Bounds of the words of a break-glass reason, as in the contract. */
export const REASON_MIN = 10;
export const REASON_MAX = 500;

/** Why a candidate is not exactly what was typed, as one would say it: "même nom, même date ; autre commune" (F-260). */
export function differencesInWords(
  { differences, traits }: Candidate,
  typed: IdentityTraits | undefined,
  say: AccessWords,
): string {
  if (differences.length === 0) return capital(say('allSame'));
  const differing = new Set(differences.map(({ trait }) => trait));
  const same = TRAITS.filter((trait) => !differing.has(trait)).map((trait) => say('same', { trait: say(trait) }));
  const others = [...new Set(differences.map((difference) => oneDifference(difference, traits, typed, say)))];
  return capital([same.join(', '), others.join(', ')].filter(Boolean).join(say.locale === 'fr' ? '\u202f; ' : '; '));
}

function oneDifference(
  { trait, kind }: Difference,
  found: IdentityTraitsView,
  typed: IdentityTraits | undefined,
  say: AccessWords,
): string {
  if (kind === 'place-different') {
    const towns = found.birthPlace.kind === 'commune' && (typed?.birthPlace.kind ?? 'commune') === 'commune';
    return towns ? say('otherTown') : say('other', { trait: say('birthPlace') });
  }
  if (kind === 'different') return say('other', { trait: say(trait) });
  if (kind === 'accents-or-punctuation' || kind === 'spelling' || kind === 'sounds-alike')
    return say(kind, { trait: say(trait) });
  return say(kind);
}

/** A trait of the card: what the record holds, and what was typed where it differs. */
export interface TraitLine {
  readonly trait: Trait;
  readonly value: string;
  /** Present where the two differ and something was typed. */
  readonly typed?: string;
  readonly differs: boolean;
}

export function traitLines(
  { traits, differences }: Candidate,
  typed: { readonly traits?: IdentityTraits; readonly birthPlaceLabel?: string },
  say: AccessWords,
): readonly TraitLine[] {
  const differing = new Set(differences.map(({ trait }) => trait));
  const wasTyped = typed.traits && traitValues(typed.traits, typed.birthPlaceLabel ?? '', say);
  const held = traitValues(traits, traits.birthPlace.label, say);
  return TRAITS.map((trait) => {
    const differs = differing.has(trait);
    const before = differs ? wasTyped?.[trait] : undefined;
    return { trait, value: held[trait], differs, ...(before && before !== held[trait] ? { typed: before } : {}) };
  });
}

function traitValues(
  traits: IdentityTraits | IdentityTraitsView,
  place: string,
  say: AccessWords,
): Record<Trait, string> {
  return {
    birthFamilyName: familyName(traits.birthFamilyName),
    firstBirthGivenName: givenName(traits.firstBirthGivenName),
    sex: say(traits.sex),
    birthDate: numericDate(traits.birthDate),
    birthPlace: place,
  };
}

/** The one next act: only where a single candidate is beyond doubt, and never an emergency access (F-39, F-41). */
export function primaryAction({
  candidates,
}: PatientSearchResult): { candidateId: string; action: CandidateAction } | undefined {
  const certain = candidates.filter(({ grade }) => grade === 'certain');
  const [only] = certain;
  if (!only || certain.length > 1) return undefined;
  const action = (['open', 'self-enrol'] as const).find((each) => only.allowedActions.includes(each));
  return action && { candidateId: only.candidateId, action };
}

/** Obstacles worth a sentence: those of somebody who could be enrolled otherwise (F-40). */
export function obstaclesToTell({
  selfEnrolmentObstacles,
  allowedActions,
}: Candidate): readonly Exclude<Obstacle, 'already-member'>[] {
  if (allowedActions.includes('self-enrol')) return [];
  const told = selfEnrolmentObstacles.filter((each) => each !== 'already-member');
  // An unknown place explains why no document could be checked: one sentence is enough.
  return told.includes('birth-place-unknown') ? told.filter((each) => each !== 'document-not-checked') : told;
}

/** The same candidate in a search made again, where every candidate has a new id. */
export function sameCandidate(before: Candidate | undefined, after: PatientSearchResult): Candidate | undefined {
  const key = ({ traits }: Candidate): string => JSON.stringify(TRAITS.map((trait) => traits[trait]));
  const matches = before ? after.candidates.filter((candidate) => key(candidate) === key(before)) : [];
  return matches.length === 1 ? matches[0] : undefined;
}

/** What is being typed in the dialogs, for one candidate. */
export interface EntryDraft {
  readonly candidateId: string;
  readonly consent: ConsentDraft;
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly message: string;
}

export const startEntry = (candidateId = ''): EntryDraft => ({
  candidateId,
  consent: startConsent(),
  reasonCode: '',
  reasonText: '',
  message: '',
});

/** Characters still needed, spaces at the ends left out as the server does. */
export const reasonMissing = (text: string): number => Math.max(0, REASON_MIN - [...text.trim()].length);

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
