import { describe, expect, it } from 'vitest';
import { parseDatamatrix } from './datamatrix.ts';

const HEADER = `IS01${'0'.repeat(22)}`;
const GS = '\u001D';
const ZOE = `${HEADER}S1275126322074974S21.2.250.1.213.1.4.8${GS}S3ZOE${GS}S4ADRUN${GS}S5FS631-12-1975S763220`;
const DOMINIQUE = `${HEADER}S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE${GS}S4PAT-TROIS${GS}S5FS628-03-1979S751215`;

describe('[F-22] the INS datamatrix', () => {
  it('reads Zoé, whose OID is short and ended by a separator', () => {
    expect(ZOE).toHaveLength(101);
    expect(parseDatamatrix(ZOE)).toEqual({
      ok: true,
      value: {
        traits: {
          birthFamilyName: 'ADRUN',
          firstBirthGivenName: 'ZOE',
          birthGivenNames: ['ZOE'],
          sex: 'F',
          birthDate: '1975-12-31',
          birthPlace: { kind: 'commune', cog: '63220' },
        },
        ins: { matricule: '2751263220749', key: '74', oid: '1.2.250.1.213.1.4.8' },
      },
    });
  });

  it('reads Dominique, whose OID fills its field and has no separator', () => {
    expect(DOMINIQUE).toHaveLength(124);
    const read = parseDatamatrix(DOMINIQUE);
    expect(read.ok && read.value.ins.oid).toBe('1.2.250.1.213.1.4.10');
    expect(read.ok && read.value.traits.birthGivenNames).toEqual(['DOMINIQUE', 'MARIE-LOUISE']);
    expect(read.ok && read.value.traits.birthDate).toBe('1979-03-28');
  });

  it('reads a square without the optional place as a place unknown', () => {
    const read = parseDatamatrix(ZOE.replace('S763220', ''));
    expect(read.ok && read.value.traits.birthPlace).toEqual({ kind: 'unknown', cog: '99999' });
  });

  it.each([
    ['another code', 'https://example.org', 'not-an-ins-datamatrix'],
    ['a header alone', HEADER, 'missing-field'],
    ['a cut square', ZOE.slice(0, 70), 'missing-field'],
    ['a cut field', ZOE.slice(0, -1), 'unreadable-fields'],
    ['an unknown field', ZOE.replace('S4', 'S9'), 'unreadable-fields'],
    ['a field twice', ZOE.replace('S4ADRUN', 'S3ADRUN'), 'unreadable-fields'],
    ['an unreadable number', ZOE.replace('275126322074974', '575126322074974'), 'bad-matricule'],
    ['an unknown authority', ZOE.replace('4.8', '4.7'), 'unknown-oid'],
    ['an undetermined sex', ZOE.replace('S5F', 'S5I'), 'bad-sex'],
    ['a day that does not exist', ZOE.replace('31-12', '31-11'), 'bad-date'],
    ['a place in another shape', ZOE.replace('S763220', 'S76322X'), 'bad-place'],
  ])('refuses %s', (_, scanned, failure) => {
    expect(parseDatamatrix(scanned)).toEqual({ ok: false, failure });
  });
});
