/** A structure of the demonstration: invented, in a real town of Occitanie. */
export interface DemoStructure {
  readonly id: string;
  readonly name: string;
  /** FINESS of the site, 9 characters, right key, from a range no real site uses; absent for practices. */
  readonly finess?: string;
  /** SIRET, 14 digits, right key, of an invented company. */
  readonly siret: string;
  /** Sector of activity (TRE_R02). */
  readonly sector: string;
  readonly town: string;
  readonly postalCode: string;
  /** COG of the town. */
  readonly cog: string;
}

/** One place and role in which a professional works; a session chooses one of them. */
export interface DemoPractice {
  readonly id: string;
  readonly structureId: string;
  readonly structureName: string;
  readonly finess?: string;
  readonly siret: string;
  readonly sector: string;
  readonly town: string;
  /** National list of the profession exercised here: TRE_G15, TRE_R94, TRE_R95, TRE_R85, or SPICO. */
  readonly professionSystem: string;
  readonly professionCode: string;
  /** French label of the role, as a badge would print it. */
  readonly roleLabel: string;
}

/** A professional of the demonstration, one for each group of the permission matrix (G01 to G12, in order). */
export interface DemoProfessional {
  readonly key: string;
  /** 11 digits with a right Luhn key; only for professions of the national register. */
  readonly rpps?: string;
  /** National person id (IDNPS): 8 + RPPS, or 3 + FINESS/registration number. */
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly civility: 'M' | 'MME';
  readonly email: string;
  readonly professions: readonly { readonly system: string; readonly code: string }[];
  readonly practices: readonly DemoPractice[];
}

// biome-ignore format: one structure, one line
export const demoStructures: readonly DemoStructure[] = [
  { id: 'msp-albi', name: 'Maison de santé du Tarn', finess: '819900010', siret: '99900001100018', sector: 'SA08', town: 'Albi', postalCode: '81000', cog: '81004' },
  { id: 'dac-tarn', name: 'DAC du Tarn', finess: '819900028', siret: '99900002900010', sector: 'SA27', town: 'Albi', postalCode: '81000', cog: '81004' },
  { id: 'ch-castres', name: 'Centre hospitalier des Deux-Rives', finess: '819900036', siret: '99900003700013', sector: 'SA01', town: 'Castres', postalCode: '81100', cog: '81065' },
  { id: 'ehpad-gaillac', name: 'EHPAD Les Tilleuls', finess: '819900044', siret: '99900004500016', sector: 'SA17', town: 'Gaillac', postalCode: '81600', cog: '81099' },
  { id: 'savs-graulhet', name: 'Service d’accompagnement La Passerelle', finess: '819900051', siret: '99900005200012', sector: 'SA16', town: 'Graulhet', postalCode: '81300', cog: '81105' },
];

interface Person {
  readonly key: string;
  readonly rpps?: string;
  readonly registration?: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly civility: 'M' | 'MME';
  readonly profession: readonly [system: string, code: string];
  /** Structure and role, one for each practice. */
  readonly works: readonly (readonly [structureId: string, roleLabel: string])[];
}

// biome-ignore format: one professional, one line
const PEOPLE: readonly Person[] = [
  { key: 'dr-martin', rpps: '99700991070', familyName: 'Martin', givenName: 'Claire', civility: 'MME', profession: ['TRE_G15', '10'], works: [['msp-albi', 'Médecin généraliste'], ['ehpad-gaillac', 'Médecin coordonnateur']] },
  { key: 'nadia-haddad', rpps: '99700991146', familyName: 'Haddad', givenName: 'Nadia', civility: 'MME', profession: ['TRE_G15', '60'], works: [['msp-albi', 'Infirmière libérale'], ['ch-castres', 'Infirmière']] },
  { key: 'etienne-cabrol', rpps: '99700991211', familyName: 'Cabrol', givenName: 'Étienne', civility: 'M', profession: ['TRE_G15', '21'], works: [['msp-albi', 'Pharmacien']] },
  { key: 'maud-serres', rpps: '99700991286', familyName: 'Serres', givenName: 'Maud', civility: 'MME', profession: ['TRE_G15', '50'], works: [['ch-castres', 'Sage-femme']] },
  { key: 'hugo-calvet', rpps: '99700991351', familyName: 'Calvet', givenName: 'Hugo', civility: 'M', profession: ['TRE_G15', '70'], works: [['msp-albi', 'Masseur-kinésithérapeute']] },
  { key: 'solene-pradal', rpps: '99700991427', familyName: 'Pradal', givenName: 'Solène', civility: 'MME', profession: ['TRE_R95', '93'], works: [['msp-albi', 'Psychologue']] },
  { key: 'karim-ziani', rpps: '99700991492', familyName: 'Ziani', givenName: 'Karim', civility: 'M', profession: ['TRE_G15', '35'], works: [['ehpad-gaillac', 'Aide-soignant']] },
  { key: 'helene-roques', registration: '819900028/0000008', familyName: 'Roques', givenName: 'Hélène', civility: 'MME', profession: ['TRE_R85', '301'], works: [['dac-tarn', 'Coordinatrice de parcours']] },
  { key: 'sophie-marty', registration: '819900036/0000009', familyName: 'Marty', givenName: 'Sophie', civility: 'MME', profession: ['TRE_R94', '41'], works: [['ch-castres', 'Assistante de service social']] },
  { key: 'thomas-vergnes', registration: '819900051/0000010', familyName: 'Vergnes', givenName: 'Thomas', civility: 'M', profession: ['TRE_R94', '51'], works: [['savs-graulhet', 'Éducateur spécialisé']] },
  { key: 'isabelle-rigal', registration: '819900051/0000011', familyName: 'Rigal', givenName: 'Isabelle', civility: 'MME', profession: ['TRE_R85', '307'], works: [['savs-graulhet', 'Mandataire judiciaire à la protection des majeurs']] },
  { key: 'laura-costes', registration: '819900010/0000012', familyName: 'Costes', givenName: 'Laura', civility: 'MME', profession: ['SPICO', 'secretariat'], works: [['msp-albi', 'Secrétaire médicale']] },
];

/** The professionals of the demonstration, one for each group of the matrix; Dr Martin and Nadia have two practices. */
export const demoProfessionals: readonly DemoProfessional[] = PEOPLE.map((person) => {
  const [system, code] = person.profession;
  return {
    key: person.key,
    ...(person.rpps ? { rpps: person.rpps } : {}),
    nationalId: person.rpps ? `8${person.rpps}` : `3${person.registration}`,
    familyName: person.familyName,
    givenName: person.givenName,
    civility: person.civility,
    email: `${person.key.replace('dr-', 'claire-').replace('-', '.')}@demo.spico.example`,
    professions: [{ system, code }],
    practices: person.works.map(([structureId, roleLabel]) => {
      const structure = structureById(structureId);
      return {
        id: `${person.key}@${structureId}`,
        structureId,
        structureName: structure.name,
        ...(structure.finess ? { finess: structure.finess } : {}),
        siret: structure.siret,
        sector: structure.sector,
        town: structure.town,
        professionSystem: system,
        professionCode: code,
        roleLabel,
      };
    }),
  };
});

function structureById(id: string): DemoStructure {
  const structure = demoStructures.find((candidate) => candidate.id === id);
  if (!structure) throw new RangeError(`no demo structure ${id}`);
  return structure;
}
