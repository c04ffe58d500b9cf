import type { IdentityFlag } from '@spico/domain/values/identity/traits';
import { demoPeople } from '@spico/reference-data/synthetic';

/** How far a demo identity has come: a document checked (C), an INS retrieved (I), both or none. */
export type Progress = 'provisional' | 'validated' | 'retrieved' | 'qualified';

/** How one invented person stands in the demonstration. */
export interface DemoRecord {
  /** Id in `demoPeople`. */
  readonly person: string;
  readonly progress: Progress;
  readonly flags?: readonly IdentityFlag[];
  readonly state?: 'open' | 'closed' | 'withdrawn';
  /** Keys in `demoProfessionals`; the first one created the record. */
  readonly circle: readonly [creator: string, ...members: string[]];
  /** Somebody who once came by break-glass. */
  readonly emergency?: string;
}

const TOWN_TEAM = ['dr-martin', 'nadia-haddad', 'etienne-cabrol'] as const;
const HOSPITAL_TEAM = ['sophie-marty', 'maud-serres', 'helene-roques'] as const;

/** Those about whom there is something to say. Nadia is in no circle of the hospital team: there she has to find her way in. */
const TOLD: readonly DemoRecord[] = [
  {
    person: 'jeanne-lacombe',
    progress: 'qualified',
    circle: [...TOWN_TEAM, 'hugo-calvet', 'helene-roques', 'laura-costes'],
    emergency: 'maud-serres',
  },
  { person: 'pierre-lacombe', progress: 'validated', circle: HOSPITAL_TEAM },
  { person: 'marie-martin-albi', progress: 'qualified', flags: ['homonym'], circle: TOWN_TEAM },
  { person: 'marie-martin-rodez', progress: 'validated', flags: ['homonym'], circle: HOSPITAL_TEAM },
  { person: 'paul-inconnu', progress: 'provisional', circle: TOWN_TEAM },
  { person: 'fatima-benali', progress: 'retrieved', circle: ['nadia-haddad', 'dr-martin', 'sophie-marty'] },
  { person: 'lucien-gineste', progress: 'provisional', flags: ['doubtful'], circle: ['nadia-haddad', 'dr-martin'] },
  { person: 'michel-pages', progress: 'provisional', flags: ['fictitious'], circle: ['helene-roques', 'nadia-haddad'] },
  { person: 'gerard-rouquette', progress: 'validated', state: 'withdrawn', circle: ['dr-martin', 'nadia-haddad'] },
  {
    person: 'raymonde-cazals',
    progress: 'qualified',
    state: 'closed',
    circle: ['dr-martin', 'nadia-haddad', 'karim-ziani'],
  },
  { person: 'roger-galtier', progress: 'qualified', circle: ['sophie-marty', 'isabelle-rigal', 'helene-roques'] },
  { person: 'kevin-molinier', progress: 'validated', circle: ['sophie-marty', 'thomas-vergnes', 'solene-pradal'] },
  { person: 'marguerite-fabre', progress: 'qualified', circle: ['dr-martin', 'karim-ziani', 'nadia-haddad'] },
  { person: 'rene-escande', progress: 'retrieved', circle: HOSPITAL_TEAM },
];

/** Invented people without a record yet: the ones to create by hand. */
const WITHOUT_RECORD = new Set(['jean-dupont', 'bernadette-o-reilly']);

const USUAL: readonly Progress[] = ['qualified', 'validated', 'qualified', 'provisional', 'retrieved'];

/** Every record of the demonstration; the same at each start. */
export const demoRecords: readonly DemoRecord[] = demoPeople
  .filter(({ id }) => !WITHOUT_RECORD.has(id))
  .map(({ id }, index) => {
    const told = TOLD.find(({ person }) => person === id);
    const progress = USUAL[index % USUAL.length] ?? 'provisional';
    return told ?? { person: id, progress, circle: index % 3 === 2 ? HOSPITAL_TEAM : TOWN_TEAM };
  });
