import { toMatchingKey } from '../../values/identity/normalise-name.ts';
import { type BirthPlace, isSamePlace } from '../../values/identity/place.ts';
import type { Sex } from '../../values/identity/traits.ts';
import { frenchPhonetic } from './french-phonetic.ts';
import { typingErrors } from './spelling.ts';

export { frenchPhonetic } from './french-phonetic.ts';

/** What is compared: the five strict traits, and the other names when they are known. */
export interface MatchTraits {
  readonly birthFamilyName: string;
  readonly firstBirthGivenName: string;
  readonly birthGivenNames?: readonly string[] | undefined;
  readonly usedFamilyName?: string | undefined;
  readonly usedGivenName?: string | undefined;
  readonly sex: Sex;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly birthPlace: Pick<BirthPlace, 'cog'>;
}

/** Matching keys of one person's names. Computed once for the typed traits; for candidates they may come from columns. */
export interface MatchKeys {
  readonly family: string;
  readonly given: string;
  /** Every birth given name in order, the first one included. */
  readonly givenNames: readonly string[];
  readonly usedFamily?: string | undefined;
  readonly usedGiven?: string | undefined;
}

export function matchKeys(person: MatchTraits): MatchKeys {
  return {
    family: toMatchingKey(person.birthFamilyName),
    given: toMatchingKey(person.firstBirthGivenName),
    givenNames: (person.birthGivenNames ?? []).map(toMatchingKey),
    ...(person.usedFamilyName ? { usedFamily: toMatchingKey(person.usedFamilyName) } : {}),
    ...(person.usedGivenName ? { usedGiven: toMatchingKey(person.usedGivenName) } : {}),
  };
}

export type MatchGrade = 'certain' | 'probable' | 'possible' | 'none';

export type MatchedTrait = 'birthFamilyName' | 'firstBirthGivenName' | 'sex' | 'birthDate' | 'birthPlace';

export type DifferenceKind =
  | 'accents-or-punctuation'
  | 'spelling'
  | 'sounds-alike'
  | 'used-name'
  | 'swapped-names'
  | 'other-given-name'
  | 'day-month-swapped'
  | 'one-digit-wrong'
  | 'place-different'
  | 'place-unknown'
  | 'different';

export interface TraitDifference {
  readonly trait: MatchedTrait;
  readonly kind: DifferenceKind;
}

export interface GradedMatch {
  readonly grade: MatchGrade;
  /** Only the traits that are not the same; empty when all five are. */
  readonly differences: readonly TraitDifference[];
  /** To order candidates, nearest first: 0 when all is the same, 100 for another person. No meaning beyond the order. */
  readonly distance: number;
}

/**
 * How much one difference weighs. `light`: alone, few other people could show it (given that the rest is equal).
 * `heavy`: alone it fits so many people that the birth place has to agree before the match is probable.
 * A mistyped digit in the date fits some forty dates, hence as many times more strangers than a mistyped letter.
 * `twofold`: two mistakes in one trait, counted as two.
 */
type Weight = 'nothing' | 'light' | 'heavy' | 'twofold' | 'another-person';

interface Compared {
  readonly kind: DifferenceKind | 'same';
  readonly weight: Weight;
  readonly distance: number;
}

const SAME: Compared = { kind: 'same', weight: 'nothing', distance: 0 };
const DIFFERENT: Compared = { kind: 'different', weight: 'another-person', distance: 100 };
const ANOTHER_PERSON: GradedMatch = { grade: 'none', differences: [], distance: 100 };

/**
 * Says how surely a candidate is the person who was typed, and why not more (F-25, F-260).
 *
 * - certain: same family name and first given name (by key), sex and birth date; the place may differ.
 * - probable: one explained difference, the rest equal; a heavy one only when the place is the same.
 * - possible: one explained difference with another place, or two explained differences with the same place.
 * - none: anything else, above all a name that resembles nothing, however equal the rest: twins share all the rest.
 */
export function gradeCandidate(
  typed: MatchTraits,
  candidate: MatchTraits,
  known: { readonly typed?: MatchKeys; readonly candidate?: MatchKeys } = {},
): GradedMatch {
  // Cheapest first: most candidates of a wide search fall on the date.
  const date = compareDates(typed.birthDate, candidate.birthDate);
  if (date.weight === 'another-person') return ANOTHER_PERSON;
  const mine = known.typed ?? matchKeys(typed);
  const theirs = known.candidate ?? matchKeys(candidate);

  const names = compareNames(typed, candidate, mine, theirs);
  if (names.weights.includes('another-person')) return ANOTHER_PERSON;
  const sex: Compared = typed.sex === candidate.sex ? SAME : { kind: 'different', weight: 'heavy', distance: 12 };
  const place = comparePlaces(typed.birthPlace.cog, candidate.birthPlace.cog);

  const grade = gradeOf([...names.weights, sex.weight, date.weight], place.kind);
  if (grade === 'none') return ANOTHER_PERSON;
  const differences: TraitDifference[] = [];
  const note = (trait: MatchedTrait, { kind }: Compared): void => {
    if (kind !== 'same') differences.push({ trait, kind });
  };
  note('birthFamilyName', names.family);
  note('firstBirthGivenName', names.given);
  note('sex', sex);
  note('birthDate', date);
  note('birthPlace', place);
  const distance = names.family.distance + names.given.distance + sex.distance + date.distance + place.distance;
  return { grade, differences, distance: Math.min(distance, 99) };
}

function gradeOf(weights: readonly Weight[], place: Compared['kind']): MatchGrade {
  const light = weights.includes('light');
  const mistakes = weights.reduce((sum, weight) => sum + MISTAKES[weight], 0);
  if (mistakes === 0) return 'certain';
  if (mistakes === 1) {
    if (place === 'same') return 'probable';
    return light && place === 'place-unknown' ? 'probable' : 'possible';
  }
  return mistakes === 2 && place === 'same' ? 'possible' : 'none';
}

const MISTAKES: Readonly<Record<Weight, number>> = {
  nothing: 0,
  light: 1,
  heavy: 1,
  twofold: 2,
  'another-person': Number.POSITIVE_INFINITY,
};

interface ComparedNames {
  readonly family: Compared;
  readonly given: Compared;
  /** Names exchanged between the two fields are one mistake, not two. */
  readonly weights: readonly Weight[];
}

function compareNames(typed: MatchTraits, candidate: MatchTraits, mine: MatchKeys, theirs: MatchKeys): ComparedNames {
  if (mine.family !== theirs.family && areSwapped(mine, theirs)) {
    const swapped: Compared = { kind: 'swapped-names', weight: 'light', distance: 4 };
    return { family: swapped, given: swapped, weights: ['light'] };
  }
  const family = compareFamilyNames(typed, candidate, mine, theirs);
  // One lost name is enough: most candidates stop here, before the second costly comparison.
  if (family === DIFFERENT) return { family, given: DIFFERENT, weights: ['another-person'] };
  const given = compareGivenNames(typed, candidate, mine, theirs);
  return { family, given, weights: [family.weight, given.weight] };
}

function areSwapped(mine: MatchKeys, theirs: MatchKeys): boolean {
  if (mine.family === mine.given) return false;
  const givenTypedAsFamily = mine.family === theirs.given || mine.family === theirs.usedGiven;
  const familyTypedAsGiven = mine.given === theirs.family || mine.given === theirs.usedFamily;
  return givenTypedAsFamily && familyTypedAsGiven;
}

function compareFamilyNames(typed: MatchTraits, candidate: MatchTraits, mine: MatchKeys, theirs: MatchKeys): Compared {
  if (mine.family === theirs.family) return sameKey(typed.birthFamilyName, candidate.birthFamilyName);
  if (mine.family === theirs.usedFamily) return { kind: 'used-name', weight: 'light', distance: 5 };
  const near = compareSpellings(mine.family, theirs.family);
  if (near.weight !== 'another-person') return near;
  if (theirs.usedFamily === undefined) return DIFFERENT;
  // Birth name and spouse's name side by side, of which one was typed.
  if (holdsWords(theirs.usedFamily, mine.family)) return { kind: 'used-name', weight: 'heavy', distance: 8 };
  const nearUsed = compareSpellings(mine.family, theirs.usedFamily);
  if (nearUsed.weight === 'another-person') return DIFFERENT;
  return { kind: 'used-name', weight: 'heavy', distance: 5 + nearUsed.distance };
}

function compareGivenNames(typed: MatchTraits, candidate: MatchTraits, mine: MatchKeys, theirs: MatchKeys): Compared {
  if (mine.given === theirs.given) return sameKey(typed.firstBirthGivenName, candidate.firstBirthGivenName);
  if (isOneOf(mine.given, theirs) || isOneOf(theirs.given, mine)) {
    return { kind: 'other-given-name', weight: 'heavy', distance: 6 };
  }
  if (mine.given === theirs.usedGiven) return { kind: 'used-name', weight: 'heavy', distance: 6 };
  const near = compareSpellings(mine.given, theirs.given);
  if (near.weight !== 'another-person') return near;
  const other = theirs.givenNames.slice(1).map((name) => compareSpellings(mine.given, name));
  const nearest = other.find(({ weight }) => weight === 'light') ?? other.find(({ weight }) => weight === 'heavy');
  // The wrong one of the list, and mistyped at that.
  return nearest ? { kind: 'other-given-name', weight: 'twofold', distance: 6 + nearest.distance } : DIFFERENT;
}

/** One of the list, or several first ones typed in the field of the first. */
function isOneOf(given: string, person: MatchKeys): boolean {
  return (
    person.givenNames.includes(given) ||
    (person.givenNames.length > 1 && `${person.givenNames.join(' ')} `.startsWith(`${given} `))
  );
}

function sameKey(typed: string, stored: string): Compared {
  if (typed === stored || typed.normalize('NFC').toUpperCase() === stored.normalize('NFC').toUpperCase()) return SAME;
  return { kind: 'accents-or-punctuation', weight: 'nothing', distance: 0.5 };
}

function compareSpellings(a: string, b: string): Compared {
  const [glued, otherGlued] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  if (glued === otherGlued) return { kind: 'accents-or-punctuation', weight: 'light', distance: 1 };
  const shortest = Math.min(glued.length, otherGlued.length);
  const errors = typingErrors(glued, otherGlued, shortest >= 7 ? 2 : 1);
  const alike = shortest >= 3 && soundAlike(a, b);
  if (alike && errors > 1) return { kind: 'sounds-alike', weight: 'light', distance: 4 };
  if (errors === 1) {
    // In a name of three letters one letter changes the person as often as it is a slip: Léa, Léo.
    const kind = alike ? 'sounds-alike' : 'spelling';
    return shortest >= 4 ? { kind, weight: 'light', distance: 3 } : { kind, weight: 'heavy', distance: 7 };
  }
  if (errors === 2 && shortest >= 7) return { kind: 'spelling', weight: 'heavy', distance: 8 };
  if (holdsWords(a, b) || holdsWords(b, a)) return { kind: 'spelling', weight: 'heavy', distance: 9 };
  return DIFFERENT;
}

function soundAlike(a: string, b: string): boolean {
  const sound = frenchPhonetic(a);
  return sound.length >= 2 && sound === frenchPhonetic(b);
}

/** Whether a shorter name stands as whole words inside a longer one: a forgotten particle, half of a double name. */
function holdsWords(longer: string, shorter: string): boolean {
  return shorter.length >= 3 && longer.length > shorter.length && ` ${longer} `.includes(` ${shorter} `);
}

function compareDates(typed: string, stored: string): Compared {
  if (typed === stored) return SAME;
  if (typed.length !== 10 || stored.length !== 10) return DIFFERENT;
  const swapped = `${stored.slice(0, 5)}${stored.slice(8)}-${stored.slice(5, 7)}`;
  if (typed === swapped) return { kind: 'day-month-swapped', weight: 'heavy', distance: 7 };
  let wrong = 0;
  for (let i = 0; i < 10; i++) if (typed[i] !== stored[i]) wrong++;
  return wrong === 1 ? { kind: 'one-digit-wrong', weight: 'heavy', distance: 8 } : DIFFERENT;
}

function comparePlaces(typed: string, stored: string): Compared {
  if (typed === '99999' || stored === '99999') {
    return typed === stored
      ? { ...SAME, kind: 'place-unknown' }
      : { kind: 'place-unknown', weight: 'nothing', distance: 1 };
  }
  return isSamePlace(typed, stored) ? SAME : { kind: 'place-different', weight: 'nothing', distance: 2 };
}
