import { describe, expect, it } from 'vitest';
import { compareTraits, needsDocumentRecheck } from './compare-traits.ts';
import type { IdentityTraits } from './traits.ts';

const typed: IdentityTraits = {
  birthFamilyName: 'D’Artagnan',
  firstBirthGivenName: 'Pierre-Alain',
  sex: 'M',
  birthDate: '2009-07-14',
  birthPlace: { kind: 'commune', cog: '63220' },
};
const retrieved: IdentityTraits = {
  ...typed,
  birthFamilyName: "D'ARTAGNAN",
  firstBirthGivenName: 'PIERRE-ALAIN',
  birthGivenNames: ['PIERRE-ALAIN', 'MURIEL', 'FLORIANT'],
};

function kinds(a: IdentityTraits, b: IdentityTraits): Record<string, string> {
  return Object.fromEntries(compareTraits(a, b).map(({ trait, kind }) => [trait, kind]));
}

describe('[F-35] [F-261] typed against retrieved', () => {
  it('tells writing, completion and equality apart', () => {
    expect(kinds(typed, retrieved)).toEqual({
      birthFamilyName: 'accents-or-case',
      firstBirthGivenName: 'accents-or-case',
      birthGivenNames: 'completed',
      sex: 'same',
      birthDate: 'same',
      birthPlace: 'same',
    });
    expect(needsDocumentRecheck(compareTraits(typed, retrieved))).toBe(false);
  });

  it('shows both values, empty when nothing was typed', () => {
    const list = compareTraits(typed, retrieved).find(({ trait }) => trait === 'birthGivenNames');
    expect(list).toMatchObject({ typed: '', retrieved: 'PIERRE-ALAIN MURIEL FLORIANT', same: false });
  });

  it.each([
    ['another family name', { birthFamilyName: 'DARTAGNE' }, 'birthFamilyName', 'different'],
    ['another first given name', { firstBirthGivenName: 'PIERRE' }, 'firstBirthGivenName', 'different'],
    ['another sex', { sex: 'F' as const }, 'sex', 'different'],
    ['another day', { birthDate: '2009-07-15' }, 'birthDate', 'different'],
    ['another commune', { birthPlace: { kind: 'commune' as const, cog: '34172' } }, 'birthPlace', 'different'],
  ])('%s asks for the document again', (_, change, trait, kind) => {
    const other = { ...retrieved, ...change };
    expect(kinds(typed, other)[trait]).toBe(kind);
    expect(needsDocumentRecheck(compareTraits(typed, other))).toBe(true);
  });

  it('completes a given-name list and an unknown or wide place', () => {
    expect(kinds({ ...typed, birthGivenNames: ['Pierre Alain', 'Muriel'] }, retrieved)['birthGivenNames']).toBe(
      'completed',
    );
    expect(kinds({ ...typed, birthGivenNames: ['Muriel', 'Pierre-Alain'] }, retrieved)['birthGivenNames']).toBe(
      'different',
    );
    expect(kinds({ ...typed, birthPlace: { kind: 'unknown', cog: '99999' } }, retrieved)['birthPlace']).toBe(
      'completed',
    );
    const inParis = (cog: string): IdentityTraits => ({ ...retrieved, birthPlace: { kind: 'commune', cog } });
    expect(kinds(inParis('75056'), inParis('75115'))['birthPlace']).toBe('completed');
  });
});
