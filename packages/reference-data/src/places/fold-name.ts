/**
 * Folds a place name for comparison: upper case, no accent or ligature, hyphen and apostrophe as a space,
 * « st » and « ste » spelled out. "L'Isle-d'Abeau", "l isle d abeau" and "L’ISLE D’ABEAU" give one key.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(/\bST(E?)\b/g, (_, e: string) => (e ? 'SAINTE' : 'SAINT'));
}
