import type { Actor } from '@spico/domain/rules/access/actor';
import { statement, type Tx } from '../../platform/db.ts';
import type { CopyMediaType } from './media-type.ts';

/** Who deposited: a person, in an account that several may share. */
type Depositor = Pick<Actor, 'accountId' | 'personId'>;

/** A deposited copy, without its bytes. */
export interface DocumentCopy {
  readonly id: string;
  readonly mediaType: CopyMediaType;
  readonly bytes: number;
  /** When it will be gone if a record takes it: five years after its deposit. */
  readonly deletedOn: string;
}

export async function insertCopy(
  tx: Tx,
  copy: {
    readonly id: string;
    readonly accountId: string;
    readonly personId: string;
    readonly mediaType: CopyMediaType;
    readonly bytes: number;
    readonly sealed: Uint8Array;
  },
): Promise<DocumentCopy> {
  const [row] = await statement<{ deleted_on: string }>(
    tx,
    `insert into identity_document_copy (id, account_id, person_id, media_type, bytes, sealed) values ($1, $2, $3, $4, $5, $6)
     returning ((deposited_at + interval '5 years') at time zone 'Europe/Paris')::date as deleted_on`,
    [copy.id, copy.accountId, copy.personId, copy.mediaType, copy.bytes, copy.sealed],
  );
  if (!row) throw new Error('A copy was not kept.');
  return { id: copy.id, mediaType: copy.mediaType, bytes: copy.bytes, deletedOn: row.deleted_on };
}

/** A record takes a copy its depositor has just made. @returns false when it is not there, not his, or taken already */
export async function attachCopy(tx: Tx, copyId: string, by: Depositor, recordId: string): Promise<boolean> {
  const rows = await statement(
    tx,
    `update identity_document_copy set record_id = $4, delete_after = deposited_at + interval '5 years'
     where id = $1 and account_id = $2 and person_id = $3 and record_id is null and delete_after > spico_now()
     returning id`,
    [copyId, by.accountId, by.personId, recordId],
  );
  return rows.length === 1;
}

/** Whether `attachCopy` would take it; held until the transaction ends. */
export async function copyIsFree(tx: Tx, copyId: string, by: Depositor): Promise<boolean> {
  const rows = await statement(
    tx,
    `select 1 from identity_document_copy
     where id = $1 and account_id = $2 and person_id = $3 and record_id is null and delete_after > spico_now()
     for update`,
    [copyId, by.accountId, by.personId],
  );
  return rows.length === 1;
}

/** The sealed bytes of a copy of this record; none once its time is over, whether or not it was purged yet. */
export async function findCopy(
  tx: Tx,
  recordId: string,
  copyId: string,
): Promise<{ readonly mediaType: CopyMediaType; readonly sealed: Uint8Array } | undefined> {
  const [row] = await statement<{ media_type: CopyMediaType; sealed: Uint8Array }>(
    tx,
    `select media_type, sealed from identity_document_copy
     where id = $1 and record_id = $2 and delete_after > spico_now()`,
    [copyId, recordId],
  );
  return row && { mediaType: row.media_type, sealed: row.sealed };
}

/** Destroys the copies whose time is over, at most so many, and says whose they were. */
export async function deleteDueCopies(
  tx: Tx,
  atMost: number,
): Promise<{ readonly id: string; readonly recordId: string | null; readonly accountId: string }[]> {
  return statement(
    tx,
    `delete from identity_document_copy where id in
       (select id from identity_document_copy where delete_after <= spico_now() order by delete_after limit $1)
     returning id, record_id as "recordId", account_id as "accountId"`,
    [atMost],
  );
}
