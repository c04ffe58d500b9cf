export { type Candidate, type CandidateList, findCandidates, MOST_CANDIDATES_SHOWN } from './find-candidates.ts';
export { type IndexEntry, insertEntries } from './identity-search.repository.ts';
export { indexIdentity, unindexIdentity } from './index-identity.ts';
export { exactIdentityKey, type SearchableIdentity } from './search-keys.ts';
