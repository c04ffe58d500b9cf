import { matrixAllows } from '@spico/domain/rules/access/matrix';
import { isProfessionGroup } from '@spico/domain/rules/access/profession-group';
import { statement, type Tx } from '../../platform/db.ts';
import type { ActingPerson } from './access.repository.ts';

/** What a notice tells of. */
export type NoticeKind = 'self-enrolment' | 'break-glass' | 'membership-request' | 'supervision';

/** A notice that waits, with the address it goes to today. */
export interface WaitingNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly recordId: string | null;
  /** null: the supervisor's mailbox. */
  readonly accountId: string | null;
  readonly address: string | null;
  readonly actorName: string;
  readonly reference: string;
  readonly happenedAt: Date;
  /** Seconds since then. */
  readonly age: number;
}

interface Recipient {
  readonly id: string;
  readonly groups: readonly (string | null)[];
}

/**
 * Whom an act on a record is told to: every authorised member but whoever acts. A structure without a mailbox of its own is
 * told through the people who practise in it.
 */
export async function readRecipients(tx: Tx, recordId: string, by: ActingPerson): Promise<Recipient[]> {
  return statement<Recipient>(
    tx,
    `with member as (
       select a.id, a.kind = 'structure' and a.login_email is null as through_people
       from record_membership m join account a on a.id = m.account_id and a.state = 'active'
       where m.record_id = $1 and m.ended_at is null
     ), reached as (
       select id as told, id as member from member where not through_people
       union
       select own.id, member.id from member
       join practice place on place.account_id = member.id and place.ended_at is null
       join account own on own.person_id = place.person_id and own.kind = 'individual'
       where through_people
     )
     select told.id, array_agg(p.profession_group) as groups
     from reached join account told on told.id = reached.told and told.state = 'active'
     left join practice p on p.account_id = reached.member and p.ended_at is null
     where told.id <> $2 and told.person_id is distinct from $3::uuid
     group by told.id order by told.id`,
    [recordId, by.accountId, by.personId],
  );
}

/** Whether somebody may add a member: the right to write the care circle (S03). */
export function mayAddMembers({ groups }: Recipient): boolean {
  return groups.some((group) => group !== null && isProfessionGroup(group) && matrixAllows(group, 'S03', 'write'));
}

export async function insertNotice(
  tx: Tx,
  notice: {
    readonly id: string;
    readonly actId: string;
    readonly kind: NoticeKind;
    readonly recordId: string;
    readonly accountId: string | null;
    readonly actorAccountId: string;
    readonly reference: string;
  },
): Promise<void> {
  await statement(
    tx,
    `insert into access_notice (id, act_id, kind, record_id, account_id, actor_account_id, reference)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [notice.id, notice.actId, notice.kind, notice.recordId, notice.accountId, notice.actorAccountId, notice.reference],
  );
}

/** What has not left yet of one act. */
export async function waitingNotices(tx: Tx, actId: string): Promise<WaitingNotice[]> {
  return statement<WaitingNotice>(
    tx,
    `select n.id, n.kind, n.record_id as "recordId", n.account_id as "accountId", told.login_email as address,
       actor.display_name as "actorName", n.reference, n.happened_at as "happenedAt",
       extract(epoch from spico_now() - n.happened_at)::float8 as age
     from access_notice n join account actor on actor.id = n.actor_account_id
     left join account told on told.id = n.account_id
     where n.act_id = $1 and n.sent_at is null order by n.id`,
    [actId],
  );
}

export async function markNotice(tx: Tx, id: string, outcome: 'sent' | 'no-address' | 'rejected'): Promise<void> {
  await statement(
    tx,
    'update access_notice set sent_at = spico_now(), outcome = $2 where id = $1 and sent_at is null',
    [id, outcome],
  );
}
