import { birthDateWithAge } from '../../shared/format/date.ts';
import { fullName } from '../../shared/format/name.ts';
import type { Flow } from '../../shared/flow.ts';
import type { HostPatient } from '../../shared/session.ts';
import { type TraitsDraft, type TraitsErrors, traitsFromHost } from '../../shared/traits/traits-draft.ts';

/** The whole search form while it is being filled. */
export interface SearchDraft {
  readonly traits: TraitsDraft;
  readonly documentChecked: boolean;
  readonly documentType: string;
}

export const startSearch = (patient: HostPatient | undefined): SearchDraft => ({
  traits: traitsFromHost(patient),
  documentChecked: false,
  documentType: '',
});

/** A document counts only with a known place (F-23). */
export const documentCounts = ({ documentChecked, traits }: SearchDraft): boolean =>
  documentChecked && !traits.placeUnknown;

export function errorCounts(errors: TraitsErrors): { missing: number; wrong: number } {
  const all = Object.values(errors);
  const missing = all.filter((error) => error === 'missing').length;
  return { missing, wrong: all.length - missing };
}

/** Who was searched, on one line. */
export function searchedPerson({ traits, birthPlaceLabel }: Flow, locale: string): string {
  if (!traits) return '';
  const name = fullName({ family: traits.birthFamilyName, given: traits.firstBirthGivenName });
  const born = birthDateWithAge(traits.birthDate, locale);
  return [name, traits.sex, born, birthPlaceLabel].filter(Boolean).join(' · ');
}
