import { describe, expect, it } from 'vitest';
import type { InsQueryResult } from '../../shared/sdk.ts';
import {
  comparedRows,
  countKinds,
  insWarnings,
  overwritten,
  statusAfterAccepting,
} from './ins-reconciliation.model.ts';

const found: InsQueryResult = {
  outcome: 'found',
  retrieved: {
    birthFamilyName: 'LACOMBE',
    firstBirthGivenName: 'JEANNE',
    sex: 'F',
    birthDate: '1938-03-14',
    birthPlace: { kind: 'commune', cog: '30007', label: 'Alès (30)' },
  },
  comparison: [
    { trait: 'birthFamilyName', typed: 'Lacombe', retrieved: 'LACOMBE', kind: 'accents-or-case' },
    { trait: 'birthGivenNames', typed: '', retrieved: 'JEANNE MARIE', kind: 'completed' },
    { trait: 'sex', typed: 'F', retrieved: 'F', kind: 'same' },
    { trait: 'birthDate', typed: '1938-03-14', retrieved: '1938-03-14', kind: 'same' },
    { trait: 'birthPlace', typed: '81004', retrieved: '30007', kind: 'different' },
  ],
};
const rows = comparedRows(found, {
  placeLabel: 'Albi (81)',
  placeCode: '81004',
  sexLabel: (code) => (code === 'F' ? 'Féminin' : code),
});

describe('the comparison', () => {
  it('[F-35] names are left letter for letter, dates, sex and places are put in words', () => {
    expect(rows.map(({ typed, retrieved }) => [typed, retrieved])).toEqual([
      ['Lacombe', 'LACOMBE'],
      ['', 'JEANNE MARIE'],
      ['Féminin', 'Féminin'],
      ['14/03/1938', '14/03/1938'],
      ['Albi (81)', 'Alès (30)'],
    ]);
  });

  it('[F-35] the codes of both places stand beside their names', () => {
    expect(rows.at(-1)).toMatchObject({ typedCode: '81004', retrievedCode: '30007' });
  });

  it('counts by kind, and lists what would be overwritten', () => {
    expect(countKinds(rows)).toEqual({ same: 2, 'accents-or-case': 1, completed: 1, different: 1 });
    expect(overwritten(rows).map(({ trait }) => trait)).toEqual(['birthFamilyName', 'birthGivenNames', 'birthPlace']);
  });
});

describe('what taking the INS leads to', () => {
  it.each([
    [{ checked: false, recheckNeeded: false, confirmed: false }, 'retrieved'],
    [{ checked: true, recheckNeeded: false, confirmed: false }, 'qualified'],
    [{ checked: true, recheckNeeded: true, confirmed: false }, 'retrieved'],
    [{ checked: true, recheckNeeded: true, confirmed: true }, 'qualified'],
  ] as const)('[F-36] %o: %s', (document, status) => {
    expect(statusAfterAccepting(document)).toBe(status);
  });
});

describe('the number', () => {
  const ins = {
    matricule: '2380330007012',
    key: '12',
    oid: '1.2.250.1.213.1.4.10',
    environment: 'test',
    keyValid: false,
    shareable: false,
    contradictions: [],
  } as const;

  it('[F-261] a wrong key warns even when the server lists no contradiction, and only once', () => {
    expect(insWarnings({ ...ins, contradictions: [] })).toEqual([{ kind: 'key', inNumber: '12' }]);
    const said = { kind: 'key', inNumber: '12', inTraits: '35' } as const;
    expect(insWarnings({ ...ins, contradictions: [said] })).toEqual([said]);
  });
});
