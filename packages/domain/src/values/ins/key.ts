/**
 * The two-digit control key of a 13-character matricule: 97 − (n mod 97), Corsican departments read 2A → 19, 2B → 18.
 * Always two digits, 01 to 97; the leading zero counts.
 */
export function computeKey(matricule: string): string {
  const digits = matricule.replace('2A', '19').replace('2B', '18');
  if (!/^\d{13}$/.test(digits)) throw new RangeError('A control key needs a parsed matricule of 13 characters.');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

/**
 * Whether the key fits. A wrong key is a warning to explain, never a refusal: published test numbers carry wrong keys,
 * and the person is there all the same (F-261).
 */
export function checkKey(matricule: string, key: string): boolean {
  return computeKey(matricule) === key;
}
