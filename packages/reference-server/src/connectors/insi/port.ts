import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Ins } from '@spico/domain/values/ins/matricule';

/** What the national directory holds of one person: the active number, the former ones, and the reference traits. */
export interface InsiIdentity {
  readonly ins: Ins;
  /** Former numbers, in the order of the answer. */
  readonly history: readonly Ins[];
  /** Traits of the civil status, as returned; accepting them overwrites the typed ones (F-34). */
  readonly traits: IdentityTraits;
}

/**
 * Which question singled the person out. Anything but the first given name deserves a second look: with another
 * given name, the person found may be a twin.
 */
export type InsiFoundBy = 'first-given-name' | 'other-given-name' | 'all-given-names' | 'birth-place';

/**
 * Why there is no answer. None of these stops a record from being created (F-34).
 * - `not-askable`: the traits do not fit the service (a name outside its alphabet, an indeterminate sex).
 */
export type InsiUnavailability =
  | 'timeout'
  | 'aborted'
  | 'unreachable'
  | 'fault'
  | 'malformed-answer'
  | 'not-askable'
  | 'not-configured';

export interface InsiUnavailable {
  readonly outcome: 'unavailable';
  readonly reason: InsiUnavailability;
}

export type InsiAnswer =
  | { readonly outcome: 'found'; readonly identity: InsiIdentity; readonly foundBy: InsiFoundBy }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'several' }
  | InsiUnavailable;

export type InsiVerification = { readonly outcome: 'confirmed' } | { readonly outcome: 'refuted' } | InsiUnavailable;

/** The professional on whose behalf the service is asked; goes into the signed assertion. */
export interface InsiCaller {
  readonly billingIdentifier: string;
  /** Profession code of the national list (gipProfessionCode). */
  readonly professionCode: string;
  /** Sector of activity, `SA07`. */
  readonly activitySector: string;
  /** Physicians only. */
  readonly specialtyCode?: string;
}

/**
 * The INSi teleservice (domain 2.11). Never throws: a service that is down is an answer.
 * Each call is one person at the time of care; the service forbids bulk retrieval.
 */
export interface InsiClient {
  search(traits: IdentityTraits, signal?: AbortSignal, caller?: InsiCaller): Promise<InsiAnswer>;
  /**
   * Whether this number still belongs to these traits.
   * @param matricule - 13 characters, or 15 with the key.
   */
  verify(
    traits: IdentityTraits,
    matricule: string,
    oid: string,
    signal?: AbortSignal,
    caller?: InsiCaller,
  ): Promise<InsiVerification>;
}

const notConfigured: InsiUnavailable = { outcome: 'unavailable', reason: 'not-configured' };

/** For a server without the teleservice: records are made, simply without INS. */
export const absentInsi: InsiClient = {
  search: async () => notConfigured,
  verify: async () => notConfigured,
};
