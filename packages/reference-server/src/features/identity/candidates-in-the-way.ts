import { decide } from '@spico/domain/rules/access/decide';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import type { Answer } from '../../platform/answer.ts';
import type { Runner } from '../../platform/runner.ts';
import { type Caller, type UseCase, useCase } from '../../platform/use-case.ts';
import { type PerformedSearch, performSearch, searchesUsedUp, toPatientSearchResult } from '../patient-search/index.ts';

/** The traits that another live record bears already. */
export interface InTheWay {
  readonly traits: IdentityTraits;
  readonly documentType?: string;
  /** The record that was being changed; absent at creation. */
  readonly recordId?: string;
}

/** Refuses because a record with this identity exists; everything written is undone, then the candidates are looked for. */
export function recordExists(inTheWay: InTheWay): Failure {
  return { code: 'record-exists', data: inTheWay };
}

const lookForCandidates = (action: string): UseCase<InTheWay, PerformedSearch | undefined> =>
  useCase<InTheWay, PerformedSearch | undefined>({
    action,
    access: ({ recordId }) => (recordId ? { record: recordId } : {}),
    async execute({ traits, documentType }, context) {
      const { actor, audit, now } = context;
      audit.detail('step', 'candidates');
      const limited = await searchesUsedUp(context);
      if (limited) return fail(limited);
      // A software without the right to search hears that somebody is in the way, not who.
      if (!decide({ actor, action: 'patient-search.search', now }).allow) return ok(undefined);
      const search = await performSearch(context, { traits, ...(documentType ? { documentType } : {}) });
      audit.detail('searchId', search.searchId).detail('candidates', search.candidates.length);
      if (search.shownRecordIds.length > 0) audit.detail('shown', search.shownRecordIds.join(' '));
      return ok(search);
    },
  });

/**
 * Gives a refused act the candidates it ran into (F-20): a fresh search, kept, whose ids open the doors of the three cases.
 * A transaction of its own: what the refused act had begun is gone by then. It counts as a search, and ends with the hour's.
 */
export async function tellCandidates(
  runner: Runner,
  refused: Outcome<Answer, Failure>,
  action: string,
  caller: Caller,
): Promise<Outcome<Answer, Failure>> {
  if (refused.ok || refused.failure.code !== 'record-exists') return refused;
  // Not under the key of the act: its answer would stand there instead of the one a retry may still get.
  const { idempotency: _key, expectedVersion: _version, ...asking } = caller;
  let search: PerformedSearch | undefined;
  const looked = await runner.run(lookForCandidates(action), refused.failure.data as InTheWay, asking, (value) => {
    search = value;
    return { status: 204 };
  });
  return looked.ok ? fail({ ...refused.failure, data: search }) : looked;
}

/** The candidates as a member of the problem. */
export function existingOf(
  { code, data }: Failure,
  { caller }: { readonly caller: Caller },
): Readonly<Record<string, unknown>> {
  return code === 'record-exists' && data
    ? { existing: toPatientSearchResult(data as PerformedSearch, caller.language) }
    : {};
}
