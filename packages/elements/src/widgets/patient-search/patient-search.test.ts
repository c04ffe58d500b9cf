import { describe, expect, it } from 'vitest';
import { emptyTraits } from '../../shared/traits/traits-draft.ts';
import { documentCounts, errorCounts, searchedPerson, startSearch } from './patient-search.model.ts';

describe('the search form', () => {
  it('[F-23] forgets a checked document while the birth place is unknown', () => {
    const draft = { ...startSearch(undefined), documentChecked: true };
    expect(documentCounts(draft)).toBe(true);
    expect(documentCounts({ ...draft, traits: { ...emptyTraits, placeUnknown: true } })).toBe(false);
  });

  it('[F-202] begins with what the host knows', () => {
    expect(startSearch({ birthFamilyName: 'Lacombe', sex: 'F' }).traits).toMatchObject({
      birthFamilyName: 'Lacombe',
      sex: 'F',
    });
  });

  it('says in one line who was searched', () => {
    const traits = {
      birthFamilyName: 'lacombe',
      firstBirthGivenName: 'jeanne',
      sex: 'F',
      birthDate: '1938-03-14',
      birthPlace: { kind: 'commune', cog: '81004' },
    } as const;
    expect(searchedPerson({ step: 'candidates', traits, birthPlaceLabel: 'Albi (81)' }, 'fr')).toMatch(
      /^LACOMBE Jeanne · F · 14\/03\/1938 .* · Albi \(81\)$/,
    );
  });

  it('tells missing from wrong', () => {
    expect(errorCounts({ sex: 'missing', birthDate: 'date-future' })).toEqual({ missing: 1, wrong: 1 });
  });
});
