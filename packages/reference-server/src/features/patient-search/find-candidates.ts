import {
  gradeCandidate,
  type MatchGrade,
  type MatchTraits,
  matchKeys,
  type TraitDifference,
} from '@spico/domain/rules/identity/match';
import { parseCivilDate } from '@spico/domain/values/identity/civil-date';
import { checkName } from '@spico/domain/values/identity/normalise-name';
import type { Tx } from '../../platform/db.ts';
import { findResembling, type IndexedIdentity } from './identity-search.repository.ts';

/** How many candidates a person is asked to compare. */
export const MOST_CANDIDATES_SHOWN = 5;

/** A live record that may be the person who was typed. */
export interface Candidate {
  readonly recordId: string;
  /** As kept in the record. What of it may be shown is for the caller to decide. */
  readonly traits: Pick<
    IndexedIdentity,
    'birthFamilyName' | 'firstBirthGivenName' | 'sex' | 'birthDate' | 'birthPlace'
  >;
  readonly grade: Exclude<MatchGrade, 'none'>;
  /** The traits that differ, each with its reason; empty when all five are the same. */
  readonly differences: readonly TraitDifference[];
}

export interface CandidateList {
  /** Nearest first. */
  readonly candidates: readonly Candidate[];
  /** There are more than were asked for: the traits should be checked before going on. */
  readonly more: boolean;
}

/**
 * The live records that resemble the typed traits, graded with the reason of each difference (F-25, F-260).
 * Total: traits that no record can hold (a control character, a day that does not exist) find nobody.
 */
export async function findCandidates(
  tx: Tx,
  typed: MatchTraits,
  { limit = MOST_CANDIDATES_SHOWN }: { readonly limit?: number } = {},
): Promise<CandidateList> {
  if (!couldBeKept(typed)) return { candidates: [], more: false };
  const known = { typed: matchKeys(typed) };
  const graded = [];
  for (const { recordId, ...traits } of await findResembling(tx, typed)) {
    const { grade, differences, distance } = gradeCandidate(typed, traits, known);
    if (grade !== 'none') graded.push({ recordId, traits, grade, differences, order: ORDER[grade] * 100 + distance });
  }
  graded.sort((a, b) => a.order - b.order || (a.recordId < b.recordId ? -1 : 1));
  const candidates = graded.slice(0, limit).map(({ recordId, traits, grade, differences }) => ({
    recordId,
    traits: {
      birthFamilyName: traits.birthFamilyName,
      firstBirthGivenName: traits.firstBirthGivenName,
      sex: traits.sex,
      birthDate: traits.birthDate,
      birthPlace: traits.birthPlace,
    },
    grade,
    differences,
  }));
  return { candidates, more: graded.length > limit };
}

const ORDER: Readonly<Record<Candidate['grade'], number>> = { certain: 0, probable: 1, possible: 2 };

function couldBeKept(typed: MatchTraits): boolean {
  const names = [typed.birthFamilyName, typed.firstBirthGivenName];
  return names.every((name) => checkName(name).ok) && parseCivilDate(typed.birthDate).ok;
}
