import type { Consent } from '@spico/domain/rules/consent';
import { statement, type Tx } from '../../platform/db.ts';
import type { Contact } from './contact.ts';

/** Who writes, and where he practises. */
export interface Author {
  readonly accountId: string;
  readonly practiceId: string | undefined;
  /** When it was written; now when absent. */
  readonly at?: Date;
}

/** The record itself, still empty, with its creator in the circle (mode `creator`). */
export async function insertRecord(tx: Tx, recordId: string, membershipId: string, creator: Author): Promise<void> {
  await statement(tx, 'insert into coordination_record (id) values ($1)', [recordId]);
  await statement(
    tx,
    `insert into record_membership (id, record_id, account_id, mode, added_by) values ($1, $2, $3, 'creator', $3)`,
    [membershipId, recordId, creator.accountId],
  );
}

/** The consent as it now stands; the former ones stay. @param version - of the record with this change */
export async function insertConsent(
  tx: Tx,
  recordId: string,
  version: number,
  consent: Consent & { readonly noticeVersion: string },
  author: Author,
): Promise<void> {
  await statement(
    tx,
    `insert into record_consent (record_id, version, given_by, mode, collected_on, notice_version, recorded_by, practice_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, spico_now()))`,
    [
      recordId,
      version,
      consent.givenBy,
      consent.mode,
      consent.collectedOn,
      consent.noticeVersion,
      author.accountId,
      author.practiceId ?? null,
      author.at ?? null,
    ],
  );
}

/** How the person can now be reached; what was known before stays in its own row. */
export async function insertContact(
  tx: Tx,
  recordId: string,
  version: number,
  contact: Contact,
  accountId: string,
): Promise<void> {
  await statement(
    tx,
    'insert into record_contact (record_id, version, email, mobile, recorded_by) values ($1, $2, $3, $4, $5)',
    [recordId, version, contact.email ?? null, contact.mobile ?? null, accountId],
  );
}

/** The newest contact. */
export async function findContact(tx: Tx, recordId: string): Promise<Contact> {
  const [row] = await statement<{ email: string | null; mobile: string | null }>(
    tx,
    'select email, mobile from record_contact where record_id = $1 order by version desc limit 1',
    [recordId],
  );
  return { ...(row?.email ? { email: row.email } : {}), ...(row?.mobile ? { mobile: row.mobile } : {}) };
}
