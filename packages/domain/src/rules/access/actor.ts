import type { ProfessionGroup } from './profession-group.ts';

/** What a client (the portal, a practice software) may ask for on behalf of its user. It caps rights, it never gives any. */
export const CLIENT_SCOPES = ['search', 'records.read', 'records.write', 'access', 'session'] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

/** How the person was identified: Pro Santé Connect, one-time code, or the sandbox of a demonstration. */
export type Assurance = 'psc' | 'otp' | 'sandbox';

/** Who acts, as the server knows it from the token and its own tables. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly kind: 'individual' | 'structure';
  /** Of the practice chosen at sign-in. Absent for a profession the matrix does not know: then no section at all. */
  readonly professionGroup?: ProfessionGroup | undefined;
  readonly assurance: Assurance;
  readonly accountState: 'active' | 'suspended';
  readonly clientScopes: readonly ClientScope[];
}

/** How a lasting member came into the circle. */
export type MembershipMode = 'creator' | 'added' | 'self-enrolled';

/** The link between an actor and one record, as it stands now. */
export type Relation =
  | { readonly kind: 'none' }
  | { readonly kind: 'member'; readonly mode: MembershipMode }
  | { readonly kind: 'break-glass'; readonly until: Date }
  | { readonly kind: 'ended' };

/** Withdrawn: closed because the person withdrew the consent. */
export const RECORD_STATES = ['open', 'closed', 'merged', 'withdrawn'] as const;
export type RecordState = (typeof RECORD_STATES)[number];
