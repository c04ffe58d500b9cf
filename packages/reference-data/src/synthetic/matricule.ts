/** Authority of test matricules. The real authority (…4.8) is never generated. */
export const TEST_INS_OID = '1.2.250.1.213.1.4.10';

export interface CivilTraits {
  readonly sex: 'F' | 'M';
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly birthPlace: { readonly cog: string };
}

/**
 * The 13 characters of a matricule and its key (domain.md 2.10), from civil traits and an order number 1–999.
 * The key is 97 − (n mod 97), where 2A counts as 19 and 2B as 18.
 */
export function composeMatricule(person: CivilTraits, order: number): { matricule: string; key: string } {
  const { birthDate, birthPlace } = person;
  const head = `${person.sex === 'M' ? '1' : '2'}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}`;
  const tail = String(order).padStart(3, '0');
  const digits = birthPlace.cog.startsWith('2A')
    ? `19${birthPlace.cog.slice(2)}`
    : birthPlace.cog.startsWith('2B')
      ? `18${birthPlace.cog.slice(2)}`
      : birthPlace.cog;
  const key = 97 - (Number(head + digits + tail) % 97);
  return { matricule: head + birthPlace.cog + tail, key: key < 10 ? `0${key}` : String(key) };
}
