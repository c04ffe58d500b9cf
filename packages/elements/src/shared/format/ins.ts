/** `284031234567890` or thirteen characters and a key → `2 84 03 12 345 678 90`; anything else comes back as it is. */
export function spacedIns(matricule: string, key = ''): string {
  const text = `${matricule}${key}`.replace(/\s/g, '').toUpperCase();
  const parts = /^(\d)(\d{2})(\d{2})(\d[\dAB])(\d{3})(\d{3})(\d{2})?$/.exec(text);
  return parts ? parts.slice(1).filter(Boolean).join('\u202f') : text;
}
