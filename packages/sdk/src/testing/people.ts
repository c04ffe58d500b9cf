import type { CodedLabel, IdentityTraits, IdentityTraitsView, Ins, Me, ProfessionalRef } from '../types.ts';

/** A professional of the cast: the same people as on the demo server, under the same sandbox keys. */
export interface CastProfessional {
  /** Key for `sandbox="…"` and `client.sandbox.createToken`. */
  readonly key: string;
  readonly email: string;
  readonly ref: ProfessionalRef;
  /** Whether the profession may write identities, and so create a record. */
  readonly mayCreateRecords: boolean;
}

/** A patient / usager of the cast. */
export interface CastPatient {
  readonly key: string;
  /** Fixed id of the record, in scenarios where this person has one. */
  readonly recordId: string;
  readonly traits: IdentityTraitsView;
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  /** What the national teleservice would answer for this person. */
  readonly ins: Ins;
}

const profession = (system: string, code: string, labelFr: string, labelEn: string): CodedLabel => ({
  system,
  code,
  labelFr,
  labelEn,
});

const PHYSICIAN = profession('TRE_G15', '10', 'Médecin', 'Physician');
const NURSE = profession('TRE_G15', '60', 'Infirmier', 'Nurse');
const PHARMACIST = profession('TRE_G15', '21', 'Pharmacien', 'Pharmacist');
const COORDINATOR = profession(
  'TRE_R85',
  '301',
  "Coordination territoriale d'appui (PAERPA)",
  'Local coordination support (PAERPA)',
);
const SOCIAL_WORKER = profession('TRE_R94', '41', 'Assistant de service social', 'Social worker');

function professional(
  number: number,
  key: string,
  displayName: string,
  whatFor: CodedLabel,
  [structureName, town]: readonly [string, string],
  mayCreateRecords = true,
): CastProfessional {
  const accountId = `0a000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const email = `${key.replace('dr-', 'claire-').replace('-', '.')}@demo.spico.example`;
  return {
    key,
    email,
    mayCreateRecords,
    ref: { accountId, displayName, profession: whatFor, structureName, town },
  };
}

const HEALTH_HOUSE = ['Maison de santé du Tarn', 'Albi'] as const;
const HOSPITAL = ['Centre hospitalier des Deux-Rives', 'Castres'] as const;

/** General practitioner in Albi: the reader of most stories. */
export const drMartin = professional(1, 'dr-martin', 'Dr Claire MARTIN', PHYSICIAN, HEALTH_HOUSE);
/** Home nurse in Albi. */
export const nadiaHaddad = professional(2, 'nadia-haddad', 'Nadia HADDAD', NURSE, HEALTH_HOUSE);
/** Pharmacist: reads identities, may not create a record. */
export const etienneCabrol = professional(3, 'etienne-cabrol', 'Étienne CABROL', PHARMACIST, HEALTH_HOUSE, false);
/** Coordinator of the DAC. */
export const heleneRoques = professional(8, 'helene-roques', 'Hélène ROQUES', COORDINATOR, ['DAC du Tarn', 'Albi']);
/** Social worker of the hospital. */
export const sophieMarty = professional(9, 'sophie-marty', 'Sophie MARTY', SOCIAL_WORKER, HOSPITAL);
/** A name that no column was drawn for. */
export const longNamedProfessional = professional(
  99,
  'marie-emmanuelle-de-la-rochefoucauld',
  'Dr Marie-Emmanuelle Apolline de LA ROCHEFOUCAULD-MONTMORENCY-LAURAGUAIS',
  profession('TRE_G15', '10', 'Médecin coordonnateur en hospitalisation à domicile', 'Hospital-at-home physician'),
  [
    'Groupement de coopération sanitaire et médico-sociale du Haut-Languedoc et des Monts de Lacaune',
    'Saint-Amans-Valtoret',
  ],
);

/** Every professional of the cast. */
export const professionals: readonly CastProfessional[] = [
  drMartin,
  nadiaHaddad,
  etienneCabrol,
  heleneRoques,
  sophieMarty,
  longNamedProfessional,
];

/** What `client.me.get()` says of a professional. */
export function meOf({ ref, mayCreateRecords }: CastProfessional): Me {
  const clientScopes = ['session', 'search', 'access', 'records.read', 'records.write'];
  return { professional: ref, kind: 'individual', assurance: 'psc', clientScopes, mayCreateRecords };
}

const TEST_INS_OID = '1.2.250.1.213.1.4.10';

type Place = IdentityTraitsView['birthPlace'];
const commune = (cog: string, label: string): Place => ({ kind: 'commune', cog, label });

const ALBI = commune('81004', 'Albi (81)');
const RODEZ = commune('12202', 'Rodez (12)');

function patient(
  number: number,
  key: string,
  [birthFamilyName, birthGivenNames]: readonly [string, string],
  [sex, birthDate, birthPlace]: readonly [IdentityTraitsView['sex'], string, Place],
  [matricule, insKey]: readonly [string, string],
  more: { usedFamilyName?: string; usedGivenName?: string; birthDateUncertain?: true } = {},
): CastPatient {
  const { birthDateUncertain, ...used } = more;
  const given = birthGivenNames.split(' ');
  return {
    key,
    recordId: `0d000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    traits: {
      birthFamilyName,
      firstBirthGivenName: given[0] ?? '',
      birthGivenNames: given,
      sex,
      birthDate,
      birthPlace,
      ...(birthDateUncertain ? { birthDateUncertain } : {}),
    },
    ...used,
    ins: {
      matricule,
      key: insKey,
      oid: TEST_INS_OID,
      environment: 'test',
      keyValid: true,
      shareable: false,
      contradictions: [],
    },
  };
}

/** The person most stories follow: lives alone in Albi, a home nurse twice a day. */
export const jeanneLacombe = patient(
  1,
  'jeanne-lacombe',
  ['Lacombe', 'Jeanne Marie Louise'],
  ['F', '1938-03-14', ALBI],
  ['2380381004012', '35'],
  { usedFamilyName: 'Puech' },
);
/** Same family name, another household; Dr Martin is not in his circle. */
export const pierreLacombe = patient(
  2,
  'pierre-lacombe',
  ['Lacombe', 'Pierre'],
  ['M', '1935-11-02', ALBI],
  ['1351181004031', '50'],
);
/** Homonym pair: same names, sex and date as the next one. */
export const marieMartinAlbi = patient(
  3,
  'marie-martin-albi',
  ['Martin', 'Marie'],
  ['F', '1941-05-07', ALBI],
  ['2410581004044', '82'],
  { usedFamilyName: 'Cabrol' },
);
/** Homonym pair: born the same day in another town. */
export const marieMartinRodez = patient(
  4,
  'marie-martin-rodez',
  ['Martin', 'Marie'],
  ['F', '1941-05-07', RODEZ],
  ['2410512202009', '17'],
);
/** Typographic apostrophe in the name; has no record yet, so that one can be created. */
export const charlesDArtagnan = patient(
  7,
  'charles-d-artagnan',
  ['D’Artagnan', 'Charles'],
  ['M', '1947-06-17', commune('32013', 'Auch (32)')],
  ['1470632013077', '01'],
);
/** A very long name, for narrow columns. */
export const jeanBaptisteDeLaTour = patient(
  10,
  'jean-baptiste-de-la-tour',
  ['De La Tour d’Auvergne-Lauraguais de Castelnau-Montmirail', 'Jean-Baptiste Marie Joseph Guilhem Raimond Alphonse'],
  ['M', '1929-01-30', commune('81099', 'Gaillac (81)')],
  ['1290181099002', '79'],
);
/** Born in Algeria, day and month unknown. */
export const fatimaBenali = patient(
  11,
  'fatima-benali',
  ['Benali', 'Fatima Zohra'],
  ['F', '1951-12-31', { kind: 'country', cog: '99352', label: 'Algérie' }],
  ['2511299352429', '33'],
  { birthDateUncertain: true },
);
/** Place of birth not known yet: the identity document cannot be checked. */
export const paulCros = patient(
  13,
  'paul-inconnu',
  ['Cros', 'Paul'],
  ['M', '1944-02-11', { kind: 'unknown', cog: '99999', label: 'INCONNUE' }],
  ['1440299999501', '87'],
);

/** Every patient of the cast. */
export const patients: readonly CastPatient[] = [
  jeanneLacombe,
  pierreLacombe,
  marieMartinAlbi,
  marieMartinRodez,
  charlesDArtagnan,
  jeanBaptisteDeLaTour,
  fatimaBenali,
  paulCros,
];

/** The five traits as a form would send them. */
export function typedTraits({ traits }: CastPatient): IdentityTraits {
  const { birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace, birthDateUncertain } = traits;
  const { kind, cog } = birthPlace;
  return {
    birthFamilyName,
    firstBirthGivenName,
    sex,
    birthDate,
    birthPlace: { kind, cog },
    ...(birthDateUncertain ? { birthDateUncertain } : {}),
  };
}
