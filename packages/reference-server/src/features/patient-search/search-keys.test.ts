import { gradeCandidate, type MatchTraits } from '@spico/domain/rules/identity/match';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearbyDates } from './nearby-dates.ts';
import { exactIdentityKey, nameKeys } from './search-keys.ts';

const oeuvrard: MatchTraits = {
  birthFamilyName: 'Œuvrard-d’Hérouville',
  firstBirthGivenName: 'Zoé',
  sex: 'F',
  birthDate: '1943-05-12',
  birthPlace: { cog: '31555' },
};

const birthDays = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('the exact identity', () => {
  it('[F-25] is the same however the two names are written, wherever Zoé was born', () => {
    const writings = [
      { ...oeuvrard, birthFamilyName: 'OEUVRARD D HEROUVILLE', firstBirthGivenName: 'ZOE' },
      { ...oeuvrard, birthFamilyName: "œuvrard d'hérouville", firstBirthGivenName: 'Zoe\u0301' },
      { ...oeuvrard, birthPlace: { cog: '99999' } },
    ];
    for (const writing of writings) expect(exactIdentityKey(writing)).toBe(exactIdentityKey(oeuvrard));
  });

  it('[F-25] is another when one letter, the sex or the day is another', () => {
    const others: Partial<MatchTraits>[] = [
      { birthFamilyName: 'Oeuvrart d’Hérouville' },
      { firstBirthGivenName: 'Zoa' },
      { sex: 'M' },
      { birthDate: '1943-05-13' },
    ];
    for (const other of others)
      expect(exactIdentityKey({ ...oeuvrard, ...other })).not.toBe(exactIdentityKey(oeuvrard));
  });

  it('keeps the two names apart: Jean MARTIN LUC is not Luc MARTIN JEAN', () => {
    const a = exactIdentityKey({ ...oeuvrard, birthFamilyName: 'MARTIN LUC', firstBirthGivenName: 'JEAN' });
    const b = exactIdentityKey({ ...oeuvrard, birthFamilyName: 'MARTIN', firstBirthGivenName: 'LUC JEAN' });
    expect(a).not.toBe(b);
  });
});

describe('the letters of a name', () => {
  const bits = (set: number) => set.toString(2).replaceAll('0', '').length;
  const names = fc.stringMatching(/^[A-Z]{3,20}$/);

  it('change by two at most for one wrong, missing or added letter', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom('', 'A', 'Q', 'Z', 'EK'), (name, where, instead) => {
        const place = where % name.length;
        const kept = instead.length === 2 ? name.charAt(place) : '';
        const mistyped = name.slice(0, place) + kept + instead.slice(0, 1) + name.slice(place + 1);
        expect(bits(nameKeys(name).letters ^ nameKeys(mistyped).letters)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('do not change with the order of the letters or the accents', () => {
    expect(nameKeys('Hélène').letters).toBe(nameKeys('EHLENE').letters);
  });
});

describe('the stored keys', () => {
  it('are those that earlier versions stored: when this fails, the rows of existing records must be rebuilt too', () => {
    expect(nameKeys('Lefèbvre-Bœuf')).toEqual({ sound: 'LEFEVRBEUF', letters: 17187218 });
    expect(nameKeys('D’Artagnan')).toEqual({ sound: 'DARTAN1', letters: 598097 });
    expect(nameKeys('Philippe')).toEqual({ sound: 'FILI', letters: 20054020 });
  });
});

describe('a name without a French sound', () => {
  it('sounds like itself only, in any script', () => {
    const names = ['Иванова', 'Петрова', 'محمد', 'فاطمة', '-', "'", 'Y', 'X', 'S', '李'];
    const sounds = names.map((name) => nameKeys(name).sound);
    expect(sounds).not.toContain('');
    // The hyphen and the apostrophe are both "no letter at all".
    expect(new Set(sounds).size).toBe(names.length - 1);
  });
});

describe('the neighbouring dates', () => {
  it('[F-260] of 12 May 1943 hold the swapped one and each with one wrong digit, all of them existing', () => {
    const near = nearbyDates('1943-05-12');
    expect(near).toEqual(
      expect.arrayContaining(['1943-12-05', '1948-05-12', '1943-06-12', '1943-05-22', '1943-05-19']),
    );
    expect(near).not.toContain('1943-05-12');
    expect(near).not.toContain('1943-05-32');
    expect(near).not.toContain('1043-05-12');
  });

  it('[F-260] are exactly the days that the grading still takes for the same person', () => {
    fc.assert(
      fc.property(birthDays, birthDays, (day, other) => {
        const near = nearbyDates(day);
        const graded = (birthDate: string) =>
          gradeCandidate({ ...oeuvrard, birthDate: day }, { ...oeuvrard, birthDate }).grade;
        for (const neighbour of near) expect(graded(neighbour)).not.toBe('none');
        if (other !== day && !near.includes(other)) expect(graded(other)).toBe('none');
      }),
      { numRuns: 200 },
    );
  });
});
