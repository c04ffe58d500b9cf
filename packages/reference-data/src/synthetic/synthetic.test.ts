import { PROFESSION_GROUPS, professionGroupOf } from '@spico/domain/rules/access/profession-group';
import { parsePlace } from '@spico/domain/values/identity/place';
import { checkKey } from '@spico/domain/values/ins/key';
import { isTestOid } from '@spico/domain/values/ins/oid';
import { describe, expect, it } from 'vitest';
import { communeByCode, countryByCode, existedOn, professionByCode } from '../index.ts';
import {
  demoPeople,
  demoProfessionals,
  demoStructures,
  generatePeople,
  publishedTestIdentities,
  type SyntheticPerson,
} from './index.ts';

const crowd: readonly SyntheticPerson[] = [...generatePeople({ seed: 2, count: 50_000 })];
const share = (test: (person: SyntheticPerson) => boolean): number => crowd.filter(test).length / crowd.length;

describe('an invented population', () => {
  it('is the same people for the same seed, and others for another', () => {
    const again = [...generatePeople({ seed: 2, count: 500 })];
    expect(again).toEqual([...generatePeople({ seed: 2, count: 500 })]);
    expect([...generatePeople({ seed: 3, count: 500 })]).not.toEqual(again);
    expect(again).toHaveLength(500);
  });

  it('refuses half a person', () => {
    expect(() => [...generatePeople({ seed: 1, count: 0.5 })]).toThrow(RangeError);
    expect([...generatePeople({ seed: 1, count: 0 })]).toEqual([]);
  });

  it('gives everyone a matricule of their own, with a right key, of the test authority', () => {
    expect(new Set(crowd.map((p) => p.matricule)).size).toBe(crowd.length);
    expect(crowd.filter((p) => p.matricule.length !== 13 || !checkKey(p.matricule, p.key))).toEqual([]);
    expect(crowd.filter((p) => !isTestOid(p.oid))).toEqual([]);
  });

  it('writes coherent numbers: sex, year, month and place of birth', () => {
    const spelled = (p: SyntheticPerson): string =>
      `${p.sex === 'M' ? 1 : 2}${p.birthDate.slice(2, 4)}${p.birthDate.slice(5, 7)}${p.birthPlace.cog}`;
    expect(crowd.filter((p) => !p.matricule.startsWith(spelled(p)))).toEqual([]);
  });

  it('follows the shares of a coordination tool', () => {
    expect(share((p) => p.birthDate < '1961')).toBeCloseTo(0.7, 1);
    expect(share((p) => p.birthPlace.kind === 'country')).toBeCloseTo(0.1, 2);
    expect(share((p) => p.birthPlace.kind === 'unknown')).toBeCloseTo(0.02, 2);
    expect(share((p) => p.birthDateUncertain === true)).toBeCloseTo(0.01, 2);
    expect(share((p) => p.birthOrder !== undefined)).toBeCloseTo(0.01, 2);
    const women = crowd.filter((p) => p.sex === 'F' && p.birthDate < '1985');
    expect(women.filter((p) => p.usedFamilyName).length / women.length).toBeCloseTo(0.35, 1);
  });

  it('repeats names as France does: Martin near one in three hundred, most names rare', () => {
    const counts = new Map<string, number>();
    for (const { birthFamilyName } of crowd) counts.set(birthFamilyName, (counts.get(birthFamilyName) ?? 0) + 1);
    const [top] = [...counts].toSorted((a, b) => b[1] - a[1]);
    expect(top?.[0]).toBe('Martin');
    expect((top?.[1] ?? 0) / crowd.length).toBeGreaterThan(0.0028);
    expect((top?.[1] ?? 0) / crowd.length).toBeLessThan(0.0042);
    expect(counts.size).toBeGreaterThan(crowd.length / 4);
  });

  it('has pairs whom the same search finds', () => {
    const search = (p: SyntheticPerson): string =>
      `${p.birthFamilyName}|${p.birthGivenNames[0]}|${p.sex}|${p.birthDate}`;
    const counts = new Map<string, number>();
    for (const person of crowd) counts.set(search(person), (counts.get(search(person)) ?? 0) + 1);
    const paired = share((person) => (counts.get(search(person)) ?? 0) > 1);
    expect(paired).toBeGreaterThan(0.015);
    expect(paired).toBeLessThan(0.03);
  });

  it('gives each birth a code of its own day', () => {
    const impossible = crowd.filter(({ birthPlace, birthDate }) => {
      if (birthPlace.kind !== 'commune') return false;
      const commune = communeByCode(birthPlace.cog, birthDate);
      return !commune || existedOn(commune, birthDate) === 'no';
    });
    expect(impossible).toEqual([]);
    expect(crowd.filter((p) => /^2[AB]/.test(p.birthPlace.cog) && p.birthDate < '1976')).toEqual([]);
    expect(crowd.some((p) => p.birthPlace.cog.startsWith('20'))).toBe(true);
  });

  it('makes people fast enough for a million', () => {
    const start = performance.now();
    let made = 0;
    for (const _ of generatePeople({ seed: 9, count: 40_000 })) made++;
    // The aim is 100,000 a second; a busy machine is given a quarter of that.
    expect((made / (performance.now() - start)) * 1000).toBeGreaterThan(25_000);
  });
});

describe('the demonstration', () => {
  it('has forty patients, each with places that exist and a right key', () => {
    expect(demoPeople).toHaveLength(40);
    expect(new Set(demoPeople.map((p) => p.id)).size).toBe(40);
    for (const person of demoPeople) {
      expect(checkKey(person.matricule, person.key), person.id).toBe(true);
      expect(isTestOid(person.oid), person.id).toBe(true);
      expect(parsePlace(person.birthPlace.cog), person.id).toEqual({ ok: true, value: person.birthPlace });
      expect(communeByCode(person.home.cog)?.name, person.id).toBe(person.home.town);
      if (person.birthPlace.kind === 'commune') {
        const commune = communeByCode(person.birthPlace.cog, person.birthDate);
        expect(commune && existedOn(commune, person.birthDate), person.id).not.toBe('no');
      }
      if (person.birthPlace.kind === 'country') expect(countryByCode(person.birthPlace.cog), person.id).toBeDefined();
    }
  });

  it('has one professional for each group of the matrix, with professions the lists still offer', () => {
    expect(demoProfessionals).toHaveLength(12);
    expect(demoStructures).toHaveLength(5);
    for (const { key, professions } of demoProfessionals) {
      for (const { system, code } of professions) expect(professionByCode(system, code)?.active, key).toBe(true);
    }
    const groups = demoProfessionals.map((p) =>
      professionGroupOf(p.professions[0]?.system ?? '', p.professions[0]?.code ?? ''),
    );
    expect(groups).toEqual([...PROFESSION_GROUPS]);
    expect(demoProfessionals.filter((p) => p.practices.length === 2).map((p) => p.key)).toEqual([
      'dr-martin',
      'nadia-haddad',
    ]);
  });

  it('gives RPPS, FINESS and SIRET numbers with a right key', () => {
    const numbers = [
      ...demoProfessionals.flatMap((p) => (p.rpps ? [p.rpps] : [])),
      ...demoStructures.flatMap((s) => (s.finess ? [s.finess, s.siret] : [s.siret])),
    ];
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter((number) => !luhn(number))).toEqual([]);
    expect(luhn('10001234567')).toBe(false);
  });
});

describe('published test identities', () => {
  it('are kept as published, wrong keys included', () => {
    const numbered = publishedTestIdentities.filter((p) => p.matricule);
    expect(numbered).toHaveLength(13);
    for (const { matricule, key, keyIsRight, birthFamilyName } of numbered) {
      expect(checkKey(matricule ?? '', key ?? ''), birthFamilyName).toBe(keyIsRight);
    }
    expect(numbered.filter((p) => !p.keyIsRight).map((p) => `${p.matricule}${p.key}`)).toEqual([
      '181036322045660',
      '221042545611404',
      '223042545611404',
      '224027511583555',
    ]);
  });

  it('say what the service answers', () => {
    const answerOf = (name: string, given: string) =>
      publishedTestIdentities.find((p) => p.birthFamilyName === name && p.birthGivenNames[0] === given)?.answers;
    expect(answerOf('ADRTROIS', 'TOUSSAINT')).toEqual([
      { code: '00', withPlace: true },
      { code: '02', withPlace: false },
    ]);
    expect(answerOf('HOUILLES', 'PIERRE')).toEqual([{ code: '01' }]);
  });
});

function luhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
