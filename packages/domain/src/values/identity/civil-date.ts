import { fail, ok, type Outcome } from '../outcome.ts';

/** A day of the civil calendar, no time and no zone. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export type CivilDateProblem = 'bad-shape' | 'no-such-day' | 'before-1850' | 'in-the-future';

export const EARLIEST_BIRTH_DATE = '1850-01-01';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Reads a strict `YYYY-MM-DD` that exists in the calendar. No other writing is guessed: 01/02/2003 has two meanings. */
export function parseCivilDate(text: string): Outcome<CivilDate, 'bad-shape' | 'no-such-day'> {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!parts) return fail('bad-shape');
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (day < 1 || day > monthLength(year, month)) return fail('no-such-day');
  return ok({ year, month, day });
}

/**
 * A birth date: existing, from 1850-01-01 to today included.
 * @param today - The day in Paris, `YYYY-MM-DD` (see `todayInParis`).
 */
export function checkBirthDate(text: string, today: string): Outcome<CivilDate, CivilDateProblem> {
  const date = parseCivilDate(text);
  if (!date.ok) return date;
  if (text < EARLIEST_BIRTH_DATE) return fail('before-1850');
  if (text > today) return fail('in-the-future');
  return date;
}

export function formatCivilDate(date: CivilDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** The civil day in Paris at an instant: after 22:00 or 23:00 UTC it is already tomorrow there. */
export function todayInParis(now: Date): string {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now);
}

/** Completed years between a birth and a day; someone born on 29 February gets older on 1 March in common years. */
export function ageInYears(birth: CivilDate, on: CivilDate): number {
  const beforeBirthday = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
  return on.year - birth.year - (beforeBirthday ? 1 : 0);
}

/** What is known of an incomplete birth date; the year is always needed. */
export interface PartialBirthDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * The date kept for an incomplete one, by the national conventions: day unknown → the 1st; month unknown → January;
 * both unknown → 31 December. `uncertain` is then kept with it for ever.
 */
export function conventionalBirthDate(
  known: PartialBirthDate,
): Outcome<{ date: string; uncertain: boolean }, 'no-such-day'> {
  const { year, month, day } = known;
  const nothing = month === undefined && day === undefined;
  const date = formatCivilDate({ year, month: month ?? (nothing ? 12 : 1), day: day ?? (nothing ? 31 : 1) });
  if (!parseCivilDate(date).ok) return fail('no-such-day');
  return ok({ date, uncertain: month === undefined || day === undefined });
}
