import { ageOn, localToday } from './civil-date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formats.set(key, known);
  return known;
}

/** A civil date in figures: `12/03/1941`, in every language of ours (never month first). */
export function numericDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** Years for adults, months under two years, days under two months: "85 ans", "7 mois", "12 jours". */
export function readableAge(birthDate: string, locale: string, today: string = localToday()): string {
  const years = ageOn(birthDate, today);
  if (years >= 2) return unit(years, 'year', locale);
  const days = Math.round((Date.parse(today) - Date.parse(birthDate)) / 86_400_000);
  return days < 60 ? unit(Math.max(0, days), 'day', locale) : unit(wholeMonths(birthDate, today), 'month', locale);
}

/** `12/03/1941 (85 ans)`. */
export function birthDateWithAge(birthDate: string, locale: string, today: string = localToday()): string {
  return `${numericDate(birthDate)} (${readableAge(birthDate, locale, today)})`;
}

/** As a person reads it: "aujourd’hui 10:41", "hier 18:05", "mar. 24 nov. 10:41", with the year when it is another one. */
export function readableTime(instant: string | number | Date, locale: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const time = format(locale, { hour: '2-digit', minute: '2-digit' }).format(date);
  const days = Math.round((Date.parse(localToday(now)) - Date.parse(localToday(date))) / 86_400_000);
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    return `${day} ${time}`;
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return `${format(locale, { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(date)} ${time}`;
}

/** The whole of it, for a title and for assistive technology: "mardi 24 novembre 2026 à 10:41". */
export function fullTime(instant: string | number | Date, locale: string): string {
  return format(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(instant));
}

/** The head of a day in a list: "aujourd’hui", "hier", else "mardi 24 novembre 2026". */
export function readableDay(instant: string | number | Date, locale: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const days = Math.round((Date.parse(localToday(now)) - Date.parse(localToday(date))) / 86_400_000);
  if (days === 0 || days === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  return format(locale, { dateStyle: 'full' }).format(date);
}

/** A civil date in words: "12 mars 1941". */
export function longDate(date: string, locale: string): string {
  return format(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** The hour alone: "16:42". */
export function hourOf(instant: string | number | Date, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

function unit(value: number, name: 'year' | 'month' | 'day', locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' })
    .format(value)
    .replace(/ /g, '\u00a0');
}

function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
