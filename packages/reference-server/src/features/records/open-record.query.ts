import type { RecordState, Relation } from '@spico/domain/rules/access/actor';
import {
  allowedActions,
  decide,
  type OfferedAction,
  type SectionRight,
  type Situation,
  sectionRights,
} from '@spico/domain/rules/access/decide';
import type { Consent } from '@spico/domain/rules/consent';
import { ok } from '@spico/domain/values/outcome';
import { statement } from '../../platform/db.ts';
import type { AccessMode } from '../../platform/schema.ts';
import { type Context, useCase } from '../../platform/use-case.ts';
import { type IdentityRow, type RecordIdentity, statusOfRecord, toStoredIdentity } from '../identity/index.ts';
import { type Professional, professionalJson } from '../reference/index.ts';
import type { Contact } from './contact.ts';

/** How the reader came in. */
export interface ReaderAccess {
  readonly mode: Exclude<AccessMode, 'none'>;
  readonly since: Date;
  /** Break-glass only. */
  readonly until?: Date;
}

/** Why the DMP button is not there (F-100). */
export type DmpMissing = 'pro-sante-connect-session' | 'qualified-identity' | 'right';

/** The first screen of a record, cut to what the reader may see. */
export interface OpenedRecord {
  readonly record: RecordIdentity;
  readonly state: RecordState;
  readonly createdAt: Date;
  readonly contact: Contact;
  readonly dmp: { readonly allowed: boolean; readonly missing: readonly DmpMissing[] };
  /** Absent without the right to read it. */
  readonly consent?: Consent & {
    readonly noticeVersion: string;
    readonly recordedAt: Date;
    readonly recordedBy: Professional;
  };
  readonly access: ReaderAccess;
  readonly sections: readonly SectionRight[];
  readonly allowedActions: readonly OfferedAction[];
  readonly now: Date;
}

/** Opens a record (F-50): one statement for the whole screen, which also puts the record on top of the reader's list. */
export const openRecord = useCase<{ readonly recordId: string }, OpenedRecord>({
  action: 'records.open',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId }, context) {
    return ok(await readRecord(context, recordId, context.relation, { opened: true }));
  },
});

type Row = IdentityRow & {
  version: number;
  state: RecordState;
  created_at: Date;
  email: string | null;
  mobile: string | null;
  since: Date | null;
  given_by: Consent['givenBy'] | null;
  consent_mode: Consent['mode'] | null;
  collected_on: string | null;
  notice_version: string | null;
  consent_at: Date | null;
  consent_by: Professional | null;
};

const screen = `
  with opened as (
    update active_caseload set position = $3, last_opened_at = $3 where account_id = $2 and record_id = $1 and $4
  )
  select i.*, r.version, r.state, r.created_at, t.email, t.mobile, w.since,
    c.given_by, c.mode as consent_mode, c.collected_on, c.notice_version, c.recorded_at as consent_at, c.by as consent_by
  from coordination_record r
  join person_identity i on i.record_id = r.id
  left join lateral (
    select email, mobile from record_contact where record_id = r.id order by version desc limit 1
  ) t on true
  left join lateral (
    select s.*, ${professionalJson('a', 'p')} as by from record_consent s
    join account a on a.id = s.recorded_by left join practice p on p.id = s.practice_id
    where s.record_id = r.id order by s.version desc limit 1
  ) c on $5
  left join lateral (
    select since from record_membership where record_id = r.id and account_id = $2 and ended_at is null
    union all
    select granted_at from break_glass_grant
    where record_id = r.id and account_id = $2 and ended_at is null and expires_at > $3
    limit 1
  ) w on true
  where r.id = $1`;

/**
 * Reads the screen.
 * @param relation - how the reader reaches the record
 * @param wroteConsent - just now, by this reader: it is shown back even through a client that may only write
 */
export async function readRecord(
  { tx, actor, clock, audit }: Pick<Context, 'tx' | 'actor' | 'clock' | 'audit'>,
  recordId: string,
  relation: Relation,
  { opened = false, wroteConsent = false }: { readonly opened?: boolean; readonly wroteConsent?: boolean } = {},
): Promise<OpenedRecord> {
  const now = clock.now();
  // The rights that decide what is read at all; the state is joined in below, and only ever takes writes away.
  const readable = new Set(
    sectionRights({ actor, relation, recordState: 'open', now })
      .filter(({ read }) => read)
      .map(({ section }) => section),
  );
  const [row] = await statement<Row>(tx, screen, [
    recordId,
    actor.accountId,
    now,
    opened,
    wroteConsent || readable.has('S02'),
  ]);
  if (!row) throw new Error('A record without identity.');
  const record = toStoredIdentity(row);
  const identityQualified = statusOfRecord(record) === 'qualified';
  const situation: Situation = { actor, relation, recordState: row.state, facts: { identityQualified }, now };
  const consent = consentOf(row);
  if (consent) audit.section('S02');
  return {
    record,
    state: row.state,
    createdAt: row.created_at,
    contact: { ...(row.email ? { email: row.email } : {}), ...(row.mobile ? { mobile: row.mobile } : {}) },
    dmp: dmpFor(situation),
    ...(consent ? { consent } : {}),
    access: accessOf(relation, row.since ?? now),
    sections: sectionRights(situation),
    allowedActions: allowedActions(situation),
    now,
  };
}

function accessOf(relation: Relation, since: Date): ReaderAccess {
  if (relation.kind === 'member') return { mode: relation.mode, since };
  if (relation.kind === 'break-glass') return { mode: 'break-glass', since, until: relation.until };
  throw new Error('Nobody reads a record without a way to it.');
}

function consentOf(row: Row): OpenedRecord['consent'] {
  const { given_by: givenBy, consent_mode: mode, collected_on: collectedOn, notice_version: noticeVersion } = row;
  if (!givenBy || !mode || !collectedOn || !noticeVersion || !row.consent_at || !row.consent_by) return undefined;
  return { givenBy, mode, collectedOn, noticeVersion, recordedAt: row.consent_at, recordedBy: row.consent_by };
}

/** What is missing for the DMP; with a Pro Santé Connect session and a qualified identity, only the right may be. */
function dmpFor(situation: Situation): OpenedRecord['dmp'] {
  const allowed = decide({ ...situation, action: 'dmp.launch' }).allow;
  const { actor, facts } = situation;
  const best = { ...situation, actor: { ...actor, assurance: 'psc' as const }, facts: { identityQualified: true } };
  return {
    allowed,
    missing: [
      ...(actor.assurance === 'psc' ? [] : (['pro-sante-connect-session'] as const)),
      ...(facts?.identityQualified ? [] : (['qualified-identity'] as const)),
      ...(decide({ ...best, action: 'dmp.launch' }).allow ? [] : (['right'] as const)),
    ],
  };
}
