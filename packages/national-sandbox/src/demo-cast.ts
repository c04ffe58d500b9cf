import type { SandboxProfessional } from './cast.ts';
import type { InsiPerson } from './insi/directory.ts';

const REAL = '1.2.250.1.213.1.4.8';
const TEST = '1.2.250.1.213.1.4.10';

type Row = readonly [string, string, 'F' | 'M', string, string | undefined, string, string?, string?];

const ROWS: readonly Row[] = [
  ['ADRUN', 'ZOE', 'F', '1975-12-31', '63220', '275126322074974'],
  [
    'ECETINSI',
    'PIERRE-ALAIN MURIEL FLORIANT',
    'M',
    '2009-07-14',
    '63220',
    '109076322083489',
    '209076322083439',
    '209066322012355',
  ],
  ['NESSI', 'MICHELANGELO ANTHONY', 'M', '2010-08-07', '63220', '110086322083060'],
  ['TCHITCHI', 'CATARINA BELLA', 'F', '1936-06-21', '63220', '236066322083656'],
  ['CORSE', 'ANTHONY', 'M', '1980-03-02', '2B020', '180032B02040123'],
  ['ADRTROIS', 'DOMINIQUE', 'F', '1997-02-26', '2A020', '297022A02077878'],
  ['HERMANN', 'GATIEN', 'M', '1981-03-24', undefined, '181036322045660', '281036322045610'],
];

/** Temporary cast, until the shared reference data is there. */
export const localDirectory: readonly InsiPerson[] = ROWS.map(
  ([family, given, sex, birthDate, cog, matricule, ...history]) => ({
    birthFamilyName: family,
    birthGivenNames: given.split(' '),
    sex,
    birthDate,
    ...(cog ? { cog } : {}),
    ins: { matricule, oid: REAL },
    history: history.flatMap((former) => (former ? [{ matricule: former, oid: REAL }] : [])),
  }),
);

export const localProfessionals: readonly SandboxProfessional[] = [
  {
    key: 'morel',
    rpps: '10000005479',
    nationalId: '810000005479',
    familyName: 'Morel',
    givenName: 'Claire',
    civility: 'MME',
    email: 'claire.morel@exemple.test',
    professions: [{ system: 'TRE_G15-ProfessionSante', code: '10' }],
    practices: [
      {
        id: 'p1',
        structureId: 's1',
        structureName: 'Maison de santé',
        professionSystem: 'TRE_G15-ProfessionSante',
        professionCode: '10',
        roleLabel: 'Médecin généraliste',
      },
    ],
  },
];
void TEST;
