import { frenchPhonetic } from '@spico/domain/rules/identity/match';
import { toMatchingKey } from '@spico/domain/values/identity/normalise-name';
import type { ComplementaryTraits, IdentityTraits } from '@spico/domain/values/identity/traits';

/** What the search knows of the person of a record: the strict traits and the used names. */
export type SearchableIdentity = IdentityTraits & Pick<ComplementaryTraits, 'usedFamilyName' | 'usedGivenName'>;

/** One name as the index sees it. */
export interface NameKeys {
  /** Equal for names that sound alike in French. */
  readonly sound: string;
  /** The letters present, 26 bits: one typing error changes at most two of them. */
  readonly letters: number;
}

export function nameKeys(name: string): NameKeys {
  const key = toMatchingKey(name);
  // A name without a French sound (another script, a lone sign) is only ever equal to itself.
  return { sound: frenchPhonetic(key) || key, letters: letterSet(key) };
}

function letterSet(key: string): number {
  let letters = 0;
  for (const letter of key) if (letter !== ' ') letters |= 1 << ((letter.codePointAt(0) ?? 0) % 26);
  return letters;
}

/**
 * The identity by the rule of F-25: same family name, first given name, sex and birth date, written any way
 * (D1). The place of birth is not part of it. Two live records share it only as deliberate homonyms (D3).
 */
export function exactIdentityKey(
  traits: Pick<IdentityTraits, 'birthFamilyName' | 'firstBirthGivenName' | 'sex' | 'birthDate'>,
): string {
  // No name holds a line break (they are refused as control characters), so two identities cannot run together.
  const names = [toMatchingKey(traits.birthFamilyName), toMatchingKey(traits.firstBirthGivenName)];
  return [...names, traits.sex, traits.birthDate].join('\n');
}
