import { describe, expect, it } from 'vitest';
import { emptyTraits, readPaste, readTraits, refusedFields, traitsFromHost, traitsToDraft } from './traits-draft.ts';

const today = '2026-11-22';
const jeanne = {
  ...emptyTraits,
  birthFamilyName: 'Lacombe',
  firstBirthGivenName: 'Jeanne',
  sex: 'F',
  birthDate: '14/03/1938',
  birthPlace: { kind: 'commune', cog: '81004' },
  placeText: 'Albi (81)',
} as const;

describe('the five traits while they are typed', () => {
  it('[F-22] are sent once all five are there', () => {
    expect(readTraits(jeanne, today)).toEqual({
      ok: true,
      traits: {
        birthFamilyName: 'Lacombe',
        firstBirthGivenName: 'Jeanne',
        sex: 'F',
        birthDate: '1938-03-14',
        birthPlace: { kind: 'commune', cog: '81004' },
      },
    });
  });

  it('[F-22] say for each missing one that it is missing', () => {
    const read = readTraits(emptyTraits, today);
    expect(read).toEqual({
      ok: false,
      errors: {
        birthFamilyName: 'missing',
        firstBirthGivenName: 'missing',
        sex: 'missing',
        birthDate: 'missing',
        birthPlace: 'missing',
      },
    });
  });

  it('[F-23] accept an unknown place only when it is said', () => {
    const words = { ...jeanne, birthPlace: undefined, placeText: 'Alb' };
    expect(readTraits(words, today)).toMatchObject({ ok: false, errors: { birthPlace: 'place-not-chosen' } });
    expect(readTraits({ ...words, placeUnknown: true }, today)).toMatchObject({
      ok: true,
      traits: { birthPlace: { kind: 'unknown', cog: '99999' } },
    });
  });

  it('[F-202] take over what the host knows, and nothing into the used name’s place', () => {
    const draft = traitsFromHost({
      birthFamilyName: 'Houilles',
      birthGivenNames: ['Pierre', 'Paul'],
      sex: 'M',
      birthDate: '1993-01-27',
    });
    expect(draft).toMatchObject({
      birthFamilyName: 'Houilles',
      firstBirthGivenName: 'Pierre',
      otherGivenNames: 'Paul',
      birthDate: '27/01/1993',
    });
    expect(traitsFromHost({ usedFamilyName: 'Puech' }).birthFamilyName).toBe('');
  });

  it('survive the way to the wire and back', () => {
    const read = readTraits({ ...jeanne, otherGivenNames: 'Marie Rose' }, today);
    if (!read.ok) throw new Error('Jeanne has five traits');
    expect(readTraits(traitsToDraft(read.traits, 'Albi (81)'), today)).toEqual(read);
  });

  it('understand a pasted block and a scanned datamatrix', () => {
    expect(readPaste('Nom de naissance : LACOMBE\nPrénom : Jeanne Marie\nNée le : 14/03/1938\nSexe : féminin')).toEqual(
      {
        birthFamilyName: 'LACOMBE',
        firstBirthGivenName: 'Jeanne',
        otherGivenNames: 'Marie',
        birthDate: '14/03/1938',
        sex: 'F',
      },
    );
    const scan =
      'IS010000000000000000000000S1275126322074974S21.2.250.1.213.1.4.8\u001dS3ZOE\u001dS4ADRUN\u001dS5FS631-12-1975S763220';
    expect(readPaste(scan)).toMatchObject({
      birthFamilyName: 'ADRUN',
      firstBirthGivenName: 'ZOE',
      birthDate: '31/12/1975',
      birthPlace: { cog: '63220' },
    });
    expect(readPaste('Lacombe')).toBeUndefined();
  });

  it('show where the server pointed', () => {
    expect(refusedFields([{ pointer: '/traits/birthPlace/cog' }, { pointer: '/consent' }])).toEqual({
      birthPlace: 'refused',
    });
  });
});
