import { describe, expect, it } from 'vitest';
import { ageOn, readDate } from './civil-date.ts';
import { birthDateWithAge, readableAge, readableTime } from './date.ts';
import { spacedIns } from './ins.ts';
import { familyName, fullName, givenName } from './name.ts';

const TODAY = '2026-11-22';
const spaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a birth date as people write it', () => {
  it.each([
    ['12/03/1941', '1941-03-12'],
    ['12031941', '1941-03-12'],
    ['1941-03-12', '1941-03-12'],
    [' 1.3.1941 ', '1941-03-01'],
    ['12 mars 1941', '1941-03-12'],
    ['1er août 1950', '1950-08-01'],
    ['12 mar 1941', '1941-03-12'],
    ['29/02/1944', '1944-02-29'],
  ])('%s is %s', (typed, value) => {
    expect(readDate(typed, TODAY)).toEqual({ ok: true, value, uncertain: false });
  });

  it.each([
    ['00/03/1941', '1941-03-01'],
    ['12/00/1941', '1941-01-12'],
    ['00/00/1941', '1941-12-31'],
  ])('%s, incomplete, is %s by the national convention', (typed, value) => {
    expect(readDate(typed, TODAY)).toEqual({ ok: true, value, uncertain: true });
  });

  it.each([
    ['', 'empty'],
    ['hier', 'unreadable'],
    ['12/03/41', 'unreadable'],
    ['29/02/1941', 'impossible'],
    ['31/11/1980', 'impossible'],
    ['13/13/1980', 'impossible'],
    ['23/11/2026', 'future'],
    ['00/00/2026', 'future'],
    ['12/03/1741', 'too-old'],
    ['12/03/0041', 'impossible'],
  ])('%j is refused as %s', (typed, reason) => {
    expect(readDate(typed, TODAY)).toEqual({ ok: false, reason });
  });
});

describe('ages and times', () => {
  it('counts a birthday only when it has come', () => {
    expect([ageOn('1941-11-22', TODAY), ageOn('1941-11-23', TODAY)]).toEqual([85, 84]);
  });

  it('says years, months, days', () => {
    expect(spaces(birthDateWithAge('1941-03-12', 'fr', TODAY))).toBe('12/03/1941 (85 ans)');
    expect(spaces(readableAge('2026-04-02', 'fr', TODAY))).toBe('7 mois');
    expect(spaces(readableAge('2026-11-10', 'en', TODAY))).toBe('12 days');
    expect(spaces(readableAge('2025-01-22', 'fr', TODAY))).toBe('22 mois');
  });

  it('says today and yesterday, the day of the week, and the year when it is another one', () => {
    const now = new Date(2026, 10, 22, 18, 0);
    expect(readableTime(new Date(2026, 10, 22, 10, 41), 'fr', now)).toBe('aujourd’hui 10:41');
    expect(readableTime(new Date(2026, 10, 21, 10, 41), 'fr', now)).toBe('hier 10:41');
    expect(readableTime(new Date(2026, 10, 17, 10, 41), 'fr', now)).toBe('mar. 17 nov. 10:41');
    expect(readableTime(new Date(2025, 10, 18, 10, 41), 'fr', now)).toContain('2025');
  });
});

it('shows names as civil status writes them', () => {
  expect(familyName('lefèvre-d’aubigny')).toBe('LEFÈVRE-D’AUBIGNY');
  expect(givenName('MARIE-ANNE léa')).toBe('Marie-Anne Léa');
  expect(givenName('éLISE')).toBe('Élise');
  expect(fullName({ family: 'lefebvre', given: 'JEANNE' })).toBe('LEFEBVRE Jeanne');
});

it('shows an INS with its spaces, Corsica included, and leaves anything else alone', () => {
  expect(spaces(spacedIns('2410381004012', '19'))).toBe('2 41 03 81 004 012 19');
  expect(spaces(spacedIns('196012a123456'))).toBe('1 96 01 2A 123 456');
  expect(spacedIns('12')).toBe('12');
});
