import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import type { Context } from '../../platform/use-case.ts';
import { type RecentSearch, readStandings, recentSearch, type Standing } from '../patient-search/index.ts';
import { type ActingPerson, lockRecord } from './access.repository.ts';

/** One answer of one's own recent search. */
export interface CandidatePath {
  readonly searchId: string;
  readonly candidateId: string;
}

/** The record behind a candidate, held until the transaction ends. */
export interface ReachedCandidate extends Standing {
  readonly search: RecentSearch;
  readonly recordId: string;
}

/**
 * Follows a candidate to its record, for the account that searched less than thirty minutes ago. What nobody was shown,
 * what is too old, what another account found, and what has been withdrawn since, are all `search-not-found`.
 */
export async function reachCandidate(
  { tx, actor, audit }: Pick<Context, 'tx' | 'actor' | 'audit'>,
  { searchId, candidateId }: CandidatePath,
): Promise<Outcome<ReachedCandidate, Failure>> {
  const search = await recentSearch(tx, actor, searchId);
  const recordId = search?.candidates.find((one) => one.candidateId === candidateId)?.recordId;
  if (!search || recordId === undefined) return fail({ code: 'search-not-found' });
  audit.on(recordId).detail('searchId', searchId);
  await lockRecord(tx, recordId);
  const standing = (await readStandings(tx, actor.accountId, [recordId])).get(recordId);
  if (!standing) return fail({ code: 'search-not-found' });
  if (standing.relation.kind === 'member') return fail({ code: 'already-member' });
  if (standing.state === 'merged') return fail({ code: 'record-merged' });
  if (standing.state === 'withdrawn') return fail({ code: 'search-not-found' });
  return ok({ search, recordId, ...standing });
}

/** Who acts, as the rows of this feature keep it. */
export function actingPerson({ actor, session }: Pick<Context, 'actor' | 'session'>): ActingPerson {
  return { accountId: actor.accountId, personId: actor.personId, practiceId: session.practiceId };
}
