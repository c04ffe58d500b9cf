import { toInsName } from '../../values/identity/normalise-name.ts';
import type { IdentityFlag, IdentityTraits } from '../../values/identity/traits.ts';
import type { Ins } from '../../values/ins/matricule.ts';
import { fail, ok, type Outcome } from '../../values/outcome.ts';

/** Search when there is no INS yet, verify when there is one. */
export type InsCall = 'search' | 'verify';

export type InsCallRefusal =
  | 'doubtful-identity'
  | 'fictitious-identity'
  | 'sex-indeterminate'
  | 'family-name-not-accepted'
  | 'given-name-not-accepted';

/**
 * Whether the INSi teleservice may be called for an identity, and for what. Forbidden by rule for a doubtful or
 * fictitious identity; useless when the service could not read the traits (it knows F and M, and its own alphabet).
 */
export function insCall(identity: {
  readonly traits: IdentityTraits;
  readonly flags: readonly IdentityFlag[];
  readonly ins?: Ins | undefined;
}): Outcome<InsCall, InsCallRefusal> {
  const { traits, flags, ins } = identity;
  if (flags.includes('fictitious')) return fail('fictitious-identity');
  if (flags.includes('doubtful')) return fail('doubtful-identity');
  if (traits.sex === 'I') return fail('sex-indeterminate');
  if (!toInsName(traits.birthFamilyName, 'family').ok) return fail('family-name-not-accepted');
  if (!toInsName(traits.firstBirthGivenName, 'given').ok) return fail('given-name-not-accepted');
  return ok(ins ? 'verify' : 'search');
}
