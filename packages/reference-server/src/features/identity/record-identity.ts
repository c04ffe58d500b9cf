import { type Identity, statusOf } from '@spico/domain/rules/identity/status';
import { IDENTITY_FLAGS, type IdentityStatus, type IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Ins } from '@spico/domain/values/ins/matricule';

/** Used names and rank of birth (F-28); never filled from the birth names (EXI ID 08). */
export interface Complementary {
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  readonly birthOrder?: number;
}

/** When, by whom and on which copy the document of `identity.document` was checked. */
export interface DocumentCheck {
  readonly at: Date;
  readonly by: string;
  readonly copyId?: string;
}

/** The identity of a record as it stands. */
export interface RecordIdentity {
  readonly recordId: string;
  /** Of the record: one number for all that can be changed in it. */
  readonly version: number;
  readonly identity: Identity;
  readonly complementary: Complementary;
  readonly documentCheck?: DocumentCheck;
  readonly insRetrievedAt?: Date;
}

/** How an identity came to be as it is; the words of its history. */
export type IdentityEvent =
  | 'created'
  | 'document-checked'
  | 'ins-accepted'
  | 'ins-refused'
  | 'ins-dropped'
  | 'traits-corrected'
  | 'flags-set';

/** What the history keeps of one state. */
export interface IdentitySnapshot {
  readonly traits: IdentityTraits;
  readonly complementary: Complementary;
  readonly flags: Identity['flags'];
  readonly document?: { readonly type: string; readonly at: string; readonly by: string; readonly copyId?: string };
  readonly ins?: Ins;
}

export function snapshotOf({ identity, complementary, documentCheck }: RecordIdentity): IdentitySnapshot {
  const { traits, flags, document, ins } = identity;
  return {
    traits,
    complementary,
    flags,
    ...(document && documentCheck
      ? { document: { type: document, ...documentCheck, at: documentCheck.at.toISOString() } }
      : {}),
    ...(ins ? { ins } : {}),
  };
}

/**
 * The same record after an act on its identity: a check or a number that the rules took away goes, one they kept stays.
 * @param now - given to a document check or an INS that is new
 */
export function follow(
  before: RecordIdentity,
  identity: Identity,
  act: { readonly now: Date; readonly by: string; readonly checked?: { readonly copyId?: string } },
): RecordIdentity {
  const { documentCheck: check, insRetrievedAt, ...rest } = before;
  const documentCheck = act.checked ? { at: act.now, by: act.by, ...act.checked } : check;
  const sameIns =
    identity.ins?.matricule === before.identity.ins?.matricule && identity.ins?.oid === before.identity.ins?.oid;
  return {
    ...rest,
    // Always in the order of the list, as they will be read back.
    identity: { ...identity, flags: IDENTITY_FLAGS.filter((flag) => identity.flags.includes(flag)) },
    ...(identity.document && documentCheck ? { documentCheck } : {}),
    ...(identity.ins ? { insRetrievedAt: (sameIns && insRetrievedAt) || act.now } : {}),
  };
}

export function statusOfRecord({ identity }: RecordIdentity): IdentityStatus {
  return statusOf(identity);
}
