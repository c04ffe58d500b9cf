import type { BirthPlace } from '../../values/identity/place.ts';
import { isHighTrustDocumentType } from '../../values/identity/traits.ts';
import { isConsentGiver } from '../consent.ts';
import type { Actor, RecordState, Relation } from './actor.ts';
import { decide } from './decide.ts';

/** How long a search opens the doors found by it. */
export const SEARCH_VALIDITY_MS = 30 * 60 * 1000;

/** What a candidate's card shows beside a button that is not there (F-39, F-40). */
export type SelfEnrolmentObstacle =
  | 'document-not-checked'
  | 'birth-place-unknown'
  | 'search-too-old'
  | 'already-member'
  | 'record-not-open'
  | 'profession-not-allowed';

export interface SelfEnrolmentFacts {
  readonly actor: Actor;
  /** The search that found the record. */
  readonly search: {
    readonly accountId: string;
    readonly at: Date;
    /** Code of the high-trust document checked for that search. */
    readonly documentType?: string | undefined;
    readonly birthPlace: Pick<BirthPlace, 'kind'>;
  };
  readonly relation: Relation;
  readonly recordState: RecordState;
  readonly now: Date;
}

/** Everything that forbids the lasting access of F-42, as far as it can be said before the consent is asked. */
export function selfEnrolmentObstacles(facts: SelfEnrolmentFacts): readonly SelfEnrolmentObstacle[] {
  const { actor, search, relation, recordState, now } = facts;
  const age = now.getTime() - search.at.getTime();
  const found: SelfEnrolmentObstacle[] = [];
  if (!search.documentType || !isHighTrustDocumentType(search.documentType)) found.push('document-not-checked');
  if (search.birthPlace.kind === 'unknown') found.push('birth-place-unknown');
  // A search from the future or without a readable instant proves nothing either.
  if (!(age >= 0 && age < SEARCH_VALIDITY_MS)) found.push('search-too-old');
  if (relation.kind === 'member') found.push('already-member');
  if (recordState !== 'open') found.push('record-not-open');
  if (!decide({ actor, action: 'access.self-enrol', now }).allow) found.push('profession-not-allowed');
  return found;
}

/** The same judgement when the professional confirms: the search has to be his own, and the consent collected. */
export function selfEnrolmentRefusals(
  facts: SelfEnrolmentFacts & { readonly consentGivenBy?: string | undefined },
): readonly (SelfEnrolmentObstacle | 'not-own-search' | 'consent-missing')[] {
  const consented = facts.consentGivenBy !== undefined && isConsentGiver(facts.consentGivenBy);
  return [
    ...(facts.search.accountId === facts.actor.accountId ? [] : (['not-own-search'] as const)),
    ...(consented ? [] : (['consent-missing'] as const)),
    ...selfEnrolmentObstacles(facts),
  ];
}
