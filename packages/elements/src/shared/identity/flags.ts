import type { IdentityFlag } from '../sdk.ts';

export const IDENTITY_FLAGS: readonly IdentityFlag[] = ['homonym', 'doubtful', 'fictitious'];

/** Why a special case cannot be ticked beside those ticked: fictitious combines with nothing (F-33). */
export function flagBlockedBy(flag: IdentityFlag, flags: readonly IdentityFlag[]): IdentityFlag | undefined {
  if (flags.includes(flag)) return undefined;
  return flag === 'fictitious' ? flags[0] : flags.find((each) => each === 'fictitious');
}

/** Doubtful and fictitious identities stay provisional: no INS, no document check (F-33). */
export const staysProvisional = (flags: readonly IdentityFlag[]): boolean => flags.some((flag) => flag !== 'homonym');
