import { drawBirthPlace, type SyntheticBirthPlace } from './birth-places.ts';
import { drawGivenName } from './given-names.ts';
import { composeMatricule, TEST_INS_OID } from './matricule.ts';
import { randomFrom } from './random.ts';
import { drawSurname } from './surnames.ts';

/** An invented person with the traits of a health identity. Nobody real; the matricule belongs to the test authority. */
export interface SyntheticPerson {
  readonly birthFamilyName: string;
  readonly birthGivenNames: readonly string[];
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  readonly sex: 'F' | 'M';
  /** YYYY-MM-DD; a fictive day or month stands in when `birthDateUncertain` is true. */
  readonly birthDate: string;
  readonly birthDateUncertain?: boolean;
  readonly birthPlace: SyntheticBirthPlace;
  /** Rank among twins, from 1. */
  readonly birthOrder?: number;
  /** 13 characters, the key apart. */
  readonly matricule: string;
  /** 2 digits. */
  readonly key: string;
  readonly oid: typeof TEST_INS_OID;
}

/** Ages are counted at this fixed year, so that a seed gives the same people whenever it runs. */
const PRESENT_YEAR = 2026;
/** Share of each band of ages among coordinated people: 70 % are over 65. */
const AGE_BANDS: readonly (readonly [share: number, from: number, to: number])[] = [
  [0.04, 0, 17],
  [0.08, 18, 39],
  [0.18, 40, 65],
  [0.2, 66, 74],
  [0.26, 75, 84],
  [0.2, 85, 94],
  [0.04, 95, 104],
];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Invents `count` French people from a seed: the same seed gives the same people, in the same order.
 *
 * Ages of a coordination tool (70 % over 65), given names of their generation, family names with a long tail (8 % hyphenated
 * or with a particle), places of birth by population (Occitanie more often), 10 % abroad, 2 % unknown, codes as they were on
 * the day; 35 % of women over 40 use another name; 1 % uncertain dates; 2 % in homonym pairs; 1 % twins.
 *
 * @throws RangeError when `count` is not a whole number from 0.
 */
export function* generatePeople({ seed, count }: { seed: number; count: number }): Generator<SyntheticPerson> {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('count must be a whole number from 0');
  const random = randomFrom(seed);
  const number = numberer(random);
  for (let made = 0; made < count; made++) {
    const person = number(draw(random));
    const u = random();
    // A pair is two people: half the share starts one.
    const second = u < 0.01 ? homonymOf(person, random) : u < 0.015 ? twinOf(person, random) : undefined;
    if (!second || made + 1 >= count) {
      yield person;
      continue;
    }
    yield u < 0.01 ? person : { ...person, birthOrder: 1 };
    yield number(second);
    made++;
  }
}

type Unnumbered = Omit<SyntheticPerson, 'matricule' | 'key' | 'oid'>;

function draw(random: () => number): Unnumbered {
  const age = drawAge(random);
  const sex = random() < 0.5 + (age > 65 ? (age - 65) * 0.007 : 0) ? 'F' : 'M';
  const year = PRESENT_YEAR - 1 - age;
  const { birthDate, uncertain } = drawDate(year, random);
  const birthGivenNames = drawGivenNames(sex, year, random);
  const usedFamilyName = sex === 'F' && age > 40 && random() < 0.35 ? drawFamilyName(random) : undefined;
  const usedGivenName = random() < 0.03 ? (birthGivenNames[1] ?? birthGivenNames[0]?.split('-')[0]) : undefined;
  return {
    birthFamilyName: drawFamilyName(random),
    birthGivenNames,
    ...(usedFamilyName ? { usedFamilyName } : {}),
    ...(usedGivenName ? { usedGivenName } : {}),
    sex,
    birthDate,
    ...(uncertain ? { birthDateUncertain: true } : {}),
    birthPlace: drawBirthPlace(birthDate, random),
  };
}

function drawAge(random: () => number): number {
  let u = random();
  for (const [share, from, to] of AGE_BANDS) {
    if (u < share) return from + Math.floor(random() * (to - from + 1));
    u -= share;
  }
  return 80;
}

function drawDate(year: number, random: () => number): { birthDate: string; uncertain: boolean } {
  const u = random();
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * (DAYS[month - 1] as number));
  if (u < 0.005) return { birthDate: `${year}-12-31`, uncertain: true };
  if (u < 0.01) return { birthDate: `${year}-${two(month)}-01`, uncertain: true };
  return { birthDate: `${year}-${two(month)}-${two(day)}`, uncertain: false };
}

function drawGivenNames(sex: 'F' | 'M', year: number, random: () => number): string[] {
  const names = [drawGivenName(sex, year, random())];
  const u = random();
  const wanted = u < 0.25 ? 1 : u < 0.6 ? 2 : u < 0.97 ? 3 : 4;
  // The further names are those of godparents and grandparents: a generation or two earlier.
  for (let i = 1; i < wanted; i++) {
    const name = drawGivenName(sex, year - 28 * i, random());
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

function drawFamilyName(random: () => number): string {
  const name = drawSurname(random(), random());
  const u = random();
  if (u >= 0.08) return name;
  if (u < 0.05) return `${name}-${drawSurname(random(), random())}`;
  if (/^(?:Le |La |Des|Du|D')/.test(name)) return name;
  if (/^[AEÉIOUYHÎÔ]/.test(name)) return `D'${name}`;
  return u < 0.065 ? `De ${name}` : u < 0.073 ? `Le ${name}` : `De La ${name}`;
}

/** Another person who answers to the same search: same names, sex and date, another place. */
function homonymOf(person: Unnumbered, random: () => number): Unnumbered {
  const { birthFamilyName, birthGivenNames, sex, birthDate, birthDateUncertain } = person;
  return {
    birthFamilyName,
    birthGivenNames: birthGivenNames.slice(0, 1),
    sex,
    birthDate,
    ...(birthDateUncertain ? { birthDateUncertain } : {}),
    birthPlace: drawBirthPlace(birthDate, random),
  };
}

function twinOf(person: Unnumbered, random: () => number): Unnumbered {
  const { usedFamilyName: _own, usedGivenName: _too, ...shared } = person;
  const sex = random() < 0.35 ? (person.sex === 'F' ? 'M' : 'F') : person.sex;
  const year = Number(person.birthDate.slice(0, 4));
  let birthGivenNames = drawGivenNames(sex, year, random);
  while (birthGivenNames[0] === person.birthGivenNames[0]) birthGivenNames = drawGivenNames(sex, year, random);
  return { ...shared, sex, birthGivenNames, birthOrder: 2 };
}

/** Gives each person a matricule of their own: the registrar's order number goes up when it is taken. */
function numberer(random: () => number): (person: Unnumbered) => SyntheticPerson {
  const taken = new Set<string>();
  return (person) => {
    let order = 1 + Math.floor(random() * 999);
    let ins = composeMatricule(person, order);
    for (let tried = 0; taken.has(ins.matricule) && tried < 999; tried++) {
      order = (order % 999) + 1;
      ins = composeMatricule(person, order);
    }
    taken.add(ins.matricule);
    return { ...person, ...ins, oid: TEST_INS_OID };
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
