import type {
  Candidate,
  IdentityTraits,
  IdentityTraitsView,
  InsQueryResult,
  PatientSearchResult,
  TraitComparison,
  TraitDifference,
} from '../types.ts';
import type { CastPatient } from './people.ts';
import { fold, placeView } from './reference.ts';

type Comparable = Pick<
  IdentityTraits | IdentityTraitsView,
  'birthFamilyName' | 'firstBirthGivenName' | 'sex' | 'birthDate'
> & {
  birthPlace: { kind: string; cog: string };
};

/**
 * Where two people differ. A small stand-in for the server's own grading: enough to show certain, probable and possible
 * candidates with a reason, not a statement of how the server grades.
 */
export function differencesBetween(typed: Comparable, found: Comparable): TraitDifference[] {
  const differences: TraitDifference[] = [];
  for (const trait of ['birthFamilyName', 'firstBirthGivenName'] as const) {
    if (typed[trait] === found[trait]) continue;
    const alike = fold(typed[trait]) === fold(found[trait]);
    const near = fold(typed[trait]).slice(0, 4) === fold(found[trait]).slice(0, 4);
    differences.push({ trait, kind: alike ? 'accents-or-punctuation' : near ? 'spelling' : 'different' });
  }
  if (typed.sex !== found.sex) differences.push({ trait: 'sex', kind: 'different' });
  if (typed.birthDate !== found.birthDate) {
    const [year, month, day] = typed.birthDate.split('-');
    const swapped = found.birthDate === `${year}-${day}-${month}`;
    differences.push({ trait: 'birthDate', kind: swapped ? 'day-month-swapped' : 'different' });
  }
  if (typed.birthPlace.cog !== found.birthPlace.cog) {
    const unknown = typed.birthPlace.kind === 'unknown' || found.birthPlace.kind === 'unknown';
    differences.push({ trait: 'birthPlace', kind: unknown ? 'place-unknown' : 'place-different' });
  }
  return differences;
}

/** Certain, probable or possible; nothing when these are two people. */
export function gradeOf(differences: readonly TraitDifference[]): Candidate['grade'] | undefined {
  const weights = differences.map(({ trait, kind }) => {
    if (kind === 'accents-or-punctuation') return 0;
    if (trait === 'birthPlace' || kind === 'day-month-swapped' || kind === 'spelling') return 1;
    return 2;
  });
  const total = weights.reduce<number>((sum, weight) => sum + weight, 0);
  return total === 0 ? 'certain' : total === 1 ? 'probable' : total === 2 ? 'possible' : undefined;
}

/** Id of the search that `searchResult` speaks of; every scenario knows it. */
export const SEARCH_ID = '05000000-0000-4000-8000-000000000001';
/** Fixed id of a cast patient as a candidate of that search. */
export const candidateIdOf = ({ recordId }: CastPatient): string => recordId.replace('0d', '0c');
export const MINUTE = 60_000;

/** An instant, `minutes` from now. */
export const at = (minutes = 0): string => new Date(Date.now() + minutes * MINUTE).toISOString();

/** A candidate, by default one whose circle the reader does not belong to and whose document was checked. */
export function candidate(person: CastPatient, change: Partial<Candidate> = {}): Candidate {
  return {
    candidateId: candidateIdOf(person),
    grade: 'certain',
    traits: person.traits,
    differences: [],
    relation: 'none',
    allowedActions: ['self-enrol', 'break-glass', 'request-membership'],
    selfEnrolmentObstacles: [],
    ...change,
  };
}

/** The answer of a search with these candidates. */
export function searchResult(candidates: Candidate[] = [], identityDocumentChecked = true): PatientSearchResult {
  return {
    searchId: SEARCH_ID,
    expiresAt: at(30),
    candidates,
    moreCandidates: false,
    identityDocumentChecked,
    mayCreate: true,
  };
}

/** What the teleservice would say of typed traits, knowing these people. */
export function insAnswer(typed: IdentityTraits | IdentityTraitsView, known: readonly CastPatient[]): InsQueryResult {
  const matches = known.filter(({ traits }) => {
    const grade = gradeOf(differencesBetween(typed, traits).filter(({ trait }) => trait !== 'birthPlace'));
    return grade === 'certain';
  });
  const [match] = matches;
  if (!match) return { outcome: 'none' };
  if (matches.length > 1 && !matches.some(({ traits }) => traits.birthPlace.cog === typed.birthPlace.cog)) {
    return { outcome: 'several' };
  }
  const found = matches.find(({ traits }) => traits.birthPlace.cog === typed.birthPlace.cog) ?? match;
  const comparison = compareTraits(typed, found.traits);
  return {
    outcome: 'found',
    insQueryId: crypto.randomUUID(),
    expiresAt: at(30),
    retrieved: found.traits,
    ins: found.ins,
    comparison,
    documentRecheckNeeded: comparison.some(({ kind }) => kind === 'different'),
  };
}

/** Line by line, what was typed against what was retrieved. */
export function compareTraits(
  typed: IdentityTraits | IdentityTraitsView,
  retrieved: IdentityTraitsView,
): TraitComparison[] {
  const text = (traits: IdentityTraits | IdentityTraitsView) => ({
    birthFamilyName: traits.birthFamilyName,
    firstBirthGivenName: traits.firstBirthGivenName,
    birthGivenNames: (traits.birthGivenNames ?? []).join(' '),
    sex: traits.sex,
    birthDate: traits.birthDate,
    birthPlace: placeView(traits.birthPlace).label,
  });
  const [left, right] = [text(typed), text(retrieved)];
  return (Object.keys(left) as (keyof typeof left)[]).map((trait) => {
    const [a, b] = [left[trait], right[trait]];
    const unknown = a === '' || (trait === 'birthPlace' && typed.birthPlace.kind === 'unknown');
    const kind = a === b ? 'same' : unknown ? 'completed' : fold(a) === fold(b) ? 'accents-or-case' : 'different';
    return { trait, typed: a, retrieved: b, kind };
  });
}
