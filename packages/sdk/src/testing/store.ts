import type {
  AccessJournalEntry,
  Administrative,
  CareCircleMember,
  Consent,
  CoordinationRecord,
  IdentityHistoryEntry,
  InsQueryResult,
  PatientListRow,
  RecordAccess,
  RecordAction,
  RecordIdentity,
} from '../types.ts';
import { problem } from './failures.ts';
import { at, MINUTE } from './matching.ts';
import type { CastPatient, CastProfessional } from './people.ts';

/** One record as the scenario keeps it. */
export interface StoredRecord {
  readonly id: string;
  version: number;
  readonly createdAt: string;
  identity: RecordIdentity;
  administrative: Administrative;
  consent: Consent;
  members: CareCircleMember[];
  journal: AccessJournalEntry[];
  history: IdentityHistoryEntry[];
  lastOpenedAt?: string;
}

/** What the scenario remembers between two requests. */
export interface Store {
  reader: CastProfessional;
  readonly records: Map<string, StoredRecord>;
  readonly searches: Map<string, { readonly documentChecked: boolean; readonly candidates: Map<string, string> }>;
  readonly insQueries: Map<string, InsQueryResult>;
  readonly copies: Map<string, Blob>;
  /** Answers by idempotency key: the same key never acts twice. */
  readonly done: Map<string, unknown>;
}

const WRITES: readonly RecordAction[] = [
  'records.update-administrative',
  'identity.correct-traits',
  'identity.check-document',
  'identity.set-flags',
  'identity.query-ins',
  'identity.decide-ins',
  'consent.change',
];
const READS: readonly RecordAction[] = [
  'identity.read-history',
  'identity.read-document-copy',
  'care-circle.read',
  'access-journal.read',
];

export function newStore(reader: CastProfessional): Store {
  return {
    reader,
    records: new Map(),
    searches: new Map(),
    insQueries: new Map(),
    copies: new Map(),
    done: new Map(),
  };
}

/** A member of a circle. */
export function member(
  { ref }: CastProfessional,
  accessMode: CareCircleMember['accessMode'] = 'added',
  since = '2026-09-01T08:00:00.000Z',
): CareCircleMember {
  const row = { memberId: crypto.randomUUID(), professional: ref, accessMode, since, current: true, isReader: false };
  return accessMode === 'break-glass'
    ? { ...row, until: new Date(Date.parse(since) + 120 * MINUTE).toISOString() }
    : row;
}

/** Puts a record of a cast patient in the store. */
export function addRecord(
  store: Store,
  patient: CastPatient,
  members: CareCircleMember[],
  identity: Partial<RecordIdentity> = {},
): StoredRecord {
  const [creator] = members;
  const createdAt = creator?.since ?? at();
  const by = creator?.professional ?? store.reader.ref;
  const { usedFamilyName, usedGivenName } = patient;
  const record: StoredRecord = {
    id: patient.recordId,
    version: 1,
    createdAt,
    identity: {
      traits: patient.traits,
      ...(usedFamilyName ? { usedFamilyName } : {}),
      ...(usedGivenName ? { usedGivenName } : {}),
      status: 'provisional',
      flags: [],
      version: 1,
      insCallAllowed: true,
      ...identity,
    },
    administrative: { mobile: '+33639980010', dmp: { available: false, missing: ['qualified-identity'] } },
    consent: {
      givenBy: 'person',
      mode: 'oral',
      collectedOn: createdAt.slice(0, 10),
      noticeVersion: '2026-01',
      recordedAt: createdAt,
      recordedBy: by,
    },
    members,
    journal: [],
    history: [],
  };
  remember(record, 'created', by, createdAt);
  write(record, { professional: by, action: 'records.create', mode: creator?.accessMode ?? 'creator', at: createdAt });
  store.records.set(record.id, record);
  return record;
}

/** The record, if the reader reaches it now. @throws Failure `record-not-found` or `break-glass-ended` */
export function reach(store: Store, recordId: string): StoredRecord {
  const record = store.records.get(recordId);
  const rows = record?.members.filter((row) => row.professional.accountId === store.reader.ref.accountId) ?? [];
  if (!record || rows.length === 0) throw problem('record-not-found');
  if (!rows.some(isCurrent)) throw problem('break-glass-ended');
  return record;
}

/** The reader's current row in the circle. */
export function readerRow(store: Store, record: StoredRecord): CareCircleMember | undefined {
  return record.members.find((row) => row.professional.accountId === store.reader.ref.accountId && isCurrent(row));
}

export function isCurrent({ current, until }: CareCircleMember): boolean {
  return current && (until === undefined || Date.parse(until) > Date.now());
}

/** A row of the circle as the reader's own access. */
export function accessOf({ accessMode, since, until }: CareCircleMember): RecordAccess {
  if (until === undefined) return { mode: accessMode, since };
  const remainingSeconds = Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000));
  return { mode: accessMode, since, until, remainingSeconds };
}

/** The record as the reader sees it. */
export function viewOf(store: Store, record: StoredRecord): CoordinationRecord {
  const row = readerRow(store, record);
  if (!row) throw problem('record-not-found');
  const { id, version, createdAt, identity, administrative, consent } = record;
  const write = store.reader.mayCreateRecords;
  const ends: RecordAction[] = row.accessMode === 'break-glass' ? ['access.end-break-glass'] : [];
  return {
    id,
    version,
    state: 'open',
    createdAt,
    identity,
    administrative: { ...administrative, dmp: dmpOf(identity) },
    consent,
    access: accessOf(row),
    sections: ['S01', 'S02', 'S03'].map((section) => ({ section, read: true, write })),
    allowedActions: [...(write ? WRITES : []), ...READS, ...ends],
  };
}

/** The record as a row of the reader's list. */
export function rowOf(store: Store, record: StoredRecord): PatientListRow | undefined {
  const row = readerRow(store, record);
  if (!row) return undefined;
  const { traits, usedFamilyName, status, flags } = record.identity;
  return {
    recordId: record.id,
    traits,
    ...(usedFamilyName ? { usedFamilyName } : {}),
    status,
    flags,
    access: accessOf(row),
    state: 'open',
    ...(record.lastOpenedAt ? { lastOpenedAt: record.lastOpenedAt } : {}),
  };
}

/** Changes the identity after checking the version the reader started from. */
export function changeIdentity(
  store: Store,
  record: StoredRecord,
  headers: Headers,
  event: IdentityHistoryEntry['event'],
  change: Partial<RecordIdentity>,
  reason?: string,
): RecordIdentity {
  checkVersion(headers, record.identity.version);
  const next = { ...record.identity, ...change };
  const insCallAllowed = next.flags.every((flag) => flag === 'homonym');
  record.identity = { ...next, insCallAllowed, version: record.identity.version + 1 };
  record.version += 1;
  remember(record, event, store.reader.ref, at(), reason);
  writeAsReader(store, record, `identity.${event}`);
  return record.identity;
}

/** @throws Failure `version-required` or `version-stale` */
export function checkVersion(headers: Headers, version: number): void {
  const given = headers.get('if-match');
  if (given === null) throw problem('version-required');
  if (given !== `"${version}"`) throw problem('version-stale');
}

/** A line of the access journal, in the reader's name. */
export function writeAsReader(store: Store, record: StoredRecord, action: string): void {
  const row = readerRow(store, record);
  write(record, { professional: store.reader.ref, action, mode: row?.accessMode ?? 'none', at: at() });
}

function write(
  record: StoredRecord,
  { professional, action, mode, at: when }: Pick<AccessJournalEntry, 'professional' | 'action' | 'mode' | 'at'>,
): void {
  record.journal.unshift({
    entryId: String(record.journal.length + 1),
    at: when,
    professional,
    action,
    mode,
    outcome: 'done',
    emergency: mode === 'break-glass',
  });
}

function remember(
  record: StoredRecord,
  event: IdentityHistoryEntry['event'],
  by: IdentityHistoryEntry['by'],
  when: string,
  reason?: string,
): void {
  const { version, status, flags, traits, ins } = record.identity;
  record.history.unshift({
    version,
    at: when,
    by,
    event,
    status,
    flags,
    traits,
    ...(reason === undefined ? {} : { reason }),
    ...(ins ? { ins } : {}),
  });
}

function dmpOf({ status }: RecordIdentity): Administrative['dmp'] {
  return status === 'qualified' ? { available: true } : { available: false, missing: ['qualified-identity'] };
}
