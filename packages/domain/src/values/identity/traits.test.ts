import { describe, expect, it } from 'vitest';
import { checkPlace, isSamePlace, parsePlace } from './place.ts';
import { checkTraits, type IdentityTraits, isHighTrustDocumentType, isSex, startsGivenNames } from './traits.ts';

const today = '2026-11-22';
const zoe: IdentityTraits = {
  birthFamilyName: 'Adrun',
  firstBirthGivenName: 'Zoé',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: { kind: 'commune', cog: '63220' },
};

describe('[F-22] the five traits', () => {
  it('are accepted for Zoé Adrun, with a place unknown too [F-23]', () => {
    expect(checkTraits(zoe, today)).toEqual([]);
    expect(checkTraits({ ...zoe, birthPlace: { kind: 'unknown', cog: '99999' } }, today)).toEqual([]);
  });

  it('are all shown at once when they are all wrong', () => {
    const fromTheWire: unknown = 'f';
    const wrong: IdentityTraits = {
      birthFamilyName: '',
      firstBirthGivenName: 'Z\u200Boé',
      birthGivenNames: ['Zoé', '%00'],
      sex: fromTheWire as 'F',
      birthDate: '2026-11-23',
      birthPlace: { kind: 'commune', cog: '9352' },
    };
    expect(checkTraits(wrong, today)).toEqual([
      { trait: 'birthFamilyName', problem: 'empty' },
      { trait: 'firstBirthGivenName', problem: 'invisible-character' },
      { trait: 'birthGivenNames', index: 1, problem: 'encoded-nul' },
      { trait: 'birthGivenNames', problem: 'first-given-name-not-at-start' },
      { trait: 'sex', problem: 'unknown-sex' },
      { trait: 'birthDate', problem: 'in-the-future' },
      { trait: 'birthPlace', problem: 'bad-shape' },
    ]);
  });

  it.each([
    ['41', 'M', true],
    ['42', 'F', true],
    ['43', 'I', true],
    ['44', 'm', false],
    ['45', '1', false],
    ['46', null, false],
    ['47', '', false],
  ])('%s sex %j: no coercion', (_, value, accepted) => {
    expect(isSex(value)).toBe(accepted);
  });
});

describe('[F-261] the first given name begins the list', () => {
  it.each([
    ['Pierre-Alain', ['PIERRE ALAIN', 'MURIEL'], true],
    ['Pierre Alain', ['Pierre-Alain', 'Muriel'], true],
    ['Pierre', ['Pierre', 'Paul'], true],
    ['Jean', ['Jeanne'], false],
    ['Muriel', ['Pierre-Alain', 'Muriel'], false],
    ['Zoé', ['ZOE'], true],
  ])('%s in %j: %s', (first, list, begins) => {
    expect(startsGivenNames(first, list)).toBe(begins);
  });
});

describe('[F-23] a birth place', () => {
  it.each([
    ['80', '75056', 'commune'],
    ['81', '2A004', 'commune'],
    ['82', '97411', 'commune'],
    ['83', '99352', 'country'],
    ['84', '99999', 'unknown'],
    ['test identities', '2A020', 'commune'],
    ['Corsica before 1976', '20020', 'commune'],
  ])('%s %s is a %s', (_, cog, kind) => {
    expect(parsePlace(cog)).toEqual({ ok: true, value: { kind, cog } });
  });

  it.each(['2C004', '7505', '750560', '2a004', '', ' 75056', '٧٥٠٥٦'])('%j has not the shape of a code', (cog) => {
    expect(parsePlace(cog)).toEqual({ ok: false, failure: 'bad-shape' });
  });

  it('has the kind its code says', () => {
    expect(checkPlace({ kind: 'commune', cog: '99999' })).toEqual({ ok: false, failure: 'kind-mismatch' });
    expect(checkPlace({ kind: 'country', cog: '75056' })).toEqual({ ok: false, failure: 'kind-mismatch' });
  });

  it.each([
    ['Paris and its 15th arrondissement', '75056', '75115', true],
    ['two arrondissements of Lyon', '69381', '69389', true],
    ['Marseille and the 16th', '13055', '13216', true],
    ['Aregno before and after 1976', '20020', '2B020', true],
    ['two departments of Corsica', '2A020', '2B020', false],
    ['Chantilly and its postal code', '60141', '60500', false],
  ])('%s: %s and %s', (_, a, b, same) => {
    expect(isSamePlace(a, b)).toBe(same);
    expect(isSamePlace(b, a)).toBe(same);
  });
});

describe('[F-32] high-trust documents', () => {
  it('are the national list, to the letter', () => {
    expect(
      ['CN', 'PA', 'CS', 'eCN', 'IN', 'AV', 'LECV', 'ANCV', 'AN', 'LEP', 'CC', 'CIMS'].every(isHighTrustDocumentType),
    ).toBe(true);
    for (const no of ['CV', 'PC', 'cn', 'ECN', '', 'toString']) expect(isHighTrustDocumentType(no)).toBe(false);
  });
});
