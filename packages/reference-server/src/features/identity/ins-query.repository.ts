import type { Actor } from '@spico/domain/rules/access/actor';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Ins } from '@spico/domain/values/ins/matricule';
import { statement, type Tx } from '../../platform/db.ts';

/** What the teleservice said of one person. */
export interface InsFound {
  readonly traits: IdentityTraits;
  readonly ins: Ins;
}

export type InsOutcome = 'found' | 'none' | 'several' | 'unavailable';

/** One question to the teleservice with its answer, kept by the server: a browser only names it. */
export interface InsQuery {
  readonly id: string;
  readonly traits: IdentityTraits;
  readonly outcome: InsOutcome;
  readonly found?: InsFound;
  readonly expiresAt: Date;
}

export async function insertInsQuery(
  tx: Tx,
  asked: {
    readonly id: string;
    readonly accountId: string;
    readonly personId: string;
    readonly recordId?: string;
    readonly traits: IdentityTraits;
    readonly outcome: InsOutcome;
    readonly found?: InsFound;
  },
): Promise<InsQuery> {
  const [row] = await statement<{ expires_at: Date }>(
    tx,
    `insert into ins_query (id, account_id, person_id, record_id, traits, outcome, answer)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb) returning expires_at`,
    [
      asked.id,
      asked.accountId,
      asked.personId,
      asked.recordId ?? null,
      JSON.stringify(asked.traits),
      asked.outcome,
      asked.found ? JSON.stringify(asked.found) : null,
    ],
  );
  if (!row) throw new Error('An INS query was not kept.');
  const { id, traits, outcome, found } = asked;
  return { id, traits, outcome, ...(found ? { found } : {}), expiresAt: row.expires_at };
}

/**
 * Takes an answer that is still to be decided: of this caller, for this record (or for none yet), not too old, not decided
 * before. It is then spent.
 */
export async function takeInsQuery(
  tx: Tx,
  by: Pick<Actor, 'accountId' | 'personId'>,
  wanted: { readonly id: string; readonly recordId?: string },
): Promise<InsQuery | undefined> {
  const [row] = await statement<{ traits: IdentityTraits; answer: InsFound; expires_at: Date }>(
    tx,
    `update ins_query set decided_at = spico_now()
     where id = $1 and account_id = $2 and person_id = $3 and record_id is not distinct from $4::uuid
       and outcome = 'found' and decided_at is null and expires_at > spico_now()
     returning traits, answer, expires_at`,
    [wanted.id, by.accountId, by.personId, wanted.recordId ?? null],
  );
  return row && { id: wanted.id, traits: row.traits, outcome: 'found', found: row.answer, expiresAt: row.expires_at };
}

/** What was asked about somebody is not kept for nothing: a day after its end it goes; the audit trail stays. */
export async function forgetOldInsQueries(tx: Tx): Promise<void> {
  await statement(tx, `delete from ins_query where expires_at < spico_now() - interval '1 day'`);
}
