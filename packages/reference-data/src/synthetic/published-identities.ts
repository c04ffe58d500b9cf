/**
 * Identities published for tests of the national identity service, as their publishers give them:
 * the CNDA set for INSi, and people of the official ANS document samples. Wrong keys and incoherent places are kept:
 * they are what a real editor meets.
 */
export interface PublishedTestIdentity {
  readonly origin: 'cnda' | 'ans-cda-samples';
  readonly birthFamilyName: string;
  readonly birthGivenNames: readonly string[];
  readonly usedFamilyName?: string;
  readonly sex: 'F' | 'M';
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** COG of the place of birth; absent when the publisher gives none. */
  readonly birthPlaceCog?: string;
  /** 13 characters and 2 digits, as published; absent when the publisher gives none. */
  readonly matricule?: string;
  readonly key?: string;
  /** Whether the published key is the one the rule gives. Absent without matricule. */
  readonly keyIsRight?: boolean;
  /** As published: the CNDA set carries the real authority, which only the sandbox may answer. */
  readonly oid?: string;
  /** Earlier matricules of the same person. */
  readonly history: readonly { readonly matricule: string; readonly key: string }[];
  /** What INSi is published to answer; absent for people who are only in document samples. */
  readonly answers?: readonly ExpectedAnswer[];
}

/** 00 found, 01 nobody, 02 several people. The first answer whose conditions hold counts. */
export interface ExpectedAnswer {
  readonly code: '00' | '01' | '02';
  /** Only when asked with this given name. */
  readonly givenName?: string;
  /** Only when asked with, or without, a place of birth. */
  readonly withPlace?: boolean;
}

const REAL = '1.2.250.1.213.1.4.8';
const TEST = '1.2.250.1.213.1.4.10';
const FOUND: readonly ExpectedAnswer[] = [{ code: '00' }];

export const publishedTestIdentities: readonly PublishedTestIdentity[] = [
  {
    origin: 'cnda',
    birthFamilyName: 'ADRUN',
    birthGivenNames: ['ZOE'],
    sex: 'F',
    birthDate: '1975-12-31',
    birthPlaceCog: '63220',
    ...ins('275126322074974', REAL),
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'ECETINSI',
    birthGivenNames: ['PIERRE-ALAIN', 'MURIEL', 'FLORIANT'],
    sex: 'M',
    birthDate: '2009-07-14',
    birthPlaceCog: '63220',
    ...ins('109076322083489', REAL, ['209076322083439', '209066322012355']),
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'NESSI',
    birthGivenNames: ['MICHELANGELO', 'ANTHONY'],
    sex: 'M',
    birthDate: '2010-08-07',
    birthPlaceCog: '63220',
    ...ins('110086322083060', REAL),
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'TCHITCHI',
    birthGivenNames: ['CATARINA', 'BELLA'],
    sex: 'F',
    birthDate: '1936-06-21',
    birthPlaceCog: '63220',
    ...ins('236066322083656', REAL),
    answers: [
      { code: '01', givenName: 'OLA' },
      { code: '00', givenName: 'CATARINA' },
    ],
  },
  {
    origin: 'cnda',
    birthFamilyName: 'CORSE',
    birthGivenNames: ['ANTHONY'],
    sex: 'M',
    birthDate: '1980-03-02',
    birthPlaceCog: '2B020',
    ...ins('180032B02040123', REAL),
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'ADRTROIS',
    birthGivenNames: ['DOMINIQUE'],
    sex: 'F',
    birthDate: '1997-02-26',
    birthPlaceCog: '2A020',
    ...ins('297022A02077878', REAL),
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'ADRTROIS',
    birthGivenNames: ['TOUSSAINT'],
    sex: 'M',
    birthDate: '1960-01-01',
    birthPlaceCog: '2B020',
    history: [],
    answers: [
      { code: '00', withPlace: true },
      { code: '02', withPlace: false },
    ],
  },
  {
    origin: 'cnda',
    birthFamilyName: "D'ARTAGNAN DE L'HERAULT",
    birthGivenNames: ['PIERRE-ALAIN'],
    sex: 'M',
    birthDate: '2001-06-17',
    history: [],
    answers: FOUND,
  },
  {
    origin: 'cnda',
    birthFamilyName: 'HOUILLES',
    birthGivenNames: ['PIERRE', 'PAUL', 'JACQUES'],
    sex: 'M',
    birthDate: '1993-01-27',
    history: [],
    answers: [{ code: '01' }],
  },
  {
    origin: 'cnda',
    birthFamilyName: 'HERMANN',
    birthGivenNames: ['GATIEN'],
    sex: 'M',
    birthDate: '1981-03-24',
    ...ins('181036322045660', REAL, ['281036322045610'], 'wrong key'),
    answers: FOUND,
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'PAT-TROIS',
    birthGivenNames: ['DOMINIQUE', 'MARIE-LOUISE'],
    sex: 'F',
    birthDate: '1979-03-28',
    birthPlaceCog: '51215',
    ...ins('279035121518989', TEST),
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'NESSI',
    birthGivenNames: ['Ruth', 'Isabelle'],
    usedFamilyName: 'DECOURCY',
    sex: 'F',
    birthDate: '1977-07-14',
    birthPlaceCog: '75115',
    ...ins('277076322082910', TEST),
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'NESSI',
    birthGivenNames: ['Marie', 'Jeanne', 'Michelle'],
    sex: 'F',
    birthDate: '1977-07-14',
    birthPlaceCog: '51215',
    ...ins('277076322082910', REAL),
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'DECOURCY',
    birthGivenNames: ['Ruth', 'Isabelle'],
    sex: 'F',
    birthDate: '2021-04-25',
    birthPlaceCog: '75056',
    ...ins('221042545611404', undefined, [], 'wrong key'),
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'DECOURCY',
    birthGivenNames: ['Léa', 'Jeanne', 'Michelle'],
    sex: 'F',
    birthDate: '2023-04-25',
    birthPlaceCog: '75056',
    ...ins('223042545611404', undefined, [], 'wrong key'),
  },
  {
    origin: 'ans-cda-samples',
    birthFamilyName: 'DECOURCY',
    birthGivenNames: ['Léa', 'Marie'],
    sex: 'F',
    birthDate: '2024-02-28',
    birthPlaceCog: '75115',
    ...ins('224027511583555', undefined, [], 'wrong key'),
  },
];

function ins(
  number: string,
  oid: string | undefined,
  history: readonly string[] = [],
  flaw?: 'wrong key',
): Pick<PublishedTestIdentity, 'matricule' | 'key' | 'keyIsRight' | 'oid' | 'history'> {
  return {
    ...split(number),
    keyIsRight: flaw === undefined,
    ...(oid ? { oid } : {}),
    history: history.map(split),
  };
}

function split(number: string): { matricule: string; key: string } {
  return { matricule: number.slice(0, 13), key: number.slice(13) };
}
