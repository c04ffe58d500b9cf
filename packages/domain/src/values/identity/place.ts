import { fail, ok, type Outcome } from '../outcome.ts';

/** The official code that says "place of birth unknown" (INCONNUE, F-23). */
export const UNKNOWN_PLACE_COG = '99999';

/**
 * Where a person was born, by the official geographic code (COG) at the time of birth: a commune, past or present,
 * a country (99xxx), or unknown (99999).
 */
export interface BirthPlace {
  readonly kind: 'commune' | 'country' | 'unknown';
  readonly cog: string;
}

export const UNKNOWN_PLACE: BirthPlace = { kind: 'unknown', cog: UNKNOWN_PLACE_COG };

export type PlaceProblem = 'bad-shape' | 'kind-mismatch';

const COG_SHAPE = /^(?:\d{2}|2[AB])\d{3}$/;

/**
 * Reads a code by its shape alone. A well-formed code that today's list lacks is legal (former communes,
 * test identities with 2A020): lists give labels and warnings, never refusals.
 */
export function parsePlace(cog: string): Outcome<BirthPlace, PlaceProblem> {
  if (!COG_SHAPE.test(cog)) return fail('bad-shape');
  if (cog === UNKNOWN_PLACE_COG) return ok(UNKNOWN_PLACE);
  return ok({ kind: cog.startsWith('99') ? 'country' : 'commune', cog });
}

/** Checks that the stated kind is the one the code says. */
export function checkPlace(place: BirthPlace): Outcome<BirthPlace, PlaceProblem> {
  const parsed = parsePlace(place.cog);
  if (parsed.ok && parsed.value.kind !== place.kind) return fail('kind-mismatch');
  return parsed;
}

/** Paris, Lyon and Marseille are written as the city or as one of its municipal arrondissements. */
function wholeCity(cog: string): string {
  if (/^751(0[1-9]|1\d|20)$/.test(cog)) return '75056';
  if (/^6938[1-9]$/.test(cog)) return '69123';
  if (/^132(0[1-9]|1[0-6])$/.test(cog)) return '13055';
  return cog;
}

/** Whether two codes name one place, knowing arrondissements and Corsica before 1976 (20xxx, now 2Axxx or 2Bxxx). */
export function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.slice(2) === b.slice(2)) {
    return (a.startsWith('20') && /^2[AB]/.test(b)) || (b.startsWith('20') && /^2[AB]/.test(a));
  }
  return wholeCity(a) === wholeCity(b);
}
