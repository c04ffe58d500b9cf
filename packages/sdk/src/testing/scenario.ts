import type { PatientSearchResult, RecordIdentity } from '../types.ts';
import { at, candidateIdOf, differencesBetween, gradeOf, SEARCH_ID } from './matching.ts';
import {
  type CastPatient,
  type CastProfessional,
  drMartin,
  fatimaBenali,
  heleneRoques,
  jeanBaptisteDeLaTour,
  jeanneLacombe,
  longNamedProfessional,
  marieMartinAlbi,
  marieMartinRodez,
  nadiaHaddad,
  patients,
  paulCros,
  pierreLacombe,
  sophieMarty,
} from './people.ts';
import { addRecord, member, newStore, readerRow, type Store, type StoredRecord } from './store.ts';

export interface ScenarioOptions {
  /** Who reads: Dr Claire Martin when absent. */
  readonly reader?: CastProfessional;
  /**
   * What stands at the beginning. `cast`: the named people, each with a reason to be there. `empty`: nobody yet.
   * `long-names`: people and professionals that no column was drawn for. `many`: a list of 120 people.
   */
  readonly seed?: 'cast' | 'empty' | 'long-names' | 'many';
}

/** A small server in memory, on which the whole way works: search, create, INS, open, circle, journal, list. */
export interface Scenario {
  readonly store: Store;
  readonly reader: CastProfessional;
  /** Gives a cast patient a record, with the reader in the circle unless other members are named. */
  give(
    patient: CastPatient,
    options?: { members?: readonly CastProfessional[]; identity?: Partial<RecordIdentity> },
  ): StoredRecord;
  /** Ends the reader's emergency access, as the two hours would. */
  endBreakGlass(recordId: string): void;
}

/**
 * Makes a scenario. Each one is a world of its own: nothing is shared between two stories.
 * @example
 * const scenario = createScenario({ seed: 'empty' });
 * scenario.give(jeanneLacombe);
 * const worker = handlers({ scenario });
 */
export function createScenario({ reader = drMartin, seed = 'cast' }: ScenarioOptions = {}): Scenario {
  const store = newStore(reader);
  // A widget shown alone, with `searchResult()` handed to it, can go on from there.
  const known = patients.map((patient) => [candidateIdOf(patient), patient.recordId] as const);
  store.searches.set(SEARCH_ID, { documentChecked: true, candidates: new Map(known) });
  const give: Scenario['give'] = (patient, { members = [reader], identity = {} } = {}) =>
    addRecord(
      store,
      patient,
      members.map((one, index) => member(one, index === 0 ? 'creator' : 'added')),
      identity,
    );

  if (seed === 'cast') seedCast(store, give);
  if (seed === 'long-names') {
    give(jeanBaptisteDeLaTour, { members: [reader, longNamedProfessional] });
  }
  if (seed === 'many') {
    for (let index = 0; index < 120; index += 1) give(inhabitant(index));
  }

  return {
    store,
    reader,
    give,
    endBreakGlass(recordId) {
      const record = store.records.get(recordId);
      if (!record) return;
      record.members = record.members.map((row) =>
        row.professional.accountId === reader.ref.accountId && row.accessMode === 'break-glass'
          ? { ...row, current: false, until: at(-1) }
          : row,
      );
    },
  };
}

function seedCast(store: Store, give: Scenario['give']): void {
  const { reader } = store;
  const documentCheck = {
    type: 'CN',
    labelFr: 'Carte nationale d’identité',
    labelEn: 'National identity card',
    checkedAt: '2026-09-01T08:00:00.000Z',
  };
  give(jeanneLacombe, {
    members: [reader, nadiaHaddad, heleneRoques],
    identity: { status: 'qualified', documentCheck, ins: { ...jeanneLacombe.ins, shareable: true } },
  });
  give(pierreLacombe, { members: [nadiaHaddad, sophieMarty] });
  give(marieMartinAlbi, { identity: { status: 'validated', documentCheck, flags: ['homonym'] } });
  give(marieMartinRodez, { members: [nadiaHaddad], identity: { flags: ['homonym'] } });
  give(fatimaBenali, {
    members: [heleneRoques, reader],
    identity: { status: 'retrieved', ins: fatimaBenali.ins },
  });
  const emergency = {
    ...member(reader, 'break-glass', at(-6)),
    reasonCode: 'urgent-care',
    reasonText: 'Chute à domicile, traitement inconnu, seul sur place.',
  };
  addRecord(store, paulCros, [member(sophieMarty, 'creator'), emergency]);
}

/** What a search answers, and remembers for the acts that follow it. */
export function search(
  store: Store,
  typed: Parameters<typeof differencesBetween>[0],
  documentChecked: boolean,
): PatientSearchResult {
  const ids = new Map<string, string>();
  const candidates = [...store.records.values()].flatMap((record) => {
    const differences = differencesBetween(typed, record.identity.traits);
    const grade = gradeOf(differences);
    if (!grade) return [];
    const row = readerRow(store, record);
    const candidateId = crypto.randomUUID();
    ids.set(candidateId, record.id);
    const unknownPlace = typed.birthPlace.kind === 'unknown';
    const member = row !== undefined && row.accessMode !== 'break-glass';
    return [
      {
        candidateId,
        grade,
        traits: record.identity.traits,
        differences,
        relation: !row ? ('none' as const) : member ? ('member' as const) : ('break-glass' as const),
        ...(row ? { recordId: record.id } : {}),
        allowedActions: [
          ...(row ? (['open'] as const) : []),
          ...(!member && documentChecked ? (['self-enrol'] as const) : []),
          ...(row ? [] : (['break-glass', 'request-membership'] as const)),
        ],
        selfEnrolmentObstacles: [
          ...(member ? (['already-member'] as const) : []),
          ...(!member && !documentChecked ? (['document-not-checked'] as const) : []),
          ...(!member && unknownPlace ? (['birth-place-unknown'] as const) : []),
        ],
      },
    ];
  });
  const order = { certain: 0, probable: 1, possible: 2 };
  candidates.sort((a, b) => order[a.grade] - order[b.grade]);
  const searchId = crypto.randomUUID();
  store.searches.set(searchId, { documentChecked, candidates: ids });
  return {
    searchId,
    expiresAt: at(30),
    candidates: candidates.slice(0, 5),
    moreCandidates: candidates.length > 5,
    identityDocumentChecked: documentChecked,
    mayCreate: store.reader.mayCreateRecords,
  };
}

const GIVEN = ['Odette', 'René', 'Yvonne', 'Lucien', 'Simone', 'André', 'Thérèse', 'Gérard', 'Colette', 'Michel'];
const FAMILY = ['Alary', 'Bosc', 'Cazals', 'Delmas', 'Escande', 'Fabre', 'Galtier', 'Pagès', 'Rouquette', 'Sicard'];

/** An invented person for long lists; no number, no story. */
function inhabitant(index: number): CastPatient {
  const [base] = patients;
  if (!base) throw new RangeError('the cast is empty');
  const given = GIVEN[index % GIVEN.length] ?? 'Odette';
  const birthFamilyName = FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length] ?? 'Alary';
  return {
    key: `inhabitant-${index}`,
    recordId: `0d000000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`,
    ins: base.ins,
    traits: {
      ...base.traits,
      birthFamilyName,
      firstBirthGivenName: given,
      birthGivenNames: [given],
      sex: index % 2 === 0 ? 'F' : 'M',
      birthDate: `${1930 + (index % 60)}-0${1 + (index % 9)}-1${index % 10}`,
    },
  };
}
