import type { components } from '@spico/contract/schema';
import { toTraitsView } from '../reference/index.ts';
import type { PerformedSearch } from './perform-search.ts';

type Schemas = components['schemas'];

/** A performed search on the wire. */
export function toPatientSearchResult(search: PerformedSearch, language: 'fr' | 'en'): Schemas['PatientSearchResult'] {
  return {
    searchId: search.searchId,
    expiresAt: search.expiresAt.toISOString(),
    moreCandidates: search.more,
    identityDocumentChecked: search.identityDocumentChecked,
    mayCreate: search.mayCreate,
    candidates: search.candidates.map((candidate) => ({
      candidateId: candidate.candidateId,
      grade: candidate.grade,
      traits: toTraitsView(candidate.traits, language),
      differences: candidate.differences.map(({ trait, kind }) => ({ trait, kind })),
      relation: candidate.relation,
      ...(candidate.recordId ? { recordId: candidate.recordId } : {}),
      allowedActions: [...candidate.allowedActions],
      selfEnrolmentObstacles: [...candidate.selfEnrolmentObstacles],
    })),
  };
}
