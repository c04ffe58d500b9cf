import type { IdentityFlag } from '../../values/identity/traits.ts';

export type FlagsConflict = 'fictitious-stands-alone' | 'doubtful-only-with-homonym';

/** Which rule a set of flags breaks (F-33): fictitious combines with nothing, doubtful only with homonym. */
export function flagsConflict(flags: readonly IdentityFlag[]): FlagsConflict | undefined {
  const distinct = new Set(flags);
  if (distinct.has('fictitious') && distinct.size > 1) return 'fictitious-stands-alone';
  if (distinct.has('doubtful') && [...distinct].some((flag) => flag !== 'doubtful' && flag !== 'homonym')) {
    return 'doubtful-only-with-homonym';
  }
  return undefined;
}

/** Doubtful and fictitious identities stay provisional, take no document check and no INS. */
export function keepsProvisional(flags: readonly IdentityFlag[]): boolean {
  return flags.includes('doubtful') || flags.includes('fictitious');
}
