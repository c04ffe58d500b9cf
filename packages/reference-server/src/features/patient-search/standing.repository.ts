import type { RecordState, Relation } from '@spico/domain/rules/access/actor';
import { statement, type Tx } from '../../platform/db.ts';
import type { AccessMode } from '../../platform/schema.ts';

/** How a record stands, and how one account stands to it. */
export interface Standing {
  readonly relation: Relation;
  readonly state: RecordState;
}

/** One statement for all candidates. A record that is not there has no entry. */
export async function readStandings(
  tx: Tx,
  accountId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (recordIds.length === 0) return new Map();
  const rows = await statement<{
    id: string;
    state: RecordState;
    kind: 'member' | 'break-glass' | 'ended' | null;
    mode: AccessMode | null;
    until: Date | null;
  }>(
    tx,
    `select r.id, r.state, l.kind, l.mode, l.until from coordination_record r
     left join lateral (
       select kind, mode, until from record_relation where record_id = r.id and account_id = $1 order by rank limit 1
     ) l on true
     where r.id = any($2::uuid[])`,
    [accountId, recordIds],
  );
  return new Map(rows.map((row) => [row.id, { state: row.state, relation: relationOf(row) }]));
}

function relationOf({
  kind,
  mode,
  until,
}: {
  kind: string | null;
  mode: AccessMode | null;
  until: Date | null;
}): Relation {
  if (kind === 'member' && mode && mode !== 'none' && mode !== 'break-glass') return { kind, mode };
  if (kind === 'break-glass' && until) return { kind, until };
  return { kind: kind === 'ended' ? 'ended' : 'none' };
}
