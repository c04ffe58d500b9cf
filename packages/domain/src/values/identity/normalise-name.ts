import { fail, ok, type Outcome } from '../outcome.ts';

/** Longest name accepted, in code points (a family name, or one given name). */
export const NAME_MAX_CODE_POINTS = 100;

/** Why a typed name cannot be kept. The caller points at the field and chooses the sentence. */
export type NameProblem =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'encoded-nul'
  | 'lone-surrogate'
  | 'invisible-character'
  | 'unusual-space'
  | 'direction-override'
  | 'stacked-marks'
  | 'not-a-character';

export interface CheckedName {
  /** What to keep: as typed, without outer spaces and with single inner spaces. */
  readonly text: string;
  /** True when spaces were removed, so that the screen can show it rather than hide it. */
  readonly changed: boolean;
}

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const UNUSUAL_SPACE = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/u;
// Cf: format characters (soft hyphen, zero width…); the rest are letters or marks that draw nothing.
// eslint-disable-next-line no-misleading-character-class -- these code points are meant one by one
const INVISIBLE = /[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180E\u2800\u3164\uFFA0]/u;
const NOT_A_CHARACTER = /[\uFFFD\p{Co}\p{Noncharacter_Code_Point}]/u;
// Vietnamese puts two marks on a letter and pointed Hebrew three; more than that is noise drawn over other lines.
const STACKED_MARKS = /\p{M}{4,}/u;

/**
 * Checks a name as typed. Nothing is stripped in silence: what could deceive a reader is refused,
 * and the only change made, on ordinary spaces, is reported.
 */
export function checkName(typed: string): Outcome<CheckedName, NameProblem> {
  if (/\p{Cs}/u.test(typed)) return fail('lone-surrogate');
  if (/\p{Cc}/u.test(typed)) return fail('control-character');
  if (typed.includes('%00')) return fail('encoded-nul');
  if (BIDI.test(typed)) return fail('direction-override');
  if (UNUSUAL_SPACE.test(typed)) return fail('unusual-space');
  if (INVISIBLE.test(typed)) return fail('invisible-character');
  if (NOT_A_CHARACTER.test(typed)) return fail('not-a-character');
  if (STACKED_MARKS.test(typed.normalize('NFD'))) return fail('stacked-marks');
  const text = typed.replace(/ +/g, ' ').replace(/^ | $/g, '');
  if (text === '') return fail('empty');
  if ([...text].length > NAME_MAX_CODE_POINTS) return fail('too-long');
  return ok({ text, changed: text !== typed });
}

/** Letters that Unicode does not take apart into a base letter and a mark; upper case only, it is applied after upper-casing. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ǽ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Ł: 'L',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  ĸ: 'K',
  Ĳ: 'IJ',
  Ɨ: 'I',
  Ə: 'E',
  Ǆ: 'DZ',
  Ǉ: 'LJ',
  Ǌ: 'NJ',
  Ǳ: 'DZ',
  Ƀ: 'B',
  Ǥ: 'G',
  Ɓ: 'B',
  Ɗ: 'D',
  Ƙ: 'K',
  Ƴ: 'Y',
};
const UNDECOMPOSED_LETTER = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'gu');
const APOSTROPHES = /[\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u2032\u00B4`\uA78C\uFF07]/gu;
const HYPHENS = /[\u2010-\u2015\u2212\u00AD\uFE58\uFE63\uFF0D]/gu;

/** Upper case, Latin letters without marks or ligatures, one apostrophe, one hyphen; other scripts are left alone. */
function toPlainCapitals(text: string): string {
  if (/^[A-Z '-]*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .toUpperCase()
    .normalize('NFD')
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/([A-Z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-');
}

/** Why a name cannot be sent to the INSi teleservice. It is still a legal name to keep. */
export type InsNameProblem =
  | { readonly reason: 'empty' }
  | { readonly reason: 'character-not-allowed'; readonly character: string }
  | { readonly reason: 'bad-start' }
  | { readonly reason: 'bad-end' }
  | { readonly reason: 'doubled-separator' }
  | { readonly reason: 'double-hyphen-in-given-name' };

/**
 * The name in the alphabet of the INSi teleservice: A-Z, space, apostrophe, hyphen (editors' guide SEL-MP-043).
 * A character outside it is refused, never stripped: a stripped letter would ask for another person.
 */
export function toInsName(text: string, part: 'family' | 'given'): Outcome<string, InsNameProblem> {
  const name = toPlainCapitals(text);
  if (name === '') return fail({ reason: 'empty' });
  const foreign = /[^A-Z '-]/u.exec(name);
  if (foreign) return fail({ reason: 'character-not-allowed', character: foreign[0] });
  if (/^[ -]/.test(name)) return fail({ reason: 'bad-start' });
  if (/[ '][ ']|---/.test(name)) return fail({ reason: 'doubled-separator' });
  if (part === 'given' && name.includes('--')) return fail({ reason: 'double-hyphen-in-given-name' });
  if (part === 'given' ? /[ '-]$/.test(name) : name.endsWith(' ')) return fail({ reason: 'bad-end' });
  return ok(name);
}

/**
 * The key under which two spellings of one name are equal: blind to case, accents, composed or decomposed form,
 * ligatures, and to hyphen, space or apostrophe between parts (F-25). Total: a name in another script keeps its
 * letters, so that a Cyrillic А never meets a Latin A. Never shown, never sent.
 */
export function toMatchingKey(text: string): string {
  const key = toPlainCapitals(text)
    .replace(/[ '-]+/g, ' ')
    .replace(/^ | $/g, '');
  // A name made of one hyphen is still a name: it must not match the absence of a name.
  return key === '' && text.trim() !== '' ? '-' : key;
}
