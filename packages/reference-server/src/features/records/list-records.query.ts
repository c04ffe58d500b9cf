import type { RecordState } from '@spico/domain/rules/access/actor';
import { fail, ok } from '@spico/domain/values/outcome';
import type { Cursors } from '../../platform/cursor.ts';
import { statement } from '../../platform/db.ts';
import type { AccessMode } from '../../platform/schema.ts';
import { useCase } from '../../platform/use-case.ts';
import { type IdentityRow, type RecordIdentity, toStoredIdentity } from '../identity/index.ts';
import type { ReaderAccess } from './open-record.query.ts';

/** One row of the patient list (file active, F-70). */
export interface PatientListRow {
  readonly record: RecordIdentity;
  readonly state: RecordState;
  readonly access: ReaderAccess;
  readonly lastOpenedAt: Date | null;
}

export interface PatientListPage {
  readonly rows: readonly PatientListRow[];
  readonly nextCursor?: string;
  readonly now: Date;
}

type Row = IdentityRow & {
  version: number;
  state: RecordState;
  place: string;
  last_opened_at: Date | null;
  mode: Exclude<AccessMode, 'none'>;
  since: Date;
  until: Date | null;
};

// Walks the reader's own index from where the last page ended: what stands behind, or in other people's lists, costs nothing.
const page = `
  select i.*, r.version, r.state, w.mode, w.since, w.until, l.last_opened_at,
    to_char(l.position, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
  from active_caseload l
  join lateral (
    select mode, since, null::timestamptz as until from record_membership
    where record_id = l.record_id and account_id = l.account_id and ended_at is null
    union all
    select 'break-glass', granted_at, expires_at from break_glass_grant
    where record_id = l.record_id and account_id = l.account_id and ended_at is null and expires_at > $2
    limit 1
  ) w on true
  join coordination_record r on r.id = l.record_id and r.state in ('open', 'closed')
  join person_identity i on i.record_id = l.record_id
  where l.account_id = $1 and (l.position, l.record_id) < ($3::timestamptz, $4::uuid)
  order by l.position desc, l.record_id desc
  limit $5`;

const TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** The reader's patients, last opened first. A cursor is good for this reader and this list only. */
export const listRecords = (cursors: Cursors) =>
  useCase<{ readonly limit: number; readonly cursor?: string }, PatientListPage>({
    action: 'records.list',
    sections: ['S01'],
    access: () => ({}),
    async execute({ limit, cursor }, { tx, actor, clock, audit }) {
      const binding = `records.list ${actor.accountId}`;
      const from = cursor === undefined ? TOP : cursors.open(binding, cursor);
      if (!from) return fail({ code: 'invalid-cursor' });
      const now = clock.now();
      const found = await statement<Row>(tx, page, [actor.accountId, now, from[0], from[1], limit + 1]);
      const rows = found.slice(0, limit);
      const last = found.length > limit ? rows.at(-1) : undefined;
      audit.detail('rows', rows.length);
      return ok({
        now,
        rows: rows.map((row) => ({
          record: toStoredIdentity(row),
          state: row.state,
          access: { mode: row.mode, since: row.since, ...(row.until ? { until: row.until } : {}) },
          lastOpenedAt: row.last_opened_at,
        })),
        ...(last ? { nextCursor: cursors.seal(binding, [last.place, last.record_id]) } : {}),
      });
    },
  });
