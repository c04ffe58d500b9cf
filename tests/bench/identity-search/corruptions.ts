import type { SearchableIdentity } from '@spico/reference-server/features/patient-search';
import type { Random } from './random.ts';

/**
 * One way in which what is typed differs from what the record holds. Answers `undefined` when the person offers no
 * occasion for it (no hyphen to forget, no used name to type).
 */
export type Corruption = (person: SearchableIdentity, random: Random) => SearchableIdentity | undefined;

/** The ways every search tool has to survive, one at a time (F-260). */
export const corruptions: Readonly<Record<string, Corruption>> = {
  'typing error': (person, random) => inOneName(person, random, (name) => mistype(name, random)),
  accents: (person, random) => inOneName(person, random, (name) => reaccent(name, random)),
  hyphens: (person, random) =>
    inOneName(person, random, (name) => replaceSome(name, /[ -]/u, random.pick([' ', '-', '']))),
  apostrophes: (person, random) =>
    inOneName(person, random, (name) => replaceSome(name, /['’]/u, random.pick(['’', ' ', '', "'"]))),
  'œ and æ': (person, random) => inOneName(person, random, switchLigature),
  'swapped names': (person) => ({
    ...person,
    birthFamilyName: person.firstBirthGivenName,
    firstBirthGivenName: person.birthFamilyName,
  }),
  'used name as birth name': (person) =>
    person.usedFamilyName === undefined ? undefined : { ...person, birthFamilyName: person.usedFamilyName },
  'another given name': (person, random) => {
    const others = person.birthGivenNames?.slice(1) ?? [];
    return others.length === 0 ? undefined : { ...person, firstBirthGivenName: random.pick(others) };
  },
  'day and month swapped': (person) => {
    const [year, month, day] = person.birthDate.split('-');
    return existingDate(person, `${year}-${day}-${month}`);
  },
  'wrong digit in the date': (person, random) => {
    const place = random.pick([0, 1, 2, 3, 5, 6, 8, 9]);
    return existingDate(
      person,
      person.birthDate.slice(0, place) + random.below(10) + person.birthDate.slice(place + 1),
    );
  },
  'sounds alike': (person, random) => inOneName(person, random, (name) => respell(name, random)),
};

/** Two of them at once: beyond what is promised, measured to know where the tolerance ends. */
export const doubles: readonly (readonly [string, string])[] = [
  ['typing error', 'wrong digit in the date'],
  ['typing error', 'another given name'],
  ['sounds alike', 'day and month swapped'],
  ['used name as birth name', 'wrong digit in the date'],
  ['used name as birth name', 'typing error'],
  ['swapped names', 'accents'],
];

function inOneName(person: SearchableIdentity, random: Random, change: (name: string) => string | undefined) {
  const fields = ['birthFamilyName', 'firstBirthGivenName'] as const;
  const first = random.pick(fields);
  for (const field of [first, ...fields.filter((other) => other !== first)]) {
    const changed = change(person[field]);
    if (changed !== undefined && changed.trim() !== '' && changed !== person[field])
      return { ...person, [field]: changed };
  }
  return undefined;
}

function existingDate(person: SearchableIdentity, birthDate: string): SearchableIdentity | undefined {
  const day = new Date(`${birthDate}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(birthDate);
  if (!exists || birthDate === person.birthDate || birthDate < '1850-01-01' || day > new Date()) return undefined;
  return { ...person, birthDate };
}

/** The rows of a French keyboard: the wrong key is most often a neighbour. */
const KEY_ROWS = ['AZERTYUIOP', 'QSDFGHJKLM', 'WXCVBN'];

function mistype(name: string, random: Random): string | undefined {
  const letters = [...name];
  const places = letters.flatMap((letter, place) => (/\p{L}/u.test(letter) ? [place] : []));
  if (places.length < 3) return undefined;
  const place = random.pick(places);
  const letter = letters[place] ?? '';
  switch (random.below(4)) {
    case 0:
      letters.splice(place, 1);
      break;
    case 1:
      letters.splice(place, 0, neighbourKey(letter, random));
      break;
    case 2:
      letters.splice(place, 1, neighbourKey(letter, random));
      break;
    default:
      letters.splice(place, 2, letters[place + 1] ?? '', letter);
  }
  return letters.join('');
}

function neighbourKey(letter: string, random: Random): string {
  const key = letter.normalize('NFD').charAt(0).toUpperCase();
  const row = KEY_ROWS.find((keys) => keys.includes(key)) ?? KEY_ROWS[0] ?? '';
  const at = row.indexOf(key);
  const neighbour = random.pick([row[at - 1], row[at + 1]].filter((found) => found !== undefined));
  return letter === letter.toLowerCase() ? neighbour.toLowerCase() : neighbour;
}

const ACCENTED: Readonly<Record<string, string>> = { E: 'ÉÈÊË', A: 'ÀÂ', I: 'ÎÏ', O: 'Ô', U: 'ÙÛÜ', C: 'Ç' };

/** Takes the accents away, or, when there is none, puts one where someone may believe it to be. */
function reaccent(name: string, random: Random): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  if (plain !== name) return random.below(3) === 0 ? name.normalize('NFD') : plain;
  const places = [...name].flatMap((letter, place) => (ACCENTED[letter.toUpperCase()] ? [place] : []));
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const letter = name.charAt(place);
  const accented = random.pick([...(ACCENTED[letter.toUpperCase()] ?? letter)]);
  return (
    name.slice(0, place) + (letter === letter.toLowerCase() ? accented.toLowerCase() : accented) + name.slice(place + 1)
  );
}

function replaceSome(name: string, what: RegExp, by: string): string | undefined {
  return what.test(name) ? name.replace(what, by) : undefined;
}

const LIGATURES = [
  ['OE', 'Œ'],
  ['oe', 'œ'],
  ['AE', 'Æ'],
  ['ae', 'æ'],
] as const;

function switchLigature(name: string): string | undefined {
  for (const [two, one] of LIGATURES) {
    if (name.includes(one)) return name.replace(one, two);
    if (name.includes(two)) return name.replace(two, one);
  }
  return undefined;
}

/**
 * Spellings that a French ear does not tell apart, as a person at a desk writes a name heard on the telephone.
 * Written from common knowledge, on purpose not from the phonetic key of the search: it must not mark its own work.
 */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/PH/u, 'F'],
  [/F(?!F)/u, 'PH'],
  [/EAU/u, 'AU'],
  [/EAU/u, 'O'],
  [/AU(?!X)/u, 'O'],
  [/AULT$/u, 'AUD'],
  [/OT$/u, 'EAU'],
  [/QU/u, 'K'],
  [/C(?=[AOUR])/u, 'K'],
  [/K(?=[AOURL])/u, 'C'],
  [/TH/u, 'T'],
  [/T(?=[AEIOU])/u, 'TH'],
  [/Y/u, 'I'],
  [/I(?=[NE]?$)/u, 'Y'],
  [/([LMNRTP])\1/u, '$1'],
  [/(?<=[AEIO])([LNRT])(?=[AEIO])/u, '$1$1'],
  [/(?<=[AEIOU])S(?=[AEIOU])/u, 'Z'],
  [/SS(?=[EI])/u, 'C'],
  [/(?<=.{3})[TDSX]$/u, ''],
  [/(?<=.[AO]N|.AR)$/u, 'D'],
  [/D$/u, 'T'],
  [/T$/u, 'D'],
  [/AIN$/u, 'IN'],
  [/IN$/u, 'AIN'],
  [/AN(?=[DTCG])/u, 'EN'],
  [/EN(?=[DTCG])/u, 'AN'],
  [/AI(?!N|L)/u, 'E'],
  [/ER$/u, 'EZ'],
  [/IER$/u, 'IE'],
  [/GE(?=[OA])/u, 'J'],
  [/J(?=[OA])/u, 'GE'],
  [/EL$/u, 'ELLE'],
  [/ELLE$/u, 'EL'],
  [/^H/u, ''],
  [/^(?=[AEIO])/u, 'H'],
  [/W/u, 'V'],
];

function respell(name: string, random: Random): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (plain.length < 4) return undefined;
  const possible = SAME_SOUND.map(([from, to]) => plain.replace(from, to)).filter((respelt) => respelt !== plain);
  return possible.length === 0 ? undefined : random.pick(possible);
}
