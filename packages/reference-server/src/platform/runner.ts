import type { DenialReason } from '@spico/domain/rules/access/decide';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import { currentMode, type Judge, type Known, lookUp, type Refused, touchSession } from './access.ts';
import type { Answer } from './answer.ts';
import { appendAudit, type AuditFacts, AuditNote, chainOf } from './audit.ts';
import { clockAt } from './clock.ts';
import { type Closing, type Database, statement, type Tx } from './db.ts';
import type { Failure } from './failure.ts';
import { findAnswer, storeAnswer } from './idempotency.ts';
import { type Ids, uuid7 } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { AccessFacts, Caller, Context, PublicContext, UseCase } from './use-case.ts';

/** Takes a use case from the door to the committed answer. */
export interface Runner {
  run<C, V>(
    useCase: UseCase<C, V>,
    command: C,
    caller: Caller,
    toAnswer: (value: V) => Answer,
  ): Promise<Outcome<Answer, Failure>>;
}

/** What the runner stands on. */
export interface RunnerDeps {
  readonly database: Database;
  readonly judge: Judge;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly ids?: Ids;
}

/** Leaves the transaction so that it rolls back, carrying what the audit row has to say. */
class RolledBack extends Error {
  readonly failure: Failure;
  readonly facts: AuditFacts[];

  constructor(failure: Failure, facts: AuditFacts[]) {
    super(failure.code);
    this.failure = failure;
    this.facts = facts;
  }
}

/** Forbidden, unknown and malformed ids of records are answered alike (quality A5); only who reaches it learns why not. */
function refusal(reason: DenialReason, known: Known, access: AccessFacts): Failure {
  const reaches = known.relation.kind === 'member' || known.relation.kind === 'break-glass';
  // Who held an emergency access knows the record exists; saying that the time is over is the honest answer (F-43).
  if (known.emergencyEnded && access.record !== undefined) return { code: 'break-glass-ended' };
  if (access.record !== undefined && !reaches) return { code: 'record-not-found' };
  if (reason === 'client-scope-missing') return { code: 'client-not-allowed' };
  if (reason === 'record-merged') return { code: 'record-merged' };
  return { code: 'forbidden', reason };
}

function auditFacts(
  outcome: AuditFacts['outcome'],
  action: string,
  caller: Caller,
  note: AuditNote,
  known: Known | undefined,
  problem?: string,
): AuditFacts[] {
  const facts: AuditFacts = {
    requestId: caller.requestId,
    operation: action,
    outcome,
    problem,
    accountId: known?.actor.accountId ?? note.accountId,
    personId: known?.actor.personId ?? note.personId,
    profession: known?.session.profession,
    structure: known?.session.structure,
    mode: note.mode,
    reason: note.reason,
    recordId: note.recordId,
    recordExists: note.recordExists,
    sections: outcome === 'done' || outcome === 'replayed' ? [...note.sections].sort() : [],
    sessionId: known?.session.id ?? note.sessionId,
    clientId: known?.session.clientId ?? note.clientId,
    origin: caller.origin,
    details: note.details,
  };
  const others = [...new Set(note.others)].map((recordId) => ({
    ...facts,
    recordId,
    recordExists: true,
    details: undefined,
  }));
  // Chains are always locked in the same order, so that two acts on the same records never wait for each other.
  return [facts, ...others].sort((a, b) => (chainOf(a) < chainOf(b) ? -1 : 1));
}

/** A token that ran out, was taken to another page, or whose session or account has ended: tried, and refused (quality C3). */
function turnedAway(action: string, caller: Caller, access: AccessFacts, failure: Failure, who: Refused): AuditFacts {
  const { requestId, origin } = caller;
  const tried = { requestId, operation: action, outcome: 'refused', problem: failure.code, ...who, origin } as const;
  // Whether the record exists was not asked: the row stands in the account's chain.
  return { ...tried, mode: 'none', recordId: access.record, recordExists: false, sections: [] };
}

/** Builds the runner. Reading takes three round trips: begin and look-up, the deed, audit and commit. */
export function createRunner({ database, judge, jobs, ids = uuid7 }: RunnerDeps): Runner {
  return {
    async run(useCase, command, caller, toAnswer) {
      const access: AccessFacts = useCase.reach === 'judged' ? useCase.access(command) : {};
      try {
        return await database.transaction(async (tx, closing) => {
          const found = await whoActs(tx, useCase.reach, caller, access.record);
          if ('failure' in found) {
            if (found.who)
              closing.push(appendAudit(turnedAway(useCase.action, caller, access, found.failure, found.who)));
            return fail(found.failure);
          }
          const { known, now } = found;
          const note = new AuditNote({
            recordId: access.record,
            recordExists: known?.recordState !== undefined,
            mode: known?.mode ?? 'none',
            sections: useCase.reach === 'judged' ? (useCase.sections ?? []) : [],
          });
          const audit = (outcome: AuditFacts['outcome'], problem?: string) =>
            auditFacts(outcome, useCase.action, caller, note, known, problem);

          if (useCase.reach === 'judged' && known) {
            const judgement = judge({
              actor: known.actor,
              action: useCase.action,
              relation: known.relation,
              recordState: known.recordState,
              facts: access.facts,
              now,
            });
            const unknownRecord = access.record !== undefined && known.recordState === undefined;
            if (!judgement.allow || unknownRecord) {
              const failure: Failure = judgement.allow
                ? { code: 'record-not-found' }
                : refusal(judgement.reason, known, access);
              closing.push(...audit('refused', failure.code).map(appendAudit));
              return fail(failure);
            }
          }

          const seat =
            caller.idempotency && known
              ? {
                  caller: known.actor.accountId,
                  person: known.actor.personId,
                  operation: useCase.action,
                  ...caller.idempotency,
                }
              : undefined;
          const before = seat ? await findAnswer(tx, seat) : undefined;
          if (before && 'failure' in before)
            throw new RolledBack(before.failure, audit('refused', before.failure.code));
          if (before && known) {
            const { recordId } = before;
            const mode = recordId === undefined ? 'none' : await currentMode(tx, known.actor.accountId, recordId);
            if (recordId !== undefined) note.on(recordId).through(mode);
            // What the first answer showed of a record is shown again only to who still reaches it (quality A1, A8).
            if (recordId !== undefined && mode === 'none' && note.sections.size > 0) {
              const failure: Failure = { code: 'forbidden', reason: 'membership-ended' };
              closing.push(...audit('refused', failure.code).map(appendAudit));
              return fail(failure);
            }
            closing.push(...audit('replayed').map(appendAudit));
            return ok(before.answer);
          }

          const outcome = await execute(useCase, command, contextOf(tx, caller, note, now), known);
          if (!outcome.ok) {
            const facts = audit('failed', outcome.failure.code);
            if (!outcome.failure.keepWrites) throw new RolledBack(outcome.failure, facts);
            closing.push(...facts.map(appendAudit));
            return fail(outcome.failure);
          }
          const answer = toAnswer(outcome.value);
          if (seat) {
            const recordId = note.recordExists ? note.recordId : undefined;
            closing.push(storeAnswer(seat, { answer, ...(recordId === undefined ? {} : { recordId }) }));
          }
          // Acts on the session itself (reading it, renewing a token in the background) are no activity of the person.
          if (useCase.reach === 'judged') touch(closing, known);
          closing.push(...audit('done').map(appendAudit));
          return ok(answer);
        });
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        // The deed is undone; that it was tried is not.
        await database.transaction(async (_tx, closing) => {
          closing.push(
            ...error.facts.map((facts) =>
              appendAudit({ ...facts, recordExists: facts.recordExists && !isNew(facts, access) }),
            ),
          );
        });
        return fail(error.failure);
      }
    },
  };

  function contextOf(tx: Tx, caller: Caller, audit: AuditNote, now: Date): PublicContext {
    return {
      tx,
      caller,
      audit,
      ids,
      clock: clockAt(now),
      enqueue: (job, data, options) => jobs.enqueue(tx, job, data, options),
      stale: (current) =>
        caller.expectedVersion === undefined || caller.expectedVersion === current
          ? undefined
          : { code: 'version-stale' },
    };
  }
}

/** A record named while working, in a transaction that was undone: it may not exist, so its chain is not begun. */
function isNew(facts: AuditFacts, access: AccessFacts): boolean {
  return facts.recordId !== undefined && facts.recordId !== access.record && facts.mode === 'creator';
}

function touch(closing: Closing, known: Known | undefined): void {
  if (known?.touch) closing.push({ sql: touchSession, values: [known.session.id] });
}

async function whoActs(tx: Tx, reach: 'judged' | 'session' | 'public', caller: Caller, recordId: string | undefined) {
  if (reach === 'public') {
    const [row] = await statement<{ now: Date }>(tx, 'select spico_now() as now');
    if (!row) throw new Error('The database has no clock.');
    return { now: row.now, known: undefined };
  }
  const wanted = reach === 'judged' ? 'bearer' : caller.credential.kind;
  if (caller.credential.kind === 'none' || caller.credential.kind !== wanted) {
    return { failure: { code: 'unauthenticated' } satisfies Failure };
  }
  const found = await lookUp(tx, caller.credential, caller.origin, recordId);
  return 'failure' in found ? found : { known: found.known, now: found.known.now };
}

function execute<C, V>(useCase: UseCase<C, V>, command: C, context: PublicContext, known: Known | undefined) {
  if (useCase.reach === 'public') return useCase.execute(command, context);
  if (!known) throw new Error('A judged act without an actor.');
  const full: Context = {
    ...context,
    actor: known.actor,
    session: known.session,
    relation: known.relation,
    recordState: known.recordState,
    now: known.now,
  };
  return useCase.execute(command, full);
}
