import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageInYears,
  type CivilDate,
  checkBirthDate,
  conventionalBirthDate,
  formatCivilDate,
  parseCivilDate,
  todayInParis,
} from './civil-date.ts';

const today = '2026-11-22';

describe('[F-22] a birth date', () => {
  it.each([
    ['50 leap day of a leap century', '2000-02-29'],
    ['54 today', today],
    ['55 the earliest', '1850-01-01'],
    ['65 the convention for an unknown day and month', '1950-12-31'],
  ])('%s is accepted', (_, text) => {
    expect(checkBirthDate(text, today).ok).toBe(true);
  });

  it.each([
    ['48', '2023-02-29', 'no-such-day'],
    ['49', '1900-02-29', 'no-such-day'],
    ['51', '0000-01-01', 'before-1850'],
    ['52', '9999-12-31', 'in-the-future'],
    ['53 tomorrow', '2026-11-23', 'in-the-future'],
    ['the day before the earliest', '1849-12-31', 'before-1850'],
    ['56', '01/02/2003', 'bad-shape'],
    ['57', '2003-2-1', 'bad-shape'],
    ['58', 'now', 'bad-shape'],
    ['59', 'infinity', 'bad-shape'],
    ['60', '-infinity', 'bad-shape'],
    ['61', '0044-03-15 BC', 'bad-shape'],
    ['62', '2003-02-01T00:00:00+14:00', 'bad-shape'],
    ['63', '1942-00-00', 'no-such-day'],
    ['64', '1942', 'bad-shape'],
    ['65 as printed', '31/12/1950', 'bad-shape'],
    ['66', '2026-03-29 02:30', 'bad-shape'],
    ['67', '2016-12-31T23:59:60Z', 'bad-shape'],
    ['69', '+275760-09-13', 'bad-shape'],
    ['Arabic-Indic digits', '٢٠٠٣-٠٢-٠١', 'bad-shape'],
    ['a line more', '2003-02-01\n', 'bad-shape'],
    ['month 13', '2003-13-01', 'no-such-day'],
    ['day 0', '2003-01-00', 'no-such-day'],
  ])('%s: %j is refused', (_, text, failure) => {
    expect(checkBirthDate(text, today)).toEqual({ ok: false, failure });
  });

  it('68 a number is not read as a date', () => {
    const fromTheWire: unknown = 1_044_057_600_000;
    expect(parseCivilDate(fromTheWire as string)).toEqual({ ok: false, failure: 'bad-shape' });
  });

  it('accepts exactly the days of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1850, max: 2400 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = formatCivilDate({ year, month, day });
        const real = new Date(Date.UTC(year, month - 1, day));
        const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        expect(parseCivilDate(text)).toEqual(
          exists ? { ok: true, value: { year, month, day } } : { ok: false, failure: 'no-such-day' },
        );
      }),
    );
  });
});

describe('today in Paris', () => {
  it.each([
    ['2026-11-22T22:59:59Z', '2026-11-22'],
    ['2026-11-22T23:00:00Z', '2026-11-23'],
    ['2026-07-14T21:59:59Z', '2026-07-14'],
    ['2026-07-14T22:00:00Z', '2026-07-15'],
  ])('54 at %s it is %s', (instant, day) => {
    expect(todayInParis(new Date(instant))).toBe(day);
  });
});

describe('[F-22] an incomplete birth date', () => {
  it.each([
    ['complete', { year: 1942, month: 5, day: 17 }, '1942-05-17', false],
    ['day unknown', { year: 1942, month: 5 }, '1942-05-01', true],
    ['month unknown', { year: 1942, day: 17 }, '1942-01-17', true],
    ['63, 64 day and month unknown', { year: 1942 }, '1942-12-31', true],
  ])('%s', (_, known, date, uncertain) => {
    expect(conventionalBirthDate(known)).toEqual({ ok: true, value: { date, uncertain } });
  });

  it('does not invent a day that does not exist', () => {
    expect(conventionalBirthDate({ year: 2023, month: 2, day: 29 }).ok).toBe(false);
  });
});

describe('age', () => {
  const day = (text: string): CivilDate => {
    const parsed = parseCivilDate(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };

  it.each([
    ['Zoé, the day before', '1975-12-31', '2026-12-30', 50],
    ['Zoé, on the day', '1975-12-31', '2026-12-31', 51],
    ['Bixente of 29 February, on the 28th', '2004-02-29', '2022-02-28', 17],
    ['Bixente, on 1 March', '2004-02-29', '2022-03-01', 18],
    ['a child born today', '2026-11-22', '2026-11-22', 0],
  ])('of %s', (_, birth, on, age) => {
    expect(ageInYears(day(birth), day(on))).toBe(age);
  });
});
