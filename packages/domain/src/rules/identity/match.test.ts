import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchPhonetic, gradeCandidate, matchKeys, type MatchTraits } from './match.ts';
import { typingErrors } from './spelling.ts';

const pierreAlain: MatchTraits = {
  birthFamilyName: "D'Artagnan de l'Hérault",
  firstBirthGivenName: 'Pierre-Alain',
  birthGivenNames: ['Pierre-Alain', 'Muriel', 'Floriant'],
  usedFamilyName: 'Castelmore',
  usedGivenName: 'Charles',
  sex: 'M',
  birthDate: '2001-06-07',
  birthPlace: { cog: '75056' },
};
const { birthGivenNames: _, usedFamilyName: __, usedGivenName: ___, ...asTyped } = pierreAlain;
const elsewhere = { birthPlace: { cog: '34172' } };
const unknownPlace = { birthPlace: { cog: '99999' } };

function grade(change: Partial<MatchTraits>, candidate: Partial<MatchTraits> = {}) {
  const { grade, differences } = gradeCandidate({ ...asTyped, ...change }, { ...pierreAlain, ...candidate });
  return { grade, kinds: differences.map(({ kind }) => kind) };
}

describe('[F-25] same name, first name, birth date and sex', () => {
  it('is certain, and nothing differs', () => {
    expect(grade({})).toEqual({ grade: 'certain', kinds: [] });
  });

  it.each([
    ['without accents, in capitals', { birthFamilyName: "D'ARTAGNAN DE L'HERAULT" }, ['accents-or-punctuation']],
    ['in capitals', { firstBirthGivenName: 'PIERRE-ALAIN' }, []],
    ['with a space for the hyphen', { firstBirthGivenName: 'Pierre Alain' }, ['accents-or-punctuation']],
    ['with another apostrophe', { birthFamilyName: 'D’Artagnan de l’Hérault' }, ['accents-or-punctuation']],
    ['in decomposed form', { birthFamilyName: "D'Artagnan de l'Hérault".normalize('NFD') }, []],
    ['born elsewhere', elsewhere, ['place-different']],
    ['born in an unknown place', unknownPlace, ['place-unknown']],
    ['born in the same city, by its arrondissement', { birthPlace: { cog: '75115' } }, []],
  ])('stays certain %s', (_case, change, kinds) => {
    expect(grade(change)).toEqual({ grade: 'certain', kinds });
  });
});

describe('[F-260] one mistake about the right person', () => {
  it.each([
    ['a letter too many', { birthFamilyName: "D'Artavgnan de l'Hérault" }, ['spelling']],
    ['two letters exchanged', { birthFamilyName: "D'Atragnan de l'Hérault" }, ['spelling']],
    ['a missing letter in the given name', { firstBirthGivenName: 'Piere-Alain' }, ['sounds-alike']],
    ['punctuation left out', { birthFamilyName: 'Dartagnan de Lherault' }, ['accents-or-punctuation']],
    ['written as it sounds', { birthFamilyName: "D'Artagnant de l'Héraud" }, ['sounds-alike']],
    ['the used name typed as birth name', { birthFamilyName: 'CASTELMORE' }, ['used-name']],
    ['the used name, mistyped', { birthFamilyName: 'Castelmorre' }, ['used-name']],
    ['the used given name', { firstBirthGivenName: 'charles' }, ['used-name']],
    [
      'name and given name exchanged',
      { birthFamilyName: 'Pierre-Alain', firstBirthGivenName: "D'Artagnan de l'Hérault" },
      ['swapped-names', 'swapped-names'],
    ],
    ['one given name of several', { firstBirthGivenName: 'Muriel' }, ['other-given-name']],
    ['all given names in one field', { firstBirthGivenName: 'Pierre Alain Muriel' }, ['other-given-name']],
    ['day and month exchanged', { birthDate: '2001-07-06' }, ['day-month-swapped']],
    ['one wrong digit in the day', { birthDate: '2001-06-17' }, ['one-digit-wrong']],
    ['one wrong digit in the year', { birthDate: '2011-06-07' }, ['one-digit-wrong']],
    ['the other sex', { sex: 'F' as const }, ['different']],
    ['a forgotten particle', { birthFamilyName: "D'Artagnan" }, ['spelling']],
  ])('%s: probable with the same place, possible with another', (_case, change, kinds) => {
    expect(grade(change)).toEqual({ grade: 'probable', kinds });
    expect(grade({ ...change, ...elsewhere })).toEqual({ grade: 'possible', kinds: [...kinds, 'place-different'] });
  });

  it('a place unknown weighs as agreement for a mistyped name, not for a mistyped date', () => {
    expect(grade({ birthFamilyName: 'Castelmore', ...unknownPlace }).grade).toBe('probable');
    expect(grade({ birthDate: '2001-06-17', ...unknownPlace }).grade).toBe('possible');
  });

  it('another given name, mistyped, counts as two mistakes', () => {
    const change = { firstBirthGivenName: 'Floriand' };
    expect(grade(change)).toEqual({ grade: 'possible', kinds: ['other-given-name'] });
    expect(grade({ ...change, ...elsewhere }).grade).toBe('none');
  });

  it('two mistakes are possible where the place agrees, no more', () => {
    const twice = { birthFamilyName: 'Castelmore', birthDate: '2001-07-06' };
    expect(grade(twice).grade).toBe('possible');
    expect(grade({ ...twice, ...elsewhere })).toEqual({ grade: 'none', kinds: [] });
    expect(grade({ ...twice, sex: 'F' }).grade).toBe('none');
  });
});

describe('[F-260] another person', () => {
  it.each([
    ['the twin, who shares all but the given name', { firstBirthGivenName: 'Jules' }],
    ['someone of the same given name and day', { birthFamilyName: 'Lefebvre' }],
    ['the same names on another day', { birthDate: '1998-11-23' }],
    ['a year like no other', { birthDate: '2012-07-06' }],
    ['a name in another script', { birthFamilyName: 'АРТАНЬЯН' }],
    ['an unreadable date', { birthDate: 'unknown' }],
  ])('%s is no candidate, and nothing is said of the differences', (_case, change) => {
    expect(grade(change)).toEqual({ grade: 'none', kinds: [] });
  });

  it('a short name one letter off needs the place: Léa is seldom Léo', () => {
    const lea = { birthFamilyName: 'Petit', firstBirthGivenName: 'Léa', birthGivenNames: undefined };
    expect(grade({ ...lea, firstBirthGivenName: 'Lia' }, lea).grade).toBe('probable');
    expect(grade({ ...lea, firstBirthGivenName: 'Lia', ...unknownPlace }, lea).grade).toBe('possible');
  });
});

describe('[F-260] the order of candidates', () => {
  it('puts the nearest first', () => {
    const distance = (change: Partial<MatchTraits>): number =>
      gradeCandidate({ ...asTyped, ...change }, pierreAlain).distance;
    const ordered = [
      {},
      { firstBirthGivenName: 'Pierre Alain' },
      elsewhere,
      { birthFamilyName: "D'Atragnan de l'Hérault" },
      { birthDate: '2001-06-17' },
      { firstBirthGivenName: 'Jules' },
    ].map(distance);
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
    expect(new Set(ordered).size).toBe(ordered.length);
  });

  it('does not depend on who computed the keys', () => {
    const keys = { typed: matchKeys(asTyped), candidate: matchKeys(pierreAlain) };
    expect(gradeCandidate(asTyped, pierreAlain, keys)).toEqual(gradeCandidate(asTyped, pierreAlain));
  });
});

const names = fc.constantFrom(
  'Martin',
  'Le Goff',
  "N'Diaye-Sow",
  'Œuvrard',
  'Dupond',
  'Dupont',
  'Zoé',
  'Jean-Pierre',
  'İnci',
  'А',
);
const people: fc.Arbitrary<MatchTraits> = fc.record({
  birthFamilyName: names,
  firstBirthGivenName: names,
  birthGivenNames: fc.array(names, { maxLength: 3 }),
  usedFamilyName: fc.option(names, { nil: undefined }),
  sex: fc.constantFrom('F' as const, 'M' as const, 'I' as const),
  birthDate: fc.constantFrom('1950-12-31', '1975-12-31', '1975-01-02', '1975-02-01', '1976-02-01'),
  birthPlace: fc.constantFrom({ cog: '75056' }, { cog: '99999' }, { cog: '34172' }),
});
const rewrite = fc.constantFrom<(name: string) => string>(
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => name.replace(/[-' ]/g, ' '),
  (name) => name.replace('Œ', 'OE'),
);

describe('[F-25] [F-260] for any two people', () => {
  it('the grade is blind to case, accents, form and separators', () => {
    fc.assert(
      fc.property(people, people, rewrite, (typed, candidate, write) => {
        const rewritten = {
          ...typed,
          birthFamilyName: write(typed.birthFamilyName),
          firstBirthGivenName: write(typed.firstBirthGivenName),
        };
        expect(gradeCandidate(rewritten, candidate).grade).toBe(gradeCandidate(typed, candidate).grade);
      }),
    );
  });

  it('certain means the keys, the sex and the date are the same, and only that', () => {
    fc.assert(
      fc.property(people, people, (typed, candidate) => {
        const [mine, theirs] = [matchKeys(typed), matchKeys(candidate)];
        const same = mine.family === theirs.family && mine.given === theirs.given;
        const certain = same && typed.sex === candidate.sex && typed.birthDate === candidate.birthDate;
        expect(gradeCandidate(typed, candidate).grade === 'certain').toBe(certain);
      }),
    );
  });

  it('everyone is certainly found by his own traits', () => {
    fc.assert(
      fc.property(people, (someone) => {
        expect(gradeCandidate(someone, someone).grade).toBe('certain');
      }),
    );
  });
});

describe('[F-260] names said alike', () => {
  it.each([
    ['DUPOND', 'DUPONT'],
    ['GAUTHIER', 'GAUTIER'],
    ['LEFEBVRE', 'LEFEVRE'],
    ['PHILIPPE', 'FILIP'],
    ['RENAUD', 'RENAULT'],
    ['THIBAUD', 'TIBO'],
    ['CATHERINE', 'KATERINE'],
    ['MARTIN', 'MARTAIN'],
    ['LECLERC', 'LECLERCQ'],
    ['MOREAU', 'MORAUX'],
    ['FAURE', 'FORE'],
    ['HENRY', 'HENRI'],
    ['NICOLAS', 'NIKOLA'],
    ['CHARPENTIER', 'SHARPENTIER'],
    ['LE GOFF', 'LEGOF'],
    ['GUILLAUME', 'GUYOME'],
    ['AUBERT', 'OBERT'],
    ['SCHMITT', 'SCHMIDT'],
  ])('%s and %s', (a, b) => {
    expect(frenchPhonetic(a)).toBe(frenchPhonetic(b));
  });

  it.each([
    ['MARTIN', 'MARTINE'],
    ['JEAN', 'JEANNE'],
    ['DURAND', 'DUPOND'],
    ['ROUX', 'ROCHE'],
    ['LAMBERT', 'LAMBOT'],
  ])('%s is not %s', (a, b) => {
    expect(frenchPhonetic(a)).not.toBe(frenchPhonetic(b));
  });
});

describe('[F-260] typing errors', () => {
  it.each([
    ['MARTIN', 'MARTIN', 0],
    ['MARTIN', 'MARTN', 1],
    ['MARTIN', 'MARITN', 1],
    ['MARTIN', 'NARTIN', 1],
    ['MARTIN', 'MATRINE', 2],
    ['MARTIN', 'DUPONT', 3],
    ['', 'AB', 2],
  ])('%s to %s: %i', (a, b, errors) => {
    expect(typingErrors(a, b, 2)).toBe(errors);
  });

  it('is the same both ways, and the limit only cuts', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ABC'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b, 9)).toBe(typingErrors(b, a, 9));
        expect(typingErrors(a, b, 2)).toBe(Math.min(typingErrors(a, b, 9), 3));
      }),
    );
  });
});
