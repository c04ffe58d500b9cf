import {
  composeMatricule,
  type DemoPerson,
  demoPeople,
  type PublishedTestIdentity,
  publishedTestIdentities,
  TEST_INS_OID,
} from '@spico/reference-data/synthetic';
import type { InsiPerson } from './directory.ts';

const LETTERS: Readonly<Record<string, string>> = { Œ: 'OE', Æ: 'AE', Ł: 'L', Ø: 'O', Đ: 'D', ẞ: 'SS' };

/** The civil status as the national directory writes it: capitals, no mark, no ligature. */
function inDirectory(name: string): string {
  return name
    .replace(/[’‘]/g, "'")
    .toUpperCase()
    .replace(/[ŒÆŁØĐẞ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function published(identity: PublishedTestIdentity): InsiPerson {
  const { sex, birthDate, birthPlaceCog: cog, matricule, key, oid, history } = identity;
  // Two published people have no number: they get one of the test authority, so that "found" can be shown to the end.
  const own = matricule && key && oid ? { matricule, key, oid } : undefined;
  const made = composeMatricule({ sex, birthDate, birthPlace: { cog: cog ?? '34172' } }, 1);
  const ins = own ?? { ...made, oid: TEST_INS_OID };
  return {
    birthFamilyName: inDirectory(identity.birthFamilyName),
    birthGivenNames: identity.birthGivenNames.map(inDirectory),
    sex,
    birthDate,
    ...(cog ? { cog } : {}),
    ins: { matricule: ins.matricule + ins.key, oid: ins.oid },
    history: history.map((former) => ({ matricule: former.matricule + former.key, oid: ins.oid })),
  };
}

/** "Several without the place of birth" needs a second person to be true: same traits, born elsewhere. */
function homonymOf(person: InsiPerson): InsiPerson {
  const cog = '2A004';
  const { sex, birthDate } = person;
  const { matricule, key } = composeMatricule({ sex, birthDate, birthPlace: { cog } }, 2);
  return { ...person, cog, ins: { matricule: matricule + key, oid: TEST_INS_OID }, history: [] };
}

function publishedPeople(): readonly InsiPerson[] {
  return publishedTestIdentities.flatMap((identity) => {
    // In document samples only: there as soon as its number and authority are complete and right.
    const answers = identity.answers ?? (identity.keyIsRight && identity.oid ? [{ code: '00' as const }] : []);
    if (!answers.some(({ code }) => code === '00')) return [];
    const person = published(identity);
    return answers.some(({ code }) => code === '02') ? [person, homonymOf(person)] : [person];
  });
}

function demonstration(person: DemoPerson): InsiPerson {
  const { kind, cog } = person.birthPlace;
  return {
    birthFamilyName: inDirectory(person.birthFamilyName),
    birthGivenNames: person.birthGivenNames.map(inDirectory),
    sex: person.sex,
    birthDate: person.birthDate,
    ...(kind === 'unknown' ? {} : { cog }),
    ins: { matricule: person.matricule + person.key, oid: person.oid },
    history: [],
  };
}

/** The published test identities, and the people of the demonstration under the test authority. */
export const demoDirectory: readonly InsiPerson[] = [...publishedPeople(), ...demoPeople.map(demonstration)];
