import { compareTraits } from '@spico/domain/values/identity/compare-traits';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';

/** Whether two sets of strict traits are the same, letter for letter. */
export function sameTraits(a: IdentityTraits, b: IdentityTraits): boolean {
  return compareTraits(a, b).every(({ same }) => same);
}
