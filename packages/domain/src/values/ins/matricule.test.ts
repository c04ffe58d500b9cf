import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentityTraits } from '../identity/traits.ts';
import { checkKey, computeKey } from './key.ts';
import { formatMatricule, type MatriculeParts, matriculeContradictions, parseMatricule } from './matricule.ts';
import { insAuthority, isTestOid } from './oid.ts';

function read(text: string): MatriculeParts {
  const parsed = parseMatricule(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure}`);
  return parsed.value;
}

type Person = Pick<IdentityTraits, 'sex' | 'birthDate' | 'birthPlace'>;
function person(sex: 'F' | 'M' | 'I', birthDate: string, cog: string): Person {
  return { sex, birthDate, birthPlace: { kind: cog === '99999' ? 'unknown' : 'commune', cog } };
}

/** Identities published for tests: number, person, and the key the number should have. */
const PUBLISHED = [
  ['Zoé ADRUN', '275126322074974', person('F', '1975-12-31', '63220'), '74'],
  ['Pierre-Alain ECETINSI', '109076322083489', person('M', '2009-07-14', '63220'), '89'],
  ['Pierre-Alain ECETINSI, before', '209076322083439', person('F', '2009-07-14', '63220'), '39'],
  ['Pierre-Alain ECETINSI, long before', '209066322012355', person('F', '2009-06-14', '63220'), '55'],
  ['Michelangelo NESSI', '110086322083060', person('M', '2010-08-07', '63220'), '60'],
  ['Catarina TCHITCHI', '236066322083656', person('F', '1936-06-21', '63220'), '56'],
  ['Anthony CORSE', '180032B02040123', person('M', '1980-03-02', '2B020'), '23'],
  ['Dominique ADRTROIS', '297022A02077878', person('F', '1997-02-26', '2A020'), '78'],
  ['Gatien HERMANN', '181036322045660', person('M', '1981-03-24', '63220'), '76'],
  ['Gatien HERMANN, before', '281036322045610', person('F', '1981-03-24', '63220'), '26'],
  ['Dominique PAT-TROIS', '279035121518989', person('F', '1979-03-28', '51215'), '89'],
  ['Ruth NESSI', '277076322082910', person('F', '1977-07-14', '63220'), '10'],
  ['Ruth DECOURCY', '221042545611404', person('F', '2021-04-25', '25456'), '83'],
  ['Léa DECOURCY', '223042545611404', person('F', '2023-04-25', '25456'), '82'],
  ['Léa Marie DECOURCY', '224027511583555', person('F', '2024-02-28', '75115'), '12'],
  ['second vaccination sample', '276059205062865', person('F', '1976-05-10', '92050'), '83'],
] as const;

describe('[F-22] the control key', () => {
  it.each(PUBLISHED)('of %s (%s)', (_, number, __, key) => {
    expect(computeKey(number.slice(0, 13))).toBe(key);
    expect(checkKey(number.slice(0, 13), number.slice(13))).toBe(number.endsWith(key));
  });

  it('of the fr-core example is 12, not 44', () => {
    expect(computeKey('1234567890122')).toBe('12');
  });

  it('is always two digits from 01 to 97, Corsica included', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
    const department = fc.oneof(digits(2), fc.constantFrom('2A', '2B'));
    fc.assert(
      fc.property(digits(5), department, digits(6), (start, place, end) => {
        const key = computeKey(`${start}${place}${end}`);
        expect(key).toMatch(/^\d\d$/);
        expect(Number(key)).toBeGreaterThanOrEqual(1);
        expect(Number(key)).toBeLessThanOrEqual(97);
        // The second published rule: the letter is a zero, and a million or two are taken off.
        const off = place === '2A' ? 1_000_000 : place === '2B' ? 2_000_000 : 0;
        const n = BigInt(`${start}${place.replace(/[AB]/, '0')}${end}`) - BigInt(off);
        fc.pre(n >= 0n);
        expect(Number(key)).toBe(97 - Number(n % 97n));
      }),
    );
  });

  it('finds any one wrong digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PUBLISHED), fc.nat(12), fc.integer({ min: 1, max: 9 }), ([, number], at, by) => {
        const body = number.slice(0, 13);
        fc.pre(/\d/.test(body[at] ?? ''));
        const wrong = `${body.slice(0, at)}${(Number(body[at]) + by) % 10}${body.slice(at + 1)}`;
        fc.pre(/^\d{5}(\d\d|2[AB])\d{6}$/.test(wrong));
        expect(checkKey(wrong, computeKey(body))).toBe(false);
      }),
    );
  });
});

describe('[F-261] reading a matricule', () => {
  it.each([
    ['70 as stored', '275126322074974'],
    ['75 as printed', '2 75 12 63 220 749 74'],
    ['with no-break spaces', '2\u00A075\u202F12 63 220 749\u00A074'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      matricule: '2751263220749',
      key: '74',
      provisional: false,
      sexDigit: '2',
      year: '75',
      month: '12',
      place: '63220',
      order: '749',
    });
  });

  it('72 takes Corsica in small letters and gives capitals back', () => {
    expect(read('1 80 03 2b 020 401 23').matricule).toBe('180032B020401');
  });

  it('79 takes 13 characters without a key', () => {
    expect(read('2751263220749').key).toBeUndefined();
  });

  it('73, 74 takes incomplete months and provisional numbers by the rule', () => {
    for (const month of ['20', '42', '50', '99']) expect(parseMatricule(`275${month}63220749`).ok).toBe(true);
    for (const digit of ['3', '4', '7', '8']) expect(read(`${digit}751263220749`).provisional).toBe(true);
  });

  it.each([
    ['nothing', '  ', 'empty'],
    ['76 Arabic-Indic digits', '٢٧٥١٢٦٣٢٢٠٧٤٩٧٤', 'bad-character'],
    ['77 a float', '1e14', 'bad-character'],
    ['punctuation', '2.75.12.63.220.749.74', 'bad-character'],
    ['14 characters', '27512632207497', 'bad-length'],
    ['a letter in the order', '275126322074A74', 'bad-character'],
    ['a letter misplaced in the place', '2751262A20749', 'bad-place'],
    ['sex 0', '075126322074974', 'bad-sex'],
    ['sex 5', '575126322074974', 'bad-sex'],
    ['month 00', '275006322074974', 'bad-month'],
    ['month 13', '275136322074974', 'bad-month'],
    ['month 43', '275436322074974', 'bad-month'],
    ['key 00', '275126322074900', 'bad-key'],
    ['key 98', '275126322074998', 'bad-key'],
  ])('refuses %s', (_, text, failure) => {
    expect(parseMatricule(text)).toEqual({ ok: false, failure });
  });

  it('71 takes a wrong key: it warns, it does not block', () => {
    expect(parseMatricule('181036322045660').ok).toBe(true);
  });

  it.each(PUBLISHED)('writes and reads %s back', (_, number) => {
    const written = formatMatricule(number);
    expect(written).toMatch(/^\d \d\d \d\d (\d\d|2[AB]) \d{3} \d{3} \d\d$/);
    expect(read(written)).toEqual(read(number));
  });

  it('leaves a text that is no matricule as it is', () => {
    expect(formatMatricule('unknown')).toBe('unknown');
  });
});

describe('[F-261] a number against the traits', () => {
  it.each(PUBLISHED)('%s is coherent but for a wrong key', (_, number, traits, key) => {
    const expected = number.endsWith(key) ? [] : [{ kind: 'key', inNumber: number.slice(13), inTraits: key }];
    expect(matriculeContradictions(read(number), traits)).toEqual(expected);
  });

  it.each([
    ['Ruth NESSI, born in Paris by her sample', '277076322082910', person('F', '1977-07-14', '75115'), ['birth-place']],
    ['Marie NESSI, born in Dompremy by hers', '277076322082910', person('F', '1977-07-14', '51215'), ['birth-place']],
    ['Ruth DECOURCY', '221042545611404', person('F', '2021-04-25', '75056'), ['birth-place', 'key']],
    ['Dominique PAT-TROIS in the PAM message', '279035121518989', person('F', '1979-03-28', '63220'), ['birth-place']],
    [
      'Zoé taken for a man of another time',
      '275126322074974',
      person('M', '1976-11-30', '63220'),
      ['sex', 'birth-year', 'birth-month'],
    ],
    ['an unknown place', '275126322074974', person('F', '1975-12-31', '99999'), []],
    ['an indeterminate sex', '275126322074974', person('I', '1975-12-31', '63220'), []],
    ['an incomplete month', '2753063220749', person('F', '1975-12-31', '63220'), []],
    ['Corsica before 1976', '180032B02040123', person('M', '1980-03-02', '20020'), []],
  ])('%s', (_, number, traits, kinds) => {
    expect(matriculeContradictions(read(number), traits).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('OIDs', () => {
  it.each([
    ['1.2.250.1.213.1.4.8', 'production', false],
    ['1.2.250.1.213.1.4.9', 'production', false],
    ['1.2.250.1.213.1.4.10', 'test', true],
    ['1.2.250.1.213.1.4.11', 'demo', true],
    ['1.2.250.1.213.1.4.2', 'production', false],
    ['1.2.250.1.213.1.4.13', undefined, false],
  ])('%s is %s', (oid, environment, test) => {
    expect(insAuthority(oid)?.environment).toBe(environment);
    expect(isTestOid(oid)).toBe(test);
  });
});
