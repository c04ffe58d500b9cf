/**
 * A birth date as people write it, read into the strict `YYYY-MM-DD` of the contract. Unknown day or month is written 00
 * and stored by the national convention (RNIV): day unknown → 01, month unknown → January, both → 31 December.
 */
export type DateReading =
  | { readonly ok: true; readonly value: string; readonly uncertain: boolean }
  | { readonly ok: false; readonly reason: 'empty' | 'unreadable' | 'impossible' | 'future' | 'too-old' };

export const EARLIEST_YEAR = 1850;

const SHAPES: readonly { pattern: RegExp; order: readonly ['d', 'm', 'y'] | readonly ['y', 'm', 'd'] }[] = [
  { pattern: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, order: ['y', 'm', 'd'] },
  { pattern: /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/, order: ['d', 'm', 'y'] },
  { pattern: /^(\d{2})(\d{2})(\d{4})$/, order: ['d', 'm', 'y'] },
];

const MONTHS = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

/** `12/03/1941`, `12031941`, `1941-03-12`, `12 mars 1941`, `00/03/1941`. `today` is `YYYY-MM-DD`. */
export function readDate(typed: string, today: string): DateReading {
  const text = monthNamesToNumbers(typed.trim().replace(/\s*([-/. ])\s*/g, '$1'));
  if (text === '') return { ok: false, reason: 'empty' };
  for (const { pattern, order } of SHAPES) {
    const found = pattern.exec(text);
    if (found) {
      const part = (name: 'd' | 'm' | 'y'): number => Number(found[order.findIndex((letter) => letter === name) + 1]);
      return judge(part('d'), part('m'), part('y'), today);
    }
  }
  return { ok: false, reason: 'unreadable' };
}

function judge(day: number, month: number, year: number, today: string): DateReading {
  const uncertain = day === 0 || month === 0;
  const [d, m] = day === 0 && month === 0 ? [31, 12] : [day === 0 ? 1 : day, month === 0 ? 1 : month];
  const date = new Date(Date.UTC(year, m - 1, d));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) {
    return { ok: false, reason: 'impossible' };
  }
  if (year < EARLIEST_YEAR) return { ok: false, reason: 'too-old' };
  const value = date.toISOString().slice(0, 10);
  return value > today ? { ok: false, reason: 'future' } : { ok: true, value, uncertain };
}

function monthNamesToNumbers(text: string): string {
  return text.replace(/[\p{L}]+\.?/gu, (word) => {
    const plain = word
      .normalize('NFD')
      .replace(/[\u0300-\u036f.]/g, '')
      .toLowerCase();
    if (plain === 'er') return '';
    const index = MONTHS.findIndex((names) => names.includes(plain));
    return index < 0 ? word : String(index + 1);
  });
}

/** `YYYY-MM-DD` of a moment, in the person's own time zone. */
export function localToday(now: Date = new Date()): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Whole years lived on `today`; both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, today: string): number {
  const [birthYear = 0, todayYear = 0] = [birthDate, today].map((date) => Number(date.slice(0, 4)));
  return todayYear - birthYear - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
}
