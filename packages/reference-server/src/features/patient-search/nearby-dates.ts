import { EARLIEST_BIRTH_DATE, parseCivilDate } from '@spico/domain/values/identity/civil-date';

const LATEST_YEAR = '2099';
/** Where the digits stand in `YYYY-MM-DD`. */
const DIGIT_PLACES = [0, 1, 2, 3, 5, 6, 8, 9] as const;

/**
 * The other days that one slip of the hand turns into this one: day and month swapped, or one wrong digit (F-260).
 * About forty, all existing, never the day itself. They are the dates that the grading accepts as one difference.
 * @param date - An existing day, `YYYY-MM-DD`.
 */
export function nearbyDates(date: string): string[] {
  const found = new Set([`${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`]);
  for (const place of DIGIT_PLACES) {
    for (const digit of '0123456789') found.add(date.slice(0, place) + digit + date.slice(place + 1));
  }
  found.delete(date);
  return [...found].filter(isPlausible);
}

function isPlausible(date: string): boolean {
  return date >= EARLIEST_BIRTH_DATE && date.slice(0, 4) <= LATEST_YEAR && parseCivilDate(date).ok;
}
