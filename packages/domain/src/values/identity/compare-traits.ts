import { toMatchingKey } from './normalise-name.ts';
import { isSamePlace } from './place.ts';
import type { IdentityTraits, TraitName } from './traits.ts';

/**
 * - same: letter for letter;
 * - accents-or-case: the same name in capitals, without accents, or with another apostrophe or hyphen;
 * - completed: the retrieved value says the same and more (list of given names, unknown place, arrondissement);
 * - different: another value.
 */
export type ComparisonKind = 'same' | 'accents-or-case' | 'completed' | 'different';

export interface TraitComparison {
  readonly trait: TraitName;
  readonly same: boolean;
  readonly kind: ComparisonKind;
  /** Empty when it was not typed. Given names are joined by a space, a place is its code. */
  readonly typed: string;
  readonly retrieved: string;
}

/** The typed identity against the one retrieved by the INSi teleservice, trait by trait, in the order of the form (F-35). */
export function compareTraits(typed: IdentityTraits, retrieved: IdentityTraits): readonly TraitComparison[] {
  const row = (trait: TraitName, a: string, b: string, kind: ComparisonKind): TraitComparison => {
    return { trait, same: kind === 'same', kind, typed: a, retrieved: b };
  };
  const name = (trait: TraitName, a: string, b: string): TraitComparison => row(trait, a, b, compareNames(a, b));
  const exact = (trait: TraitName, a: string, b: string): TraitComparison => {
    return row(trait, a, b, a === b ? 'same' : 'different');
  };
  const [list, wholeList] = [(typed.birthGivenNames ?? []).join(' '), (retrieved.birthGivenNames ?? []).join(' ')];
  return [
    name('birthFamilyName', typed.birthFamilyName, retrieved.birthFamilyName),
    name('firstBirthGivenName', typed.firstBirthGivenName, retrieved.firstBirthGivenName),
    row('birthGivenNames', list, wholeList, compareLists(list, wholeList)),
    exact('sex', typed.sex, retrieved.sex),
    exact('birthDate', typed.birthDate, retrieved.birthDate),
    row('birthPlace', typed.birthPlace.cog, retrieved.birthPlace.cog, comparePlaces(typed, retrieved)),
  ];
}

/**
 * Whether taking the retrieved traits changes who is described beyond writing or completion. A document checked
 * against the typed traits then no longer covers them and has to be looked at again.
 */
export function needsDocumentRecheck(comparison: readonly TraitComparison[]): boolean {
  return comparison.some(({ kind }) => kind === 'different');
}

function compareNames(typed: string, retrieved: string): ComparisonKind {
  if (typed === retrieved) return 'same';
  return toMatchingKey(typed) === toMatchingKey(retrieved) ? 'accents-or-case' : 'different';
}

function compareLists(typed: string, retrieved: string): ComparisonKind {
  const kind = compareNames(typed, retrieved);
  if (kind !== 'different') return kind;
  if (typed === '') return 'completed';
  return `${toMatchingKey(retrieved)} `.startsWith(`${toMatchingKey(typed)} `) ? 'completed' : 'different';
}

function comparePlaces(typed: IdentityTraits, retrieved: IdentityTraits): ComparisonKind {
  if (typed.birthPlace.cog === retrieved.birthPlace.cog) return 'same';
  if (typed.birthPlace.kind === 'unknown') return 'completed';
  return isSamePlace(typed.birthPlace.cog, retrieved.birthPlace.cog) ? 'completed' : 'different';
}
