import type { SyntheticBirthPlace } from './birth-places.ts';
import { composeMatricule, TEST_INS_OID } from './matricule.ts';
import type { SyntheticPerson } from './people.ts';

/** A patient of the demonstration: invented traits, and an address in Occitanie. */
export interface DemoPerson extends SyntheticPerson {
  /** Stable name for tests and stories, e.g. `jeanne-lacombe`. */
  readonly id: string;
  readonly home: { readonly line: string; readonly postalCode: string; readonly town: string; readonly cog: string };
  /** A number of the ranges kept for fiction by the French regulator. */
  readonly phone: string;
  /** Why this person is in the cast. */
  readonly story: string;
}

const TOWNS = {
  Albi: ['81000', '81004'],
  Castres: ['81100', '81065'],
  Gaillac: ['81600', '81099'],
  Graulhet: ['81300', '81105'],
  Mazamet: ['81200', '81163'],
  'Cordes-sur-Ciel': ['81170', '81069'],
  Carmaux: ['81400', '81060'],
  Toulouse: ['31000', '31555'],
  Muret: ['31600', '31395'],
  'Saint-Gaudens': ['31800', '31483'],
  Montpellier: ['34000', '34172'],
  Béziers: ['34500', '34032'],
  Nîmes: ['30000', '30189'],
  Alès: ['30100', '30007'],
  Perpignan: ['66000', '66136'],
  Narbonne: ['11100', '11262'],
  Rodez: ['12000', '12202'],
  Millau: ['12100', '12145'],
  Cahors: ['46000', '46042'],
  Auch: ['32000', '32013'],
  Tarbes: ['65000', '65440'],
  Foix: ['09000', '09122'],
  Mende: ['48000', '48095'],
  Montauban: ['82000', '82121'],
} as const;

type Town = keyof typeof TOWNS;

interface Extra {
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  readonly birthDateUncertain?: true;
  readonly birthOrder?: number;
}

/** id · birth name · birth given names · sex · birth date · COG of birth · order in the register · street · town · story · more */
type Line = readonly [string, string, string, 'F' | 'M', string, string, number, string, Town, string, Extra?];

// biome-ignore format: one person, one line
const LINES: readonly Line[] = [
  ['jeanne-lacombe', 'Lacombe', 'Jeanne Marie Louise', 'F', '1938-03-14', '81004', 12, '4 rue de l’Oulmet', 'Albi', 'The person most journeys follow: lives alone, home nurse twice a day.', { usedFamilyName: 'Puech' }],
  ['pierre-lacombe', 'Lacombe', 'Pierre', 'M', '1935-11-02', '81004', 31, '18 avenue du Colonel-Teyssier', 'Albi', 'Same family name, another household.'],
  ['marie-martin-albi', 'Martin', 'Marie', 'F', '1941-05-07', '81004', 44, '22 rue Séré-de-Rivières', 'Albi', 'Homonym pair: same names, sex and date as the next one.', { usedFamilyName: 'Cabrol' }],
  ['marie-martin-rodez', 'Martin', 'Marie', 'F', '1941-05-07', '12202', 9, '3 boulevard de la République', 'Rodez', 'Homonym pair: born the same day in another town.'],
  ['lea-vidal', 'Vidal', 'Léa Jeanne', 'F', '2016-09-21', '81065', 205, '7 rue Fuziès', 'Castres', 'Twin, first born.', { birthOrder: 1 }],
  ['leo-vidal', 'Vidal', 'Léo Paul', 'M', '2016-09-21', '81065', 206, '7 rue Fuziès', 'Castres', 'Twin, second born.', { birthOrder: 2 }],
  ['charles-d-artagnan', 'D’Artagnan', 'Charles', 'M', '1947-06-17', '32013', 77, '1 place Salinis', 'Auch', 'Typographic apostrophe in the name.'],
  ['coeur-de-lys-oeillet', 'Œillet', 'Cœur-de-Lys Anaïs', 'F', '1979-12-01', '30189', 118, '15 rue Fléchier', 'Nîmes', 'Ligatures œ in both names.'],
  ['marie-therese-saint-pons', 'Saint-Pons', 'Marie-Thérèse Josèphe', 'F', '1932-08-15', '34284', 4, '9 rue Trencavel', 'Béziers', 'Hyphens on both sides.', { usedFamilyName: 'Roumégous', usedGivenName: 'Maïté' }],
  ['jean-baptiste-de-la-tour', 'De La Tour d’Auvergne-Lauraguais de Castelnau-Montmirail', 'Jean-Baptiste Marie Joseph Guilhem Raimond Alphonse', 'M', '1929-01-30', '81099', 2, 'Château de Lastours', 'Gaillac', 'A very long name, for narrow columns.'],
  ['fatima-benali', 'Benali', 'Fatima Zohra', 'F', '1951-12-31', '99352', 429, '12 rue Maurice-Ravel', 'Toulouse', 'Born in Algeria, day and month unknown.', { birthDateUncertain: true }],
  ['antonio-ferreira', 'Ferreira da Silva', 'António Manuel', 'M', '1955-04-25', '99139', 88, '30 route de Seysses', 'Muret', 'Born in Portugal, accents in the given name.'],
  ['paul-inconnu', 'Cros', 'Paul', 'M', '1944-02-11', '99999', 501, '6 rue Barbès', 'Narbonne', 'Place of birth not known yet: the identity document cannot be checked.'],
  ['francois-leca', 'Leca', 'François Toussaint', 'M', '1958-10-12', '20004', 63, '41 avenue Foch', 'Perpignan', 'Born in Ajaccio before 1976: the old Corsican code.'],
  ['letizia-leca', 'Leca', 'Letizia', 'F', '1984-07-03', '2A004', 97, '41 avenue Foch', 'Perpignan', 'Born in Ajaccio after 1976: 2A in the number.'],
  ['simone-evrard', 'Évrard', 'Simone', 'F', '1961-03-09', '78228', 16, '5 rue de la Madeleine', 'Millau', 'Born in Évry-Petit-Bourg, then in Seine-et-Oise: a code of the past.', { usedFamilyName: 'Carrière' }],
  ['nguyen-thi-hoa', 'Nguyễn', 'Thị Hoa', 'F', '1949-09-02', '99243', 12, '8 rue du Maréchal-Foch', 'Tarbes', 'Vietnamese diacritics.'],
  ['lukasz-kowalski', 'Kowalski', 'Łukasz', 'M', '1972-02-29', '99122', 320, '2 rue de la Mine', 'Carmaux', 'Stroked L; born on 29 February.'],
  ['marguerite-fabre', 'Fabre', 'Marguerite Adèle', 'F', '1919-05-01', '12145', 1, 'EHPAD Les Tilleuls', 'Millau', 'Over a hundred years old: a two-digit year is not enough.'],
  ['nathan-delmas', 'Delmas', 'Nathan', 'M', '2026-01-15', '31555', 44, '17 rue Pargaminières', 'Toulouse', 'A newborn.'],
  ['dominique-bosc-f', 'Bosc', 'Dominique', 'F', '1957-07-22', '46042', 38, '10 quai Champollion', 'Cahors', 'A given name of both sexes.'],
  ['dominique-bosc-m', 'Bosc', 'Dominique', 'M', '1957-07-22', '46042', 39, '2 rue Nationale', 'Cahors', 'Same names and date, other sex.'],
  ['sarah-martin-durand', 'Martin--Durand', 'Sarah', 'F', '2003-04-18', '34172', 610, '25 rue de la Loge', 'Montpellier', 'Double hyphen between the names of both parents.'],
  ['roger-galtier', 'Galtier', 'Roger Marcel', 'M', '1940-06-18', '12202', 27, '14 rue Béteille', 'Rodez', 'Under guardianship; a tutor signs.'],
  ['odette-galtier', 'Alary', 'Odette', 'F', '1942-10-05', '12197', 11, '14 rue Béteille', 'Rodez', 'Known by her husband’s name.', { usedFamilyName: 'Galtier' }],
  ['yvonne-puig', 'Puig', 'Yvonne Carme', 'F', '1936-12-24', '66136', 53, '3 rue des Augustins', 'Perpignan', 'Discharged from hospital last week.'],
  ['rene-escande', 'Escande', 'René', 'M', '1933-09-09', '81105', 7, '21 rue Gambetta', 'Graulhet', 'Neighbour is the emergency contact.'],
  ['colette-sicard', 'Sicard', 'Colette Henriette', 'F', '1945-05-08', '09032', 5, '4 rue des Chapeliers', 'Foix', 'Refused sharing with one professional.', { usedFamilyName: 'Soula' }],
  ['gerard-rouquette', 'Rouquette', 'Gérard', 'M', '1950-11-11', '34032', 140, '33 avenue Clemenceau', 'Béziers', 'Consent withdrawn.'],
  ['josette-barrere', 'Barrère', 'Josette', 'F', '1939-02-02', '31483', 21, '12 rue Victor-Hugo', 'Saint-Gaudens', 'Many appointments in one week.', { usedFamilyName: 'Abadie' }],
  ['michel-pages', 'Pagès', 'Michel Henri', 'M', '1948-08-28', '48095', 18, '1 rue Notre-Dame', 'Mende', 'Lives far from every practice.'],
  ['aminata-diallo', 'Diallo', 'Aminata', 'F', '1988-03-08', '75118', 732, '5 place Lalaque', 'Montauban', 'Born in Paris 18e: an arrondissement code.'],
  ['kevin-molinier', 'Molinier', 'Kévin', 'M', '1992-01-20', '81065', 14, '9 rue Villegoudou', 'Castres', 'Young adult with a disability, educator involved.'],
  ['ines-saidi', 'Saïdi', 'Inès', 'F', '2009-06-30', '69383', 288, '11 rue du Faubourg-d’Auvergne', 'Alès', 'Minor: both holders of parental authority.'],
  ['raymonde-cazals', 'Cazals', 'Raymonde', 'F', '1930-04-04', '81060', 3, '6 rue Jean-Jaurès', 'Carmaux', 'Declared dead in the demonstration.', { usedFamilyName: 'Viguier' }],
  ['andre-vernhes', 'Vernhes', 'André', 'M', '1937-07-14', '81163', 22, '2 rue Paul-Brenac', 'Mazamet', 'Waiting for a place in an EHPAD.'],
  ['therese-cayla', 'Cayla', 'Thérèse Marie', 'F', '1943-01-06', '81069', 2, 'Grand-Rue Raimond-VII', 'Cordes-sur-Ciel', 'Family carer of her husband.', { usedFamilyName: 'Gineste' }],
  ['lucien-gineste', 'Gineste', 'Lucien', 'M', '1940-03-21', '81069', 6, 'Grand-Rue Raimond-VII', 'Cordes-sur-Ciel', 'Cared for by Thérèse.'],
  ['bernadette-o-reilly', 'O’Reilly', 'Bernadette', 'F', '1953-03-17', '99136', 71, '19 rue de l’Aiguillerie', 'Montpellier', 'Irish name, born abroad.'],
  ['jean-dupont', 'Dupont', 'Jean', 'M', '1946-06-06', '82121', 51, '8 rue de la Résistance', 'Montauban', 'The plainest name of all.'],
];

/** The patients of the demonstration, in a fixed order. Their matricules belong to the test authority. */
export const demoPeople: readonly DemoPerson[] = LINES.map(toPerson);

function toPerson(line: Line, index: number): DemoPerson {
  const [id, birthFamilyName, given, sex, birthDate, cog, order, street, town, story, extra] = line;
  const [postalCode, townCog] = TOWNS[town];
  const birthPlace: SyntheticBirthPlace = { kind: kindOf(cog), cog };
  return {
    id,
    birthFamilyName,
    birthGivenNames: given.split(' '),
    sex,
    birthDate,
    birthPlace,
    ...extra,
    ...composeMatricule({ sex, birthDate, birthPlace }, order),
    oid: TEST_INS_OID,
    home: { line: street, postalCode, town, cog: townCog },
    phone: `06 39 98 ${String(Math.floor(index / 10)).padStart(2, '0')} ${String((index % 10) * 7 + 10)}`,
    story,
  };
}

function kindOf(cog: string): SyntheticBirthPlace['kind'] {
  if (cog === '99999') return 'unknown';
  return cog.startsWith('99') ? 'country' : 'commune';
}
