import { statement, type Tx } from '../../platform/db.ts';
import type { AccessMode } from '../../platform/schema.ts';

/** One line of a record's access journal: who did what, when, and by which right. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: Date;
  readonly operation: string;
  readonly outcome: 'done' | 'replayed' | 'refused' | 'failed';
  readonly mode: AccessMode;
  readonly reason: string | null;
  readonly accountId: string;
  readonly displayName: string;
  readonly professionSystem: string | null;
  readonly professionCode: string | null;
  readonly structureName: string | null;
  readonly town: string | null;
  /** Absent for the portal. */
  readonly clientName: string | null;
}

/**
 * The record's chain, newest first.
 * @param before continue below this position; undefined starts at the newest
 * @param limit at most so many, from 1 to 100
 */
export async function readJournal(
  tx: Tx,
  recordId: string,
  before: number | undefined,
  limit: number,
): Promise<JournalEntry[]> {
  return statement<JournalEntry>(
    tx,
    `select e.seq, e.recorded_at as at, e.operation, e.outcome, e.mode, e.reason, e.account_id as "accountId",
       a.display_name as "displayName", split_part(e.profession, '|', 1) as "professionSystem",
       split_part(e.profession, '|', 2) as "professionCode", p.structure_name as "structureName", p.town,
       case when c.id <> 'spico-portal' then c.name end as "clientName"
     from audit.entry e
     join account a on a.id = e.account_id
     left join session s on s.id = e.session_id
     left join practice p on p.id = s.practice_id
     left join client c on c.id = e.client_id
     where e.chain = 'record:' || $1::text and e.seq < $2::bigint
     order by e.seq desc limit $3`,
    [recordId, before ?? Number.MAX_SAFE_INTEGER, limit],
  );
}
