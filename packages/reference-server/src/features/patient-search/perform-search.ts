import type { RecordState, Relation } from '@spico/domain/rules/access/actor';
import { decide } from '@spico/domain/rules/access/decide';
import { type SelfEnrolmentObstacle, selfEnrolmentObstacles } from '@spico/domain/rules/access/self-enrolment';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Context } from '../../platform/use-case.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { type Standing, readStandings } from './standing.repository.ts';
import { keepSearch } from './recent-search.repository.ts';

export type CandidateAction = 'open' | 'self-enrol' | 'break-glass' | 'request-membership';

/** A candidate as the searcher may see it: never the circle, the record's id only for who can open it. */
export interface ShownCandidate extends Pick<Candidate, 'grade' | 'traits' | 'differences'> {
  readonly candidateId: string;
  readonly relation: 'member' | 'break-glass' | 'none';
  readonly recordId?: string;
  readonly allowedActions: readonly CandidateAction[];
  readonly selfEnrolmentObstacles: readonly SelfEnrolmentObstacle[];
}

/** A search as it is answered, and kept for thirty minutes. */
export interface PerformedSearch {
  readonly searchId: string;
  readonly expiresAt: Date;
  readonly candidates: readonly ShownCandidate[];
  readonly more: boolean;
  readonly identityDocumentChecked: boolean;
  readonly mayCreate: boolean;
  /** For the audit trail, never for the answer. */
  readonly shownRecordIds: readonly string[];
}

/**
 * Searches, keeps the search, and says what the searcher may do with each candidate (F-39 to F-41, behaviour table 9.1).
 * Counts against no limit and writes no audit row: that is for the use case that asks.
 * @param asked - Checked traits; the document, when one was checked for this very search (F-24).
 */
export async function performSearch(
  { tx, ids, actor, clock }: Pick<Context, 'tx' | 'ids' | 'actor' | 'clock'>,
  asked: { readonly traits: IdentityTraits; readonly documentType?: string },
): Promise<PerformedSearch> {
  const found = await findCandidates(tx, asked.traits);
  const standings = await readStandings(
    tx,
    actor.accountId,
    found.candidates.map((one) => one.recordId),
  );
  // A merged or withdrawn record leaves the index with the act that ends it; should one have stayed, it is not offered.
  const named = found.candidates.flatMap((candidate) => {
    const standing = standings.get(candidate.recordId);
    const offered = standing?.state === 'open' || standing?.state === 'closed';
    return offered ? [{ ...candidate, ...standing, candidateId: ids.next() }] : [];
  });
  const search = await keepSearch(tx, {
    id: ids.next(),
    accountId: actor.accountId,
    personId: actor.personId,
    ...asked,
    candidates: named.map(({ candidateId, recordId, grade }) => ({ candidateId, recordId, grade })),
  });
  const now = clock.now();
  const show = (candidate: Candidate & Standing & { readonly candidateId: string }): ShownCandidate => {
    const { candidateId, recordId, grade, traits, differences, relation, state } = candidate;
    const birthPlace = asked.traits.birthPlace;
    const obstacles = selfEnrolmentObstacles({
      actor,
      search: { accountId: actor.accountId, at: search.searchedAt, documentType: asked.documentType, birthPlace },
      relation,
      recordState: state,
      now,
    });
    return {
      candidateId,
      grade,
      traits,
      differences,
      relation: relation.kind === 'ended' ? 'none' : relation.kind,
      ...(relation.kind === 'member' || relation.kind === 'break-glass' ? { recordId } : {}),
      allowedActions: actionsOn(relation, state, obstacles),
      selfEnrolmentObstacles: obstacles,
    };
  };
  return {
    searchId: search.id,
    expiresAt: search.expiresAt,
    candidates: named.map(show),
    more: found.more,
    identityDocumentChecked: asked.documentType !== undefined,
    mayCreate: decide({ actor, action: 'records.create', now }).allow,
    shownRecordIds: named.map((one) => one.recordId),
  };

  function actionsOn(
    relation: Relation,
    recordState: RecordState,
    obstacles: readonly SelfEnrolmentObstacle[],
  ): CandidateAction[] {
    const opens = decide({ actor, action: 'records.open', relation, recordState, now }).allow;
    const open = opens ? (['open'] as const) : [];
    if (relation.kind === 'member') return [...open];
    const may = (action: string) => decide({ actor, action, now }).allow;
    return [
      // Whoever is inside in an emergency may go back in, take a lasting access, or break the glass anew with a new reason.
      ...open,
      ...(obstacles.length === 0 ? (['self-enrol'] as const) : []),
      ...(may('access.break-glass') ? (['break-glass'] as const) : []),
      ...(recordState === 'open' && may('access.request-membership') ? (['request-membership'] as const) : []),
    ];
  }
}
