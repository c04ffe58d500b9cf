import { isSamePlace } from '../identity/place.ts';
import type { IdentityTraits } from '../identity/traits.ts';
import { fail, ok, type Outcome } from '../outcome.ts';
import { checkKey, computeKey } from './key.ts';

/** A matricule INS as it is kept: number, key and the OID of the authority that gave it. */
export interface Ins {
  /** 13 characters. */
  readonly matricule: string;
  /** 2 digits, as received, right or wrong. */
  readonly key: string;
  readonly oid: string;
}

export interface MatriculeParts {
  /** 13 characters, without spaces, 2A and 2B in capitals. */
  readonly matricule: string;
  /** As typed; absent when only 13 characters were typed. */
  readonly key?: string;
  /** A provisional number (first digit 3, 4, 7 or 8), to be replaced one day. */
  readonly provisional: boolean;
  readonly sexDigit: string;
  /** The last two digits of the year. */
  readonly year: string;
  /** 01 to 12; 20 to 42 and 50 to 99 when the civil status is incomplete. */
  readonly month: string;
  /** COG of the commune or country of birth when the number was given. */
  readonly place: string;
  readonly order: string;
}

export type MatriculeProblem =
  | 'empty'
  | 'bad-character'
  | 'bad-length'
  | 'bad-sex'
  | 'bad-month'
  | 'bad-place'
  | 'bad-key';

/**
 * Reads 13 or 15 characters, spaces allowed anywhere. Says what is wrong with the first part that is; the key is only
 * looked at for its shape (see `checkKey`).
 */
export function parseMatricule(text: string): Outcome<MatriculeParts, MatriculeProblem> {
  const compact = text.replace(/[ \u00A0\u202F]/g, '').toUpperCase();
  if (compact === '') return fail('empty');
  if (!/^[0-9AB]+$/.test(compact)) return fail('bad-character');
  if (compact.length !== 13 && compact.length !== 15) return fail('bad-length');
  const parts = /^(\d)(\d\d)(\d\d)((?:\d\d|2[AB])\d{3})(\d{3})(\d\d)?$/.exec(compact);
  if (!parts) return fail(whereLetterStands(compact));
  const [, sexDigit = '', year = '', month = '', place = '', order = '', key] = parts;
  if (!/[123478]/.test(sexDigit)) return fail('bad-sex');
  if (!/^(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)$/.test(month)) return fail('bad-month');
  if (key !== undefined && (key === '00' || key > '97')) return fail('bad-key');
  const matricule = compact.slice(0, 13);
  const provisional = /[3478]/.test(sexDigit);
  return ok({ matricule, ...(key === undefined ? {} : { key }), provisional, sexDigit, year, month, place, order });
}

function whereLetterStands(compact: string): MatriculeProblem {
  const letter = compact.search(/[AB]/);
  return letter >= 5 && letter <= 9 ? 'bad-place' : 'bad-character';
}

/** `2 75 12 63 220 749 74`, as on a health card. A text that is no matricule comes back as it is. */
export function formatMatricule(text: string): string {
  const parsed = parseMatricule(text);
  if (!parsed.ok) return text;
  const { sexDigit, year, month, place, order, key } = parsed.value;
  return [sexDigit, year, month, place.slice(0, 2), place.slice(2), order, key ?? ''].join(' ').trim();
}

/** Where the number and the traits disagree. */
export interface MatriculeContradiction {
  readonly kind: 'sex' | 'birth-year' | 'birth-month' | 'birth-place' | 'key';
  /** What the number says, in the words of the number. */
  readonly inNumber: string;
  /** What the traits say; for the key, what it should be. */
  readonly inTraits: string;
}

/**
 * Soft coherence of a number with the traits (F-261): warnings only, since civil status can change after the number
 * was given. What one side does not know (indeterminate sex, incomplete month, unknown place) contradicts nothing.
 */
export function matriculeContradictions(
  parts: MatriculeParts,
  traits: Pick<IdentityTraits, 'sex' | 'birthDate' | 'birthPlace'>,
): readonly MatriculeContradiction[] {
  const found: MatriculeContradiction[] = [];
  const sex = /[137]/.test(parts.sexDigit) ? 'M' : 'F';
  if (traits.sex !== 'I' && traits.sex !== sex) found.push({ kind: 'sex', inNumber: sex, inTraits: traits.sex });
  const [year, month] = [traits.birthDate.slice(2, 4), traits.birthDate.slice(5, 7)];
  if (parts.year !== year) found.push({ kind: 'birth-year', inNumber: parts.year, inTraits: year });
  if (parts.month <= '12' && parts.month !== month) {
    found.push({ kind: 'birth-month', inNumber: parts.month, inTraits: month });
  }
  const { kind, cog } = traits.birthPlace;
  if (kind !== 'unknown' && !isSamePlace(parts.place, cog)) {
    found.push({ kind: 'birth-place', inNumber: parts.place, inTraits: cog });
  }
  if (parts.key !== undefined && !checkKey(parts.matricule, parts.key)) {
    found.push({ kind: 'key', inNumber: parts.key, inTraits: computeKey(parts.matricule) });
  }
  return found;
}
