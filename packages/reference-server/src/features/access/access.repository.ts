import type { BreakGlassGrant } from '@spico/domain/rules/access/break-glass';
import type { Consent } from '@spico/domain/rules/consent';
import { statement, type Tx } from '../../platform/db.ts';

/** Ways into one record are given one after the other: what is read afterwards stays true until the transaction ends. */
export async function lockRecord(tx: Tx, recordId: string): Promise<void> {
  await statement(tx, 'select 1 from coordination_record where id = $1 for no key update', [recordId]);
}

/** Who acts, as the rows below keep it. */
export interface ActingPerson {
  readonly accountId: string;
  readonly personId: string;
  readonly practiceId: string | undefined;
}

/** Self-enrolments of this person in the last day, all accounts together. Holds the person's turn, as searches do. */
export async function selfEnrolmentsOfTheDay(tx: Tx, personId: string): Promise<number> {
  await statement(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7470205))', [personId]);
  const [row] = await statement<{ n: number }>(
    tx,
    `select count(*)::int as n from self_enrolment
     where person_id = $1 and enrolled_at > spico_now() - interval '24 hours'`,
    [personId],
  );
  return row?.n ?? 0;
}

/** The membership with what it stood on; undefined when the account already belongs to the circle. */
export async function insertSelfEnrolment(
  tx: Tx,
  by: ActingPerson,
  enrolment: {
    readonly membershipId: string;
    readonly recordId: string;
    readonly searchId: string;
    readonly documentType: string;
    readonly consent: Consent;
    readonly noticeVersion: string;
  },
): Promise<Date | undefined> {
  const { membershipId, recordId, searchId, documentType, consent, noticeVersion } = enrolment;
  const [row] = await statement<{ since: Date }>(
    tx,
    `insert into record_membership (id, record_id, account_id, mode) values ($1, $2, $3, 'self-enrolled')
     on conflict (record_id, account_id) where ended_at is null do nothing returning since`,
    [membershipId, recordId, by.accountId],
  );
  if (!row) return undefined;
  await statement(
    tx,
    `insert into self_enrolment (membership_id, person_id, practice_id, search_id, document_type, consent_given_by,
       consent_mode, consent_collected_on, notice_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      membershipId,
      by.personId,
      by.practiceId ?? null,
      searchId,
      documentType,
      consent.givenBy,
      consent.mode,
      consent.collectedOn,
      noticeVersion,
    ],
  );
  return row.since;
}

/** When this person broke the glass of this record in the last day, all accounts together. */
export async function recentGrants(tx: Tx, recordId: string, by: ActingPerson): Promise<Date[]> {
  const rows = await statement<{ granted_at: Date }>(
    tx,
    `select g.granted_at from break_glass_grant g join account a on a.id = g.account_id
     where g.record_id = $1 and (a.id = $2 or a.person_id = $3) and g.granted_at > spico_now() - interval '24 hours'`,
    [recordId, by.accountId, by.personId],
  );
  return rows.map((row) => row.granted_at);
}

/** A new grant of two hours by the database's clock. */
export async function insertGrant(
  tx: Tx,
  by: ActingPerson,
  grant: Pick<BreakGlassGrant, 'reason' | 'text'> & { readonly id: string; readonly recordId: string },
): Promise<{ readonly since: Date; readonly until: Date }> {
  const [row] = await statement<{ since: Date; until: Date }>(
    tx,
    `insert into break_glass_grant (id, record_id, account_id, practice_id, reason_code, reason_text)
     values ($1, $2, $3, $4, $5, $6) returning granted_at as since, expires_at as until`,
    [grant.id, grant.recordId, by.accountId, by.practiceId ?? null, grant.reason, grant.text],
  );
  if (!row) throw new Error('An emergency access was not written.');
  return row;
}

/** Closes what is open, at its own end when that has passed. Says whether one was still live. */
export async function endGrants(tx: Tx, recordId: string, accountId: string): Promise<boolean> {
  // A grant given while this transaction waited may have begun after it: it ends where it began, never before.
  const rows = await statement<{ live: boolean }>(
    tx,
    `update break_glass_grant set ended_at = least(expires_at, greatest(granted_at, spico_now()))
     where record_id = $1 and account_id = $2 and ended_at is null returning expires_at > spico_now() as live`,
    [recordId, accountId],
  );
  return rows.some((row) => row.live);
}

/** Keeps a request of today; or says how many seconds are left of the day in which one was made already. */
export async function insertMembershipRequest(
  tx: Tx,
  by: ActingPerson,
  request: {
    readonly id: string;
    readonly recordId: string;
    readonly message: string | undefined;
    /** The day in Paris. */
    readonly today: string;
  },
): Promise<{ readonly requestedAt: Date } | { readonly secondsLeft: number }> {
  const [row] = await statement<{ requested_at: Date }>(
    tx,
    `insert into membership_request (id, record_id, account_id, person_id, practice_id, message, requested_on)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (record_id, person_id, requested_on) do nothing
     returning requested_at`,
    [
      request.id,
      request.recordId,
      by.accountId,
      by.personId,
      by.practiceId ?? null,
      request.message ?? null,
      request.today,
    ],
  );
  if (row) return { requestedAt: row.requested_at };
  const [left] = await statement<{ seconds: number }>(
    tx,
    `select ceil(extract(epoch from ($1::date + 1)::timestamp at time zone 'Europe/Paris' - spico_now()))::int as seconds`,
    [request.today],
  );
  return { secondsLeft: Math.max(1, left?.seconds ?? 1) };
}
