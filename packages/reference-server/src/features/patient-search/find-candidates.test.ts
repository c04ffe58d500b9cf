import type { MatchTraits } from '@spico/domain/rules/identity/match';
import { checkName } from '@spico/domain/values/identity/normalise-name';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '../../platform/ids.ts';
import { databases, openTestDatabase, type TestDatabase } from '../../testing/databases.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { indexIdentity, unindexIdentity } from './index-identity.ts';
import { oddNames } from './odd-names.ts';
import type { SearchableIdentity } from './search-keys.ts';

const toulouse = { kind: 'commune', cog: '31555' } as const;
const rodez = { kind: 'commune', cog: '12202' } as const;

/** The people who have a record. */
const cast = {
  helene: {
    birthFamilyName: 'Lefèbvre-Bœuf',
    firstBirthGivenName: 'Hélène',
    birthGivenNames: ['Hélène', 'Marguerite', 'Joséphine'],
    usedFamilyName: 'Castagné',
    sex: 'F',
    birthDate: '1938-04-07',
    birthPlace: toulouse,
  },
  gaston: {
    birthFamilyName: 'D’Artagnan',
    firstBirthGivenName: 'Jean-Gaston',
    sex: 'M',
    birthDate: '1951-11-23',
    birthPlace: rodez,
  },
  thomas: {
    birthFamilyName: 'Martin',
    firstBirthGivenName: 'Thomas',
    sex: 'M',
    birthDate: '1949-10-02',
    birthPlace: toulouse,
  },
  // Twins: everything is equal but the given name.
  lea: {
    birthFamilyName: 'Rouquette',
    firstBirthGivenName: 'Léa',
    sex: 'F',
    birthDate: '2011-06-30',
    birthPlace: rodez,
  },
  lucie: {
    birthFamilyName: 'Rouquette',
    firstBirthGivenName: 'Lucie',
    sex: 'F',
    birthDate: '2011-06-30',
    birthPlace: rodez,
  },
} as const satisfies Record<string, SearchableIdentity>;
type Name = keyof typeof cast;

/** What someone types when looking for one of them, with what they get wrong. */
const slips: [
  slip: string,
  who: Name,
  typed: Partial<MatchTraits>,
  grade: Candidate['grade'],
  differences: string[],
][] = [
  ['nothing wrong', 'helene', {}, 'certain', []],
  [
    'capitals, no accent, no ligature',
    'helene',
    { birthFamilyName: 'LEFEBVRE-BOEUF', firstBirthGivenName: 'HELENE' },
    'certain',
    ['birthFamilyName accents-or-punctuation', 'firstBirthGivenName accents-or-punctuation'],
  ],
  [
    'a space for a hyphen',
    'helene',
    { birthFamilyName: 'Lefèbvre Bœuf' },
    'certain',
    ['birthFamilyName accents-or-punctuation'],
  ],
  ['another place', 'helene', { birthPlace: rodez }, 'certain', ['birthPlace place-different']],
  [
    'the straight apostrophe',
    'gaston',
    { birthFamilyName: "D'Artagnan" },
    'certain',
    ['birthFamilyName accents-or-punctuation'],
  ],
  [
    'no apostrophe at all',
    'gaston',
    { birthFamilyName: 'Dartagnan' },
    'probable',
    ['birthFamilyName accents-or-punctuation'],
  ],
  ['a letter missing', 'gaston', { birthFamilyName: 'D’Artagna' }, 'probable', ['birthFamilyName spelling']],
  ['two letters exchanged', 'thomas', { birthFamilyName: 'Matrin' }, 'probable', ['birthFamilyName spelling']],
  [
    'a wrong letter in the given name',
    'thomas',
    { firstBirthGivenName: 'Thomqs' },
    'probable',
    ['firstBirthGivenName spelling'],
  ],
  ['written as it sounds', 'helene', { birthFamilyName: 'Lefèvre-Bœuf' }, 'probable', ['birthFamilyName sounds-alike']],
  [
    'name and given name in each other’s field',
    'thomas',
    { birthFamilyName: 'Thomas', firstBirthGivenName: 'Martin' },
    'probable',
    ['birthFamilyName swapped-names', 'firstBirthGivenName swapped-names'],
  ],
  ['the used name', 'helene', { birthFamilyName: 'Castagne' }, 'probable', ['birthFamilyName used-name']],
  ['the used name, mistyped', 'helene', { birthFamilyName: 'Catagné' }, 'probable', ['birthFamilyName used-name']],
  [
    'the second given name',
    'helene',
    { firstBirthGivenName: 'Marguerite' },
    'probable',
    ['firstBirthGivenName other-given-name'],
  ],
  [
    'all the given names',
    'helene',
    { firstBirthGivenName: 'Hélène Marguerite Joséphine' },
    'probable',
    ['firstBirthGivenName other-given-name'],
  ],
  ['day and month swapped', 'thomas', { birthDate: '1949-02-10' }, 'probable', ['birthDate day-month-swapped']],
  ['a wrong digit in the year', 'gaston', { birthDate: '1957-11-23' }, 'probable', ['birthDate one-digit-wrong']],
  ['a wrong digit in the day', 'gaston', { birthDate: '1951-11-13' }, 'probable', ['birthDate one-digit-wrong']],
  [
    'a wrong digit and another place',
    'gaston',
    { birthDate: '1951-11-13', birthPlace: toulouse },
    'possible',
    ['birthDate one-digit-wrong', 'birthPlace place-different'],
  ],
  ['the other sex', 'thomas', { sex: 'F' }, 'probable', ['sex different']],
  [
    'a wrong letter and a wrong digit',
    'gaston',
    { birthFamilyName: 'D’Artagnac', birthDate: '1951-11-24' },
    'possible',
    ['birthFamilyName spelling', 'birthDate one-digit-wrong'],
  ],
];

const typedFor = (who: Name): SearchableIdentity => {
  const { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace } = cast[who];
  return { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace };
};

describe.each(databases)('on %s', (kind) => {
  let test: TestDatabase;
  const ids = Object.fromEntries(Object.keys(cast).map((who) => [who, uuid7.next()])) as Record<Name, string>;
  const search = (typed: MatchTraits) => test.database.transaction((tx) => findCandidates(tx, typed));
  const record = (identity: SearchableIdentity, id = uuid7.next(), deliberateHomonym = false) =>
    test.database.transaction(async (tx) => {
      await tx
        .insertInto('coordination_record')
        .values({ id })
        .onConflict((on) => on.doNothing())
        .execute();
      const indexed = await indexIdentity(tx, id, identity, { deliberateHomonym });
      return indexed.ok ? id : indexed.failure;
    });

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    for (const [who, identity] of Object.entries(cast)) await record(identity, ids[who as Name]);
  });
  afterAll(() => test.close());

  describe('someone looks for a person who has a record', () => {
    it.each(slips)('[F-25] [F-260] and types %s', async (_slip, who, slip, grade, differences) => {
      const { candidates, more } = await search({ ...typedFor(who), ...slip });
      expect(candidates[0]?.recordId).toBe(ids[who]);
      expect(candidates[0]?.grade).toBe(grade);
      expect(candidates[0]?.differences.map(({ trait, kind }) => `${trait} ${kind}`)).toEqual(differences);
      expect(more).toBe(false);
    });

    it('[F-25] the answer is blind to the writing of a name: case, accents, form, ligature, hyphen, space, apostrophe', async () => {
      const rewritings: ((name: string) => string)[] = [
        (name) => name.toUpperCase(),
        (name) => name.toLowerCase(),
        (name) => name.normalize('NFD'),
        (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
        (name) => name.replace(/œ/gu, 'oe').replace(/Œ/gu, 'OE'),
        (name) => name.replace(/-/gu, ' '),
        (name) => name.replace(/-/gu, '\u2011'),
        (name) => name.replace(/’/gu, "'"),
        (name) => name.replace(/[’']/gu, ' '),
      ];
      const rewriting = fc
        .array(fc.constantFrom(...rewritings), { maxLength: 5 })
        .map((steps) => (name: string) => steps.reduce((text, step) => step(text), name));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom<Name[]>('helene', 'gaston'), rewriting, rewriting, async (who, one, other) => {
          const typed = typedFor(who);
          const rewritten = {
            ...typed,
            birthFamilyName: one(typed.birthFamilyName),
            firstBirthGivenName: other(typed.firstBirthGivenName),
          };
          const { candidates } = await search(rewritten);
          expect(candidates.map(({ recordId, grade }) => [recordId, grade])).toEqual([[ids[who], 'certain']]);
        }),
      );
    });

    it('[F-25] and sees the traits as they are in the record, the five strict ones only', async () => {
      const { candidates } = await search({ ...typedFor('helene'), birthFamilyName: 'castagne' });
      expect(candidates[0]?.traits).toEqual(typedFor('helene'));
    });

    it('[F-25] and is not shown her twin', async () => {
      const { candidates } = await search(typedFor('lea'));
      expect(candidates.map((candidate) => candidate.recordId)).toEqual([ids.lea]);
    });
  });

  describe('someone looks for a person who has no record', () => {
    const strangers: [string, MatchTraits][] = [
      [
        'a brother of Thomas, born two years later',
        { ...typedFor('thomas'), firstBirthGivenName: 'Bernard', birthDate: '1951-10-02' },
      ],
      ['a homonym of Thomas, born another day', { ...typedFor('thomas'), birthDate: '1962-03-15' }],
      [
        'a stranger born the same day',
        { ...typedFor('thomas'), birthFamilyName: 'Delpech', firstBirthGivenName: 'Roger' },
      ],
    ];
    it.each(strangers)('[F-260] %s: nobody is proposed', async (_who, typed) => {
      expect(await search(typed)).toEqual({ candidates: [], more: false });
    });
  });

  describe('many people resemble', () => {
    it('[F-260] the five nearest are shown, nearest first, and it is said that there are more', async () => {
      const marie: SearchableIdentity = {
        ...typedFor('helene'),
        birthFamilyName: 'Durand',
        firstBirthGivenName: 'Marie',
        birthDate: '1940-01-31',
      };
      const alike = ['Durand', 'Durant', 'Duran', 'Dupand', 'Durando', 'Dourand', 'Durend'];
      for (const birthFamilyName of alike) await record({ ...marie, birthFamilyName });
      const { candidates, more } = await search(marie);
      expect(candidates).toHaveLength(5);
      expect(more).toBe(true);
      expect(candidates[0]).toMatchObject({ grade: 'certain', differences: [], traits: { birthFamilyName: 'Durand' } });
      expect(candidates.slice(1).map((candidate) => candidate.grade)).toEqual(Array(4).fill('probable'));
    });
  });

  describe('the identity of a record changes', () => {
    const irene: SearchableIdentity = {
      ...cast.helene,
      birthFamilyName: 'Soulié',
      firstBirthGivenName: 'Irène',
      birthDate: '1933-08-19',
    };

    it('[F-36] the INS corrected her name: she is found by the new one only', async () => {
      const id = await record(irene);
      const corrected = { ...irene, birthFamilyName: 'Vernhes' };
      expect(await record(corrected, id)).toBe(id);
      expect((await search(corrected)).candidates.map((candidate) => candidate.recordId)).toEqual([id]);
      expect((await search(irene)).candidates).toEqual([]);
    });

    it('[F-45] her record is merged away: she is no longer found, and her identity is free again', async () => {
      const merged = { ...irene, birthDate: '1934-08-19' };
      const id = String(await record(merged));
      await test.database.transaction((tx) => unindexIdentity(tx, id));
      expect((await search(merged)).candidates).toEqual([]);
      expect(await record(merged)).not.toBe('identity-already-present');
    });
  });

  describe('one record per person', () => {
    const paul: SearchableIdentity = { ...cast.thomas, firstBirthGivenName: 'Paul' };

    it('[F-20] the same identity, written otherwise and born elsewhere, is refused', async () => {
      await record(paul);
      expect(await record({ ...paul, birthFamilyName: 'MARTIN', firstBirthGivenName: 'paul', birthPlace: rodez })).toBe(
        'identity-already-present',
      );
    });

    it('[F-33] [F-41] a deliberate homonym is another person: both are found, both certain', async () => {
      const homonym = await record({ ...paul, birthPlace: rodez }, uuid7.next(), true);
      const { candidates } = await search(paul);
      expect(candidates.map((candidate) => candidate.grade)).toEqual(['certain', 'certain']);
      // The one whose birth place agrees comes first.
      expect(candidates[1]?.recordId).toBe(homonym);
    });

    it('[F-20] a homonym whose other traits change stays the homonym', async () => {
      const { candidates } = await search(paul);
      const homonym = String(candidates[1]?.recordId);
      expect(await record({ ...paul, birthPlace: rodez, usedGivenName: 'Paulo' }, homonym)).toBe(homonym);
    });

    it('[F-20] two people create it at the same moment: one record, and the loser sees it', async () => {
      for (let round = 0; round < 20; round++) {
        const twice = { ...paul, firstBirthGivenName: `Paul ${'I'.repeat(round + 1)}` };
        const results = await Promise.all([record(twice), record(twice)]);
        expect(results.filter((result) => result === 'identity-already-present')).toHaveLength(1);
        expect((await search(twice)).candidates.map((candidate) => candidate.recordId)).toContain(
          results.find((result) => result !== 'identity-already-present'),
        );
      }
    });

    it('[F-41] two deliberate homonyms at the same moment both get their record', async () => {
      const jean = { ...paul, firstBirthGivenName: 'Jean' };
      const created = await Promise.all(Array.from({ length: 4 }, () => record(jean, uuid7.next(), true)));
      expect(new Set(created).size).toBe(4);
      expect((await search(jean)).candidates.filter((candidate) => candidate.grade === 'certain')).toHaveLength(4);
    });
  });

  describe('odd and hostile names', () => {
    it.each(oddNames)('number %#: never an error; kept names are found again, the others find nobody', async (name) => {
      const odd = { ...cast.lea, birthFamilyName: name, birthDate: '1977-07-17' };
      const searched = await search(odd);
      expect(searched.candidates.filter((candidate) => candidate.grade === 'certain')).toEqual([]);
      if (!checkName(name).ok) return;
      const id = await record(odd);
      expect((await search(odd)).candidates[0]).toMatchObject({ recordId: id, grade: 'certain' });
      await test.database.transaction((tx) => unindexIdentity(tx, String(id)));
    });

    it('a Cyrillic А is not a Latin A', async () => {
      await record({ ...cast.lea, birthFamilyName: 'Аllаrd', birthDate: '1978-07-17' });
      const { candidates } = await search({ ...cast.lea, birthFamilyName: 'Allard', birthDate: '1978-07-17' });
      expect(candidates.filter((candidate) => candidate.grade === 'certain')).toEqual([]);
    });

    it.each(['1943-00-00', '2023-02-29', 'now', 'infinity', "1943-05-12'; drop table identity_search; --", ''])(
      'the birth date %j finds nobody, without an error',
      async (birthDate) => {
        expect(await search({ ...typedFor('thomas'), birthDate })).toEqual({ candidates: [], more: false });
      },
    );
  });
});
