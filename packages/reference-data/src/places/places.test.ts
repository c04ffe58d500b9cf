import { describe, expect, it } from 'vitest';
import { allCommunes, communeByCode, existedOn, labelOfPlace, searchBirthPlaces } from '../index.ts';

const labels = (query: Parameters<typeof searchBirthPlaces>[0]): string[] =>
  searchBirthPlaces(query).map((p) => p.label);

describe('searching a place of birth', () => {
  it.each([
    ['albi', 'Albi (81)'],
    ['ALBI', 'Albi (81)'],
    ['81004', 'Albi (81)'],
    ['albi 81', 'Albi (81)'],
    ['Albi (81)', 'Albi (81)'],
    ['l isle d abeau', "L'Isle-d'Abeau (38)"],
    ['L’ISLE–D’ABEAU', "L'Isle-d'Abeau (38)"],
    ['st pons de thomieres', 'Saint-Pons-de-Thomières (34)'],
    ['ste foy la grande', 'Sainte-Foy-la-Grande (33)'],
    ['nimes', 'Nîmes (30)'],
    ['havre', 'Le Havre (76)'],
    ['paris 15', 'Paris 15e Arrondissement (75)'],
    ['75056', 'Paris (75)'],
    ['espagne', 'Espagne'],
    ['99134', 'Espagne'],
  ])('[F-22] %s finds %s first', (text, label) => {
    expect(labels({ text })[0]).toBe(label);
  });

  it('[F-22] puts what begins so before what merely holds it, and the larger town first', () => {
    const found = labels({ text: 'castel', limit: 50 });
    expect(found.indexOf('Castelsarrasin (82)')).toBeLessThan(found.indexOf('Castelnaudary (11)'));
    const montauban = labels({ text: 'auban', limit: 50 });
    expect(montauban.indexOf('Aubanges (57)')).toBe(-1);
    expect(montauban).toContain('Montauban (82)');
  });

  it('[F-22] offers the towns of a department by its number, the largest first', () => {
    expect(labels({ text: '81', limit: 2 })).toEqual(['Albi (81)', 'Castres (81)']);
  });

  it('[F-22] offers François, born in Ajaccio in 1958, the code of his day first', () => {
    const [first, second] = searchBirthPlaces({ text: 'ajaccio', on: '1958-10-12', kind: 'commune' });
    expect(first).toMatchObject({ cog: '20004', note: 'former', successorLabel: 'Ajaccio (2A)' });
    expect(second?.cog).toBe('2A004');
    expect(searchBirthPlaces({ text: 'ajaccio', on: '1984-07-03' })[0]?.cog).toBe('2A004');
  });

  it('[F-22] finds a merged commune under the name it had, and says what it became', () => {
    expect(searchBirthPlaces({ text: 'saint-bois', on: '1950-01-01' })[0]).toEqual({
      kind: 'commune',
      cog: '01340',
      label: 'Saint-Bois (01)',
      note: 'former',
      successorLabel: 'Arboys en Bugey',
    });
  });

  it('[F-22] keeps a place that did not exist that day, after those that did', () => {
    const found = searchBirthPlaces({ text: 'chemille en anjou', on: '1950-01-01' });
    expect(found.map((p) => p.cog)).toEqual(['49092']);
  });

  it('offers each code once', () => {
    const codes = searchBirthPlaces({ text: 'chemille', limit: 50 }).map((p) => p.cog);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('[F-22] offers Czechoslovakia to those born there, and never France as a foreign country', () => {
    expect(searchBirthPlaces({ text: 'tchecoslovaquie' })[0]).toMatchObject({ cog: '99115', note: 'ended-country' });
    expect(labels({ text: 'france', kind: 'country' })).toEqual([]);
    expect(labels({ text: '99100' })).toEqual([]);
  });

  it('answers nothing to nothing', () => {
    expect(searchBirthPlaces({ text: ' - ' })).toEqual([]);
    expect(searchBirthPlaces({ text: 'albi', limit: 0 })).toEqual([]);
    expect(labels({ text: 'albi', kind: 'country' })).toEqual([]);
  });

  it('answers while someone types', () => {
    searchBirthPlaces({ text: 'warm' });
    // The fastest of several runs: the machine may be busy, the code may not be slow. 5 ms is the aim, the rest is room for CI.
    for (const text of ['a', 's', 'sa', 'saint', 'ville', 'ain', 'st martin', '81']) {
      const times = Array.from({ length: 12 }, () => {
        const start = performance.now();
        searchBirthPlaces({ text, on: '1950-01-01' });
        return performance.now() - start;
      });
      expect(Math.min(...times), text).toBeLessThan(15);
    }
  });
});

describe('naming a place of birth', () => {
  it.each([
    [{ kind: 'commune', cog: '81004' }, undefined, 'Albi (81)'],
    [{ kind: 'commune', cog: '75115' }, undefined, 'Paris 15e Arrondissement (75)'],
    [{ kind: 'commune', cog: '97209' }, undefined, 'Fort-de-France (972)'],
    [{ kind: 'commune', cog: '78228' }, '1967-01-01', 'Évry (78), aujourd’hui Évry-Courcouronnes (91)'],
    [{ kind: 'commune', cog: '01015' }, '1950-01-01', 'Arbignieu (01), aujourd’hui Arboys en Bugey'],
    [{ kind: 'commune', cog: '01015' }, '2020-01-01', 'Arboys en Bugey (01)'],
    [{ kind: 'country', cog: '99134' }, undefined, 'Espagne'],
    [{ kind: 'country', cog: '99000' }, undefined, 'France'],
    [{ kind: 'unknown', cog: '99999' }, undefined, 'Inconnu'],
  ] as const)('[F-22] %o on %s is %s', (place, on, label) => {
    expect(labelOfPlace(place, on ? { on } : {})).toEqual({ label });
  });

  it('[F-23] says in English too that a place is unknown', () => {
    expect(labelOfPlace({ kind: 'unknown', cog: '99999' }, { language: 'en' })).toEqual({ label: 'Unknown' });
  });

  it('[F-22] keeps the code of a published test identity that no list holds, with a warning', () => {
    expect(labelOfPlace({ kind: 'commune', cog: '2A020' })).toEqual({ label: '2A020', warning: 'unknown-code' });
    expect(labelOfPlace({ kind: 'country', cog: '99998' })).toEqual({ label: '99998', warning: 'unknown-code' });
  });
});

describe('periods', () => {
  it('holds no birth against a date that nobody knows', () => {
    const undated = allCommunes().filter((c) => c.validFrom === null && c.validTo === null);
    expect(undated.length).toBeGreaterThan(30_000);
    expect(undated.some((c) => existedOn(c, '1901-01-01') === 'no')).toBe(false);
  });

  it('knows the day Corsica was divided', () => {
    expect(communeByCode('20004', '1975-12-31')).toMatchObject({ code: '20004', validTo: '1976-01-01' });
    expect(existedOn(communeByCode('2A004') as never, '1975-12-31')).toBe('no');
    expect(existedOn(communeByCode('2A004') as never, '1976-01-01')).toBe('yes');
  });

  it('leads every former code to a commune of today', () => {
    const lost = allCommunes().filter(
      (c) => c.kind === 'former' && communeByCode(c.todayCode ?? '')?.kind !== 'current',
    );
    expect(lost).toEqual([]);
  });
});
