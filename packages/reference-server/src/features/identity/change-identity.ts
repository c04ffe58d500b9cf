import type { Identity } from '@spico/domain/rules/identity/status';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import type { Context } from '../../platform/use-case.ts';
import { indexIdentity, type SearchableIdentity } from '../patient-search/index.ts';
import { appendHistory, lockIdentity, nextVersion, writeIdentity } from './identity.repository.ts';
import { type Complementary, follow, type IdentityEvent, type RecordIdentity } from './record-identity.ts';
import { recordExists } from './candidates-in-the-way.ts';

/** What an act makes of an identity, and how the history will tell it. */
export interface Change {
  readonly identity: Identity;
  readonly complementary?: Complementary;
  readonly event: IdentityEvent;
  readonly reason?: string;
  /** A document was checked just now. */
  readonly checked?: { readonly copyId?: string };
}

type Stage = Pick<Context, 'tx' | 'ids' | 'actor' | 'clock' | 'session'>;

/**
 * The way of every change to the identity of an existing record: hold the record, compare the version, apply the rule,
 * write identity, index and history together.
 */
export async function changeIdentity(
  context: Context,
  recordId: string,
  rule: (before: RecordIdentity) => Outcome<Change, Failure> | Promise<Outcome<Change, Failure>>,
): Promise<Outcome<RecordIdentity, Failure>> {
  const before = await lockIdentity(context.tx, recordId);
  const stale = context.stale(before.version);
  if (stale) return fail(stale);
  const change = await rule(before);
  return change.ok ? saveChange(context, before, change.value) : change;
}

/** Writes one change. Fails with `record-exists` or `ins-already-attributed`; it must then be undone. */
export async function saveChange(
  context: Stage,
  before: RecordIdentity,
  change: Change,
): Promise<Outcome<RecordIdentity, Failure>> {
  const { tx, actor, clock, session } = context;
  const { identity, complementary, event, reason, checked } = change;
  const act = { now: clock.now(), by: actor.accountId, ...(checked ? { checked } : {}) };
  const after = {
    ...follow({ ...before, complementary: complementary ?? before.complementary }, identity, act),
    version: await nextVersion(tx, before.recordId),
  };
  const searchable = searchableOf(after);
  if (JSON.stringify(searchable) !== JSON.stringify(searchableOf(before))) {
    const indexed = await indexIdentity(tx, before.recordId, searchable);
    if (!indexed.ok) return fail(recordExists({ traits: identity.traits, recordId: before.recordId }));
  }
  if (!(await writeIdentity(tx, after))) return fail({ code: 'ins-already-attributed' });
  await appendHistory(tx, after, {
    event,
    by: actor.accountId,
    practiceId: session.practiceId,
    ...(reason === undefined ? {} : { reason }),
  });
  return ok(after);
}

/** What the search knows of a record. */
export function searchableOf({
  identity,
  complementary,
}: Pick<RecordIdentity, 'identity' | 'complementary'>): SearchableIdentity {
  const { birthOrder: _order, ...used } = complementary;
  return { ...identity.traits, ...used };
}
