import { flagsConflict } from '@spico/domain/rules/identity/flags';
import { type InsCall, insCall } from '@spico/domain/rules/identity/ins-call';
import { verifyKo } from '@spico/domain/rules/identity/status';
import type { IdentityFlag, IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Ins } from '@spico/domain/values/ins/matricule';
import { insAuthority } from '@spico/domain/values/ins/oid';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { InsiClient } from '../../connectors/insi/index.ts';
import type { Failure } from '../../platform/failure.ts';
import { type Context, useCase } from '../../platform/use-case.ts';
import { countLookUp, readTraits, recentSearch } from '../patient-search/index.ts';
import { saveChange } from './change-identity.ts';
import { lockIdentity } from './identity.repository.ts';
import { type InsFound, type InsOutcome, type InsQuery, insertInsQuery } from './ins-query.repository.ts';
import { identityRefusal, insCallForbidden } from './refusals.ts';

/** What may be asked of the teleservice; decided and audited before anything leaves the house. */
export interface InsPlan {
  /** Absent: the traits cannot be asked (a name outside its alphabet, an indeterminate sex). */
  readonly call?: InsCall;
  readonly traits: IdentityTraits;
  readonly documentChecked: boolean;
  readonly record?: { readonly id: string; readonly version: number; readonly ins?: Ins };
}

/** What the teleservice answered. `refuted`: the number no longer belongs to these traits. */
export type InsAnswer =
  | { readonly outcome: 'found'; readonly found: InsFound }
  | { readonly outcome: Exclude<InsOutcome, 'found'> | 'refuted' };

/** An answer to be compared by a person, beside what was asked. */
export interface AnsweredInsQuery {
  readonly plan: InsPlan;
  readonly query: InsQuery;
}

export interface NewPersonAsked {
  readonly searchId: string;
  readonly traits: IdentityTraits;
  readonly flags: readonly IdentityFlag[];
  readonly documentChecked: boolean;
}

/** Step 1 for a person about to be created (F-34): only after a search, never for a doubtful or fictitious identity. */
export const planInsQuery = useCase<NewPersonAsked, InsPlan>({
  action: 'ins.query-traits',
  access: () => ({}),
  async execute({ searchId, traits, flags, documentChecked }, context) {
    const { tx, actor, clock, audit } = context;
    audit.detail('step', 'asked');
    const search = await recentSearch(tx, actor, searchId);
    if (!search) return fail({ code: 'search-not-found' });
    const read = readTraits(traits, clock.today());
    if (!read.ok) return fail({ code: 'invalid-request', fields: read.failure });
    const conflict = flagsConflict(flags);
    if (conflict) return fail(identityRefusal(conflict));
    const limited = await countLookUp(context, search.traits, read.value);
    if (limited) return fail(limited);
    return planFor({ traits: read.value, flags }, documentChecked);
  },
});

/** Step 1 for an existing record (F-47): a search, or the verification of the number it has. */
export const planRecordInsQuery = useCase<{ readonly recordId: string }, InsPlan>({
  action: 'identity.query-ins',
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId }, { tx, audit }) {
    audit.detail('step', 'asked');
    const { identity, version } = await lockIdentity(tx, recordId);
    const plan = planFor(identity, identity.document !== undefined);
    const record = { id: recordId, version, ...(identity.ins ? { ins: identity.ins } : {}) };
    return plan.ok ? ok({ ...plan.value, record }) : plan;
  },
});

function planFor(
  identity: { readonly traits: IdentityTraits; readonly flags: readonly IdentityFlag[]; readonly ins?: Ins },
  documentChecked: boolean,
): Outcome<InsPlan, Failure> {
  const { traits } = identity;
  const call = insCall(identity);
  if (call.ok) return ok({ call: call.value, traits, documentChecked });
  const forbidden = insCallForbidden(call.failure);
  return forbidden ? fail(forbidden) : ok({ traits, documentChecked });
}

/**
 * Step 2, outside any transaction. Whatever goes wrong is an answer: creation is never held up (F-34).
 * @param testNumbers - a demonstration takes numbers of the test authority; a production base never does
 */
export async function askInsi(insi: InsiClient, plan: InsPlan, testNumbers: boolean): Promise<InsAnswer> {
  const { call, traits, record } = plan;
  if (!call) return { outcome: 'unavailable' };
  if (call === 'verify' && record?.ins) {
    const { matricule, key, oid } = record.ins;
    const { outcome } = await insi.verify(traits, matricule + key, oid);
    if (outcome === 'confirmed') return { outcome: 'found', found: { traits, ins: record.ins } };
    return { outcome: outcome === 'refuted' ? 'refuted' : 'unavailable' };
  }
  const answer = await insi.search(traits);
  if (answer.outcome !== 'found') return { outcome: answer.outcome };
  const { traits: retrieved, ins } = answer.identity;
  // An authority that no published list explains is nobody's to guess.
  const environment = insAuthority(ins.oid)?.environment;
  if (!environment || (environment !== 'production' && !testNumbers)) return { outcome: 'unavailable' };
  return { outcome: 'found', found: { traits: retrieved, ins } };
}

type Asked = { readonly plan: InsPlan; readonly answer: InsAnswer };

/** Step 3: the server keeps the answer for thirty minutes. */
export const keepInsAnswer = useCase<Asked, AnsweredInsQuery>({
  action: 'ins.query-traits',
  access: () => ({}),
  execute: async (asked, context) => ok(await keep(asked, context)),
});

/** Step 3 for a record; a number the teleservice no longer knows goes to history at once. */
export const keepRecordInsAnswer = useCase<Asked, AnsweredInsQuery>({
  action: 'identity.query-ins',
  sections: ['S01'],
  access: ({ plan }) => (plan.record ? { record: plan.record.id } : {}),
  async execute(asked, context) {
    const { plan, answer } = asked;
    if (answer.outcome !== 'refuted' || !plan.record) return ok(await keep(asked, context));
    const before = await lockIdentity(context.tx, plan.record.id);
    // Somebody changed the identity while the service was asked: the answer is about what it no longer is.
    if (before.version !== plan.record.version)
      return ok(await keep({ plan, answer: { outcome: 'unavailable' } }, context));
    const dropped = verifyKo(before.identity);
    if (!dropped.ok) return fail(identityRefusal(dropped.failure));
    const saved = await saveChange(context, before, { identity: dropped.value, event: 'ins-dropped' });
    return saved.ok ? ok(await keep({ plan, answer: { outcome: 'none' } }, context)) : saved;
  },
});

async function keep({ plan, answer }: Asked, { tx, ids, actor, audit }: Context): Promise<AnsweredInsQuery> {
  const outcome = answer.outcome === 'refuted' ? 'none' : answer.outcome;
  audit.detail('step', 'answered').detail('outcome', outcome);
  const query = await insertInsQuery(tx, {
    id: ids.next(),
    accountId: actor.accountId,
    personId: actor.personId,
    traits: plan.traits,
    outcome,
    ...(plan.record ? { recordId: plan.record.id } : {}),
    ...(answer.outcome === 'found' ? { found: answer.found } : {}),
  });
  return { plan, query };
}
