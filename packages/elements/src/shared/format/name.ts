/** Names as civil status writes them: family name in capitals, given names with a capital. What is stored never changes. */

/** `lefèvre-durand` → `LEFÈVRE-DURAND`. */
export function familyName(name: string): string {
  return name.trim().toLocaleUpperCase('fr');
}

/** `MARIE-ANNE` → `Marie-Anne`, `jean d'albret` → `Jean D'Albret`. */
export function givenName(name: string): string {
  const lower = name.trim().toLocaleLowerCase('fr');
  return lower.replace(
    /(^|[\s\-'’.])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
  );
}

/** `LEFEBVRE Jeanne`. */
export function fullName(name: { family: string; given: string }): string {
  return [familyName(name.family), givenName(name.given)].filter(Boolean).join(' ');
}
