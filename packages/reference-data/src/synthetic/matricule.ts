import { computeKey } from '@spico/domain/values/ins/key';

/** Authority of test matricules. The real authority (…4.8) is never generated. */
export const TEST_INS_OID = '1.2.250.1.213.1.4.10';

export interface CivilTraits {
  readonly sex: 'F' | 'M';
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly birthPlace: { readonly cog: string };
}

/** The 13 characters of a matricule and its key, from civil traits and an order number 1–999. */
export function composeMatricule(person: CivilTraits, order: number): { matricule: string; key: string } {
  const { sex, birthDate, birthPlace } = person;
  const born = birthDate.slice(2, 4) + birthDate.slice(5, 7);
  const matricule = `${sex === 'M' ? '1' : '2'}${born}${birthPlace.cog}${String(order).padStart(3, '0')}`;
  return { matricule, key: computeKey(matricule) };
}
