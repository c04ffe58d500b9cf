/** Who the person of a record is: traits, INS, identity documents, and their history. */
import type { Feature } from '../../app.ts';
import { purgeDocumentCopies } from './document-copies.ts';
import { identityHandlers } from './identity.routes.ts';

export { type ComplementaryInput, readComplementary } from './complementary.ts';
export type { CheckedDocument } from './check-identity-document.ts';
export type { InsDecision } from './decide-record-ins.ts';
export { attachCopy, copyIsFree } from './document-copy.repository.ts';
export {
  appendHistory,
  type IdentityRow,
  lockIdentity,
  nextVersion,
  toRecordIdentity as toStoredIdentity,
  toTraits,
  writeIdentity,
} from './identity.repository.ts';
export { checkFreeText } from './free-text.ts';
export { existingOf, recordExists, tellCandidates } from './candidates-in-the-way.ts';
export { fromComplementary, fromTraits, toRecordIdentity } from './identity.mapper.ts';
export { takeInsQuery } from './ins-query.repository.ts';
export { type Change, saveChange, searchableOf } from './change-identity.ts';
export { type Complementary, follow, type RecordIdentity, statusOfRecord } from './record-identity.ts';
export { identityRefusal } from './refusals.ts';
export { sameTraits } from './same-traits.ts';

export const identity: Feature = {
  handlers: identityHandlers,
  daily: ({ database }) => purgeDocumentCopies(database),
};
