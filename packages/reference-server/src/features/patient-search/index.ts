import type { Feature } from '../../app.ts';
import { patientSearchHandlers } from './patient-search.routes.ts';

export { type Candidate, type CandidateList, findCandidates, MOST_CANDIDATES_SHOWN } from './find-candidates.ts';
export { type IndexEntry, insertEntries } from './identity-search.repository.ts';
export { indexIdentity, unindexIdentity } from './index-identity.ts';
export { exactIdentityKey, type SearchableIdentity } from './search-keys.ts';
// For the use cases of search and access: `performSearch` does all of a search but its limit and its audit row, and
// `recentSearch` is what every door opened by a search stands on. Creation uses both (F-20).
export { countLookUp, searchesUsedUp } from './look-up-limit.ts';
export { toPatientSearchResult } from './patient-search.mapper.ts';
export { type CandidateAction, type PerformedSearch, performSearch, type ShownCandidate } from './perform-search.ts';
export { readTraits } from './read-traits.ts';
export { type KeptCandidate, keepSearch, type RecentSearch, recentSearch } from './recent-search.repository.ts';
export { readStandings, type Standing } from './standing.repository.ts';

export const patientSearch: Feature = { handlers: patientSearchHandlers };
