import { compareTraits, needsDocumentRecheck } from '../../values/identity/compare-traits.ts';
import {
  type HighTrustDocumentType,
  type IdentityFlag,
  type IdentityStatus,
  type IdentityTraits,
  isHighTrustDocumentType,
} from '../../values/identity/traits.ts';
import type { Ins } from '../../values/ins/matricule.ts';
import { fail, ok, type Outcome } from '../../values/outcome.ts';
import { type FlagsConflict, flagsConflict, keepsProvisional } from './flags.ts';

/**
 * One person's identity and the two independent facts its status comes from: the traits were obtained from or verified
 * by the INSi teleservice (`ins`), the traits were checked on a high-trust document (`document`).
 */
export interface Identity {
  readonly traits: IdentityTraits;
  readonly flags: readonly IdentityFlag[];
  readonly document?: HighTrustDocumentType;
  readonly ins?: Ins;
  /** Numbers this identity carried before, oldest first; a number is never thrown away. */
  readonly formerIns: readonly Ins[];
}

export type IdentityRefusal =
  | FlagsConflict
  | 'not-a-high-trust-document'
  | 'birth-place-unknown'
  | 'identity-doubtful-or-fictitious'
  | 'no-ins'
  | 'reason-missing';

export type IdentityOutcome = Outcome<Identity, IdentityRefusal>;

/** Provisoire, récupérée, validée or qualifiée (F-103). Always derived, never stored beside the facts it comes from. */
export function statusOf(identity: Pick<Identity, 'flags' | 'document' | 'ins'>): IdentityStatus {
  if (keepsProvisional(identity.flags)) return 'provisional';
  if (identity.ins) return identity.document ? 'qualified' : 'retrieved';
  return identity.document ? 'validated' : 'provisional';
}

/** A new identity, as typed, with the flags and the document check stated at creation (F-27, F-32, F-33). */
export function createIdentity(
  traits: IdentityTraits,
  stated: { readonly flags?: readonly IdentityFlag[]; readonly document?: string } = {},
): IdentityOutcome {
  const flags = [...new Set(stated.flags ?? [])];
  const conflict = flagsConflict(flags);
  if (conflict) return fail(conflict);
  const identity: Identity = { traits, flags, formerIns: [] };
  return stated.document === undefined ? ok(identity) : checkDocument(identity, stated.document);
}

/** The traits were read on a high-trust document. Not while the birth place is unknown: no document says INCONNUE (F-23). */
export function checkDocument(identity: Identity, type: string): IdentityOutcome {
  if (!isHighTrustDocumentType(type)) return fail('not-a-high-trust-document');
  if (keepsProvisional(identity.flags)) return fail('identity-doubtful-or-fictitious');
  if (identity.traits.birthPlace.kind === 'unknown') return fail('birth-place-unknown');
  return ok({ ...identity, document: type });
}

/**
 * The professional accepts the INS found by the teleservice: its traits complete and overwrite the typed ones (F-36).
 * A document checked on other traits no longer covers them, unless the professional looked at it again.
 */
export function acceptIns(
  identity: Identity,
  found: { readonly traits: IdentityTraits; readonly ins: Ins },
  confirmed: { readonly documentConfirmed: boolean },
): IdentityOutcome {
  if (keepsProvisional(identity.flags)) return fail('identity-doubtful-or-fictitious');
  const changed = needsDocumentRecheck(compareTraits(identity.traits, found.traits));
  const covered = found.traits.birthPlace.kind !== 'unknown' && (!changed || confirmed.documentConfirmed);
  const base = covered ? identity : withoutDocument(identity);
  return ok({ ...withInsInHistory(base, found.ins), traits: found.traits, ins: found.ins });
}

/** The professional refuses the INS, or none or several were found (F-34, F-37): nothing changes. */
export function refuseIns(identity: Identity): Identity {
  return identity;
}

/** The teleservice no longer recognises the number with these traits: the number goes to history. */
export function verifyKo(identity: Identity): IdentityOutcome {
  return identity.ins ? ok(withoutIns(identity)) : fail('no-ins');
}

/** A strict trait is corrected: what was verified was verified for the former traits. Back to provisional. */
export function editStrictTraits(identity: Identity, traits: IdentityTraits): Identity {
  if (sameStrictTraits(identity.traits, traits)) return { ...identity, traits };
  return { ...withoutIns(withoutDocument(identity)), traits };
}

/** Adds a flag. Doubtful or fictitious invalidates the number and the document check. */
export function setFlag(identity: Identity, flag: IdentityFlag): IdentityOutcome {
  const flags = [...new Set([...identity.flags, flag])];
  const conflict = flagsConflict(flags);
  if (conflict) return fail(conflict);
  const flagged = { ...identity, flags };
  return ok(keepsProvisional(flags) ? withoutIns(withoutDocument(flagged)) : flagged);
}

/** Removes a flag, with a reason. A doubtful or fictitious identity stays provisional until it is verified anew. */
export function clearFlag(identity: Identity, flag: IdentityFlag, reason: string): IdentityOutcome {
  if (reason.trim() === '') return fail('reason-missing');
  return ok({ ...identity, flags: identity.flags.filter((kept) => kept !== flag) });
}

/** The flags become exactly these: clears, then sets, as one act. */
export function replaceFlags(identity: Identity, flags: readonly IdentityFlag[], reason: string): IdentityOutcome {
  const conflict = flagsConflict(flags);
  if (conflict) return fail(conflict);
  if (reason.trim() === '') return fail('reason-missing');
  let outcome: IdentityOutcome = ok({ ...identity, flags: identity.flags.filter((flag) => flags.includes(flag)) });
  for (const flag of flags) if (outcome.ok) outcome = setFlag(outcome.value, flag);
  return outcome;
}

function withoutDocument(identity: Identity): Identity {
  const { document: _dropped, ...rest } = identity;
  return rest;
}

function withoutIns(identity: Identity): Identity {
  const { ins, ...rest } = identity;
  return ins ? { ...rest, formerIns: [...rest.formerIns, ins] } : rest;
}

function withInsInHistory(identity: Identity, next: Ins): Identity {
  const { ins } = identity;
  return ins && (ins.matricule !== next.matricule || ins.oid !== next.oid) ? withoutIns(identity) : identity;
}

function sameStrictTraits(a: IdentityTraits, b: IdentityTraits): boolean {
  return compareTraits(a, b).every(({ same }) => same);
}
