import { readCsv } from '../csv.ts';
import { foldName } from './fold-name.ts';

/** A country or territory as a place of birth. */
export interface Country {
  /** COG code, 99 and three digits. */
  readonly code: string;
  /** Short French name, e.g. `Espagne`. */
  readonly name: string;
  readonly officialName: string;
  /** The entry is closed in the list (Tchécoslovaquie). It stays a right answer: people were born there. */
  readonly ended: boolean;
}

/** France's present code; 99000 is an older second code. Neither is a foreign country of birth. */
export const FRANCE = '99100';
const OLD_FRANCE = '99000';

let countries: readonly Country[] | undefined;

/** Every country of the list, France and ended entries included. */
export function allCountries(): readonly Country[] {
  countries ??= readCsv('countries.csv').map(([code = '', name = '', officialName = '', ended = '']) => ({
    code,
    name,
    officialName,
    ended: ended === 'yes',
  }));
  return countries;
}

/** The country behind a COG code. The old code of France answers with the present entry. `undefined`: warn, never refuse. */
export function countryByCode(code: string): Country | undefined {
  const asked = code === OLD_FRANCE ? FRANCE : code;
  return allCountries().find((country) => country.code === asked);
}

/** The countries offered for a birth abroad: all but France, the ended ones last. */
export function foreignCountries(): readonly Country[] {
  return allCountries()
    .filter((country) => country.code !== FRANCE && country.code !== OLD_FRANCE)
    .toSorted((a, b) => Number(a.ended) - Number(b.ended) || (foldName(a.name) < foldName(b.name) ? -1 : 1));
}
