import { type CivilDateProblem, checkBirthDate } from './civil-date.ts';
import { checkName, type NameProblem, toMatchingKey } from './normalise-name.ts';
import { type BirthPlace, checkPlace, type PlaceProblem } from './place.ts';

export type { BirthPlace };

/** F and M are what the INSi teleservice knows; I is the local value for indeterminate or unknown. */
export const SEXES = ['F', 'M', 'I'] as const;
export type Sex = (typeof SEXES)[number];

/** The five strict traits (F-22), plus what the sources call their local companions. */
export interface IdentityTraits {
  readonly birthFamilyName: string;
  readonly firstBirthGivenName: string;
  /** The whole list, in the order of the civil status. */
  readonly birthGivenNames?: readonly string[];
  readonly sex: Sex;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** The date follows a convention for an incomplete one (see `conventionalBirthDate`). */
  readonly birthDateUncertain?: boolean;
  readonly birthPlace: BirthPlace;
}

/** Optional traits (F-28). The used names are never filled from the birth names (EXI ID 08). */
export interface ComplementaryTraits {
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  /** Rank among the children of one birth, from 1. */
  readonly birthOrder?: number;
  readonly email?: string;
  readonly mobile?: string;
}

/** Provisoire, récupérée, validée, qualifiée: mutually exclusive (PROV, RECUP, VALI, QUAL). */
export const IDENTITY_STATUSES = ['provisional', 'retrieved', 'validated', 'qualified'] as const;
export type IdentityStatus = (typeof IDENTITY_STATUSES)[number];

/** Homonyme, douteuse, fictive (F-33): another axis than the status. */
export const IDENTITY_FLAGS = ['homonym', 'doubtful', 'fictitious'] as const;
export type IdentityFlag = (typeof IDENTITY_FLAGS)[number];

/** Documents and devices that give a high-trust identification (F-32), by their national codes. */
export const HIGH_TRUST_DOCUMENT_TYPES = [
  'CN',
  'PA',
  'CS',
  'eCN',
  'IN',
  'AV',
  'LECV',
  'ANCV',
  'AN',
  'LEP',
  'CC',
  'CIMS',
] as const;
export type HighTrustDocumentType = (typeof HIGH_TRUST_DOCUMENT_TYPES)[number];

export function isHighTrustDocumentType(code: string): code is HighTrustDocumentType {
  return (HIGH_TRUST_DOCUMENT_TYPES as readonly string[]).includes(code);
}

export function isSex(value: unknown): value is Sex {
  return (SEXES as readonly unknown[]).includes(value);
}

export type TraitName =
  | 'birthFamilyName'
  | 'firstBirthGivenName'
  | 'birthGivenNames'
  | 'sex'
  | 'birthDate'
  | 'birthPlace';

export type TraitProblem =
  | { readonly trait: 'birthFamilyName' | 'firstBirthGivenName'; readonly problem: NameProblem }
  | { readonly trait: 'birthGivenNames'; readonly index: number; readonly problem: NameProblem }
  | { readonly trait: 'birthGivenNames'; readonly problem: 'first-given-name-not-at-start' }
  | { readonly trait: 'sex'; readonly problem: 'unknown-sex' }
  | { readonly trait: 'birthDate'; readonly problem: CivilDateProblem }
  | { readonly trait: 'birthPlace'; readonly problem: PlaceProblem };

/**
 * Everything that stands in the way of keeping these traits, all at once so that a form can show all of it.
 * @param today - The day in Paris, `YYYY-MM-DD`.
 */
export function checkTraits(traits: IdentityTraits, today: string): readonly TraitProblem[] {
  const problems: TraitProblem[] = [];
  for (const trait of ['birthFamilyName', 'firstBirthGivenName'] as const) {
    const name = checkName(traits[trait]);
    if (!name.ok) problems.push({ trait, problem: name.failure });
  }
  const list = traits.birthGivenNames ?? [];
  list.forEach((given, index) => {
    const name = checkName(given);
    if (!name.ok) problems.push({ trait: 'birthGivenNames', index, problem: name.failure });
  });
  if (list.length > 0 && !startsGivenNames(traits.firstBirthGivenName, list)) {
    problems.push({ trait: 'birthGivenNames', problem: 'first-given-name-not-at-start' });
  }
  if (!isSex(traits.sex)) problems.push({ trait: 'sex', problem: 'unknown-sex' });
  const date = checkBirthDate(traits.birthDate, today);
  if (!date.ok) problems.push({ trait: 'birthDate', problem: date.failure });
  const place = checkPlace(traits.birthPlace);
  if (!place.ok) problems.push({ trait: 'birthPlace', problem: place.failure });
  return problems;
}

/**
 * Whether the first given name is the beginning of the list; hyphen, apostrophe and space count as equal (EXI ID 10).
 * "Jean" begins "Jean Pierre" and "Jean-Pierre", it does not begin "Jeanne".
 */
export function startsGivenNames(first: string, list: readonly string[]): boolean {
  return `${toMatchingKey(list.join(' '))} `.startsWith(`${toMatchingKey(first)} `);
}
