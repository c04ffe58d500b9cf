import { statusOf } from '@spico/domain/rules/identity/status';
import {
  IDENTITY_FLAGS,
  type IdentityStatus,
  type IdentityTraits,
  isHighTrustDocumentType,
} from '@spico/domain/values/identity/traits';
import { statement, type Tx } from '../../platform/db.ts';
import { type Professional, professionalJson } from '../reference/index.ts';
import { type IdentityEvent, type IdentitySnapshot, type RecordIdentity, snapshotOf } from './record-identity.ts';

/** The columns of `person_identity`. */
export interface IdentityRow {
  record_id: string;
  birth_family_name: string;
  first_birth_given_name: string;
  birth_given_names: string[];
  sex: IdentityTraits['sex'];
  birth_date: string;
  birth_date_uncertain: boolean;
  birth_place_kind: IdentityTraits['birthPlace']['kind'];
  birth_place_cog: string;
  used_family_name: string | null;
  used_given_name: string | null;
  birth_order: number | null;
  status: IdentityStatus;
  homonym: boolean;
  doubtful: boolean;
  fictitious: boolean;
  document_type: string | null;
  document_checked_at: Date | null;
  document_checked_by: string | null;
  document_copy_id: string | null;
  ins_matricule: string | null;
  ins_key: string | null;
  ins_oid: string | null;
  ins_retrieved_at: Date | null;
}

/** A row of `person_identity`, with the version of its record, as the rules see it. */
export function toRecordIdentity(row: IdentityRow & { version: number }): RecordIdentity {
  const { document_type: document, ins_matricule: matricule, ins_key: key, ins_oid: oid } = row;
  return {
    recordId: row.record_id,
    version: row.version,
    identity: {
      traits: toTraits(row),
      flags: IDENTITY_FLAGS.filter((flag) => row[flag]),
      ...(document && isHighTrustDocumentType(document) ? { document } : {}),
      ...(matricule && key && oid ? { ins: { matricule, key, oid } } : {}),
      formerIns: [],
    },
    complementary: {
      ...(row.used_family_name === null ? {} : { usedFamilyName: row.used_family_name }),
      ...(row.used_given_name === null ? {} : { usedGivenName: row.used_given_name }),
      ...(row.birth_order === null ? {} : { birthOrder: row.birth_order }),
    },
    ...(row.document_checked_at && row.document_checked_by
      ? {
          documentCheck: {
            at: row.document_checked_at,
            by: row.document_checked_by,
            ...(row.document_copy_id ? { copyId: row.document_copy_id } : {}),
          },
        }
      : {}),
    ...(row.ins_retrieved_at ? { insRetrievedAt: row.ins_retrieved_at } : {}),
  };
}

export function toTraits(row: IdentityRow): IdentityTraits {
  return {
    birthFamilyName: row.birth_family_name,
    firstBirthGivenName: row.first_birth_given_name,
    ...(row.birth_given_names.length > 0 ? { birthGivenNames: row.birth_given_names } : {}),
    sex: row.sex,
    birthDate: row.birth_date,
    ...(row.birth_date_uncertain ? { birthDateUncertain: true } : {}),
    birthPlace: { kind: row.birth_place_kind, cog: row.birth_place_cog },
  };
}

/** The identity, and its record held until the transaction ends: two writers never both start from one version. */
export async function lockIdentity(tx: Tx, recordId: string): Promise<RecordIdentity> {
  const [row] = await statement<IdentityRow & { version: number }>(
    tx,
    `select i.*, r.version from coordination_record r join person_identity i on i.record_id = r.id
     where r.id = $1 for update of r`,
    [recordId],
  );
  if (!row) throw new Error('A record without identity.');
  return toRecordIdentity(row);
}

/** The record has changed; every reader's version is stale from now on. Returns the new version. */
export async function nextVersion(tx: Tx, recordId: string): Promise<number> {
  const [row] = await statement<{ version: number }>(
    tx,
    'update coordination_record set version = version + 1 where id = $1 returning version',
    [recordId],
  );
  if (!row) throw new Error('No such record.');
  return row.version;
}

const columns = [
  'record_id',
  'birth_family_name',
  'first_birth_given_name',
  'birth_given_names',
  'sex',
  'birth_date',
  'birth_date_uncertain',
  'birth_place_kind',
  'birth_place_cog',
  'used_family_name',
  'used_given_name',
  'birth_order',
  'status',
  'homonym',
  'doubtful',
  'fictitious',
  'document_type',
  'document_checked_at',
  'document_checked_by',
  'document_copy_id',
  'ins_matricule',
  'ins_key',
  'ins_oid',
  'ins_retrieved_at',
] as const satisfies readonly (keyof IdentityRow)[];

const upsert = `insert into person_identity (${columns.join(', ')})
  values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  on conflict (record_id) do update set ${columns.map((one) => `${one} = excluded.${one}`).join(', ')}`;

/**
 * Writes the identity as it now is. The status is derived here, and the table checks it against the same facts.
 * @returns false when another live record carries this INS; the transaction must then be given up
 */
export async function writeIdentity(tx: Tx, record: RecordIdentity): Promise<boolean> {
  const { identity, complementary, documentCheck } = record;
  const { traits, flags, document, ins } = identity;
  const row: IdentityRow = {
    record_id: record.recordId,
    birth_family_name: traits.birthFamilyName,
    first_birth_given_name: traits.firstBirthGivenName,
    birth_given_names: [...(traits.birthGivenNames ?? [])],
    sex: traits.sex,
    birth_date: traits.birthDate,
    birth_date_uncertain: traits.birthDateUncertain ?? false,
    birth_place_kind: traits.birthPlace.kind,
    birth_place_cog: traits.birthPlace.cog,
    used_family_name: complementary.usedFamilyName ?? null,
    used_given_name: complementary.usedGivenName ?? null,
    birth_order: complementary.birthOrder ?? null,
    status: statusOf(identity),
    homonym: flags.includes('homonym'),
    doubtful: flags.includes('doubtful'),
    fictitious: flags.includes('fictitious'),
    document_type: document ?? null,
    document_checked_at: documentCheck?.at ?? null,
    document_checked_by: documentCheck?.by ?? null,
    document_copy_id: documentCheck?.copyId ?? null,
    ins_matricule: ins?.matricule ?? null,
    ins_key: ins?.key ?? null,
    ins_oid: ins?.oid ?? null,
    ins_retrieved_at: record.insRetrievedAt ?? null,
  };
  try {
    await statement(
      tx,
      upsert,
      columns.map((one) => row[one]),
    );
    return true;
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === 'person_identity_one_ins') return false;
    throw error;
  }
}

/** Who did what to an identity. */
export interface HistoryLine {
  readonly event: IdentityEvent;
  readonly by: string;
  readonly practiceId: string | undefined;
  readonly reason?: string;
  /** When it was; now when absent. */
  readonly at?: Date;
}

/** Adds this state to the history, under the version the record has now. */
export async function appendHistory(tx: Tx, record: RecordIdentity, line: HistoryLine): Promise<void> {
  await statement(
    tx,
    `insert into record_identity_version
       (record_id, version, recorded_by, practice_id, event, reason, status, identity, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, coalesce($9::timestamptz, spico_now()))`,
    [
      record.recordId,
      record.version,
      line.by,
      line.practiceId ?? null,
      line.event,
      line.reason ?? null,
      statusOf(record.identity),
      JSON.stringify(snapshotOf(record)),
      line.at ?? null,
    ],
  );
}

/** One line of the history of an identity. */
export interface HistoryEntry {
  readonly version: number;
  readonly at: Date;
  readonly by: Professional;
  readonly event: IdentityEvent;
  readonly reason: string | null;
  readonly status: IdentityStatus;
  readonly identity: IdentitySnapshot;
}

/** Newest first. */
export async function readHistory(tx: Tx, recordId: string): Promise<HistoryEntry[]> {
  return statement<HistoryEntry>(
    tx,
    `select v.version, v.recorded_at as at, ${professionalJson('a', 'p')} as by, v.event, v.reason, v.status, v.identity
     from record_identity_version v
     join account a on a.id = v.recorded_by
     left join practice p on p.id = v.practice_id
     where v.record_id = $1 order by v.version desc limit 500`,
    [recordId],
  );
}
