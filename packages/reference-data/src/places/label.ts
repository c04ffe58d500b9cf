import { type Commune, communeByCode } from './communes.ts';
import { countryByCode } from './countries.ts';

/** A place of birth in words, for a screen. */
export interface PlaceLabel {
  /** e.g. `Albi (81)`, `Espagne`, `Saint-Bois (01), aujourd’hui Arboys en Bugey`, `Inconnu`, or the code alone. */
  readonly label: string;
  /** The code is well formed and our lists do not hold it. It is kept: lists are never complete (2A020). */
  readonly warning?: 'unknown-code';
}

/** Words around names; names themselves stay as INSEE writes them. */
const WORDS = {
  fr: { unknown: 'Inconnu', now: 'aujourd’hui', formerCommune: 'Ancienne commune' },
  en: { unknown: 'Unknown', now: 'now', formerCommune: 'Former commune' },
} as const;

export type LabelLanguage = keyof typeof WORDS;

/**
 * The name of a place of birth (F-22, F-23), as it was on the day of birth when `on` (YYYY-MM-DD) is given.
 * Never fails: an unknown code is its own label, with a warning.
 */
export function labelOfPlace(
  place: { readonly kind: 'commune' | 'country' | 'unknown'; readonly cog: string },
  { on, language = 'fr' }: { on?: string; language?: LabelLanguage } = {},
): PlaceLabel {
  const words = WORDS[language];
  if (place.kind === 'unknown' || place.cog === '99999') return { label: words.unknown };
  if (place.kind === 'country') {
    const country = countryByCode(place.cog);
    return country ? { label: country.name } : { label: place.cog, warning: 'unknown-code' };
  }
  const commune = communeByCode(place.cog, on);
  if (!commune) return { label: place.cog, warning: 'unknown-code' };
  const today = successorLabel(commune);
  const name = shortLabel(commune, words.formerCommune);
  return { label: commune.kind === 'former' && today ? `${name}, ${words.now} ${today}` : name };
}

/** Name and department: `Albi (81)`. */
export function shortLabel(commune: Commune, unnamed = WORDS.fr.formerCommune as string): string {
  return `${commune.name || `${unnamed} ${commune.code}`} (${commune.department})`;
}

/** The commune of today that holds this ground, when name or department changed; `undefined` otherwise. */
export function successorLabel(commune: Commune): string | undefined {
  if (commune.todayCode === null) return undefined;
  const today = communeByCode(commune.todayCode);
  if (!today) return undefined;
  if (today.department !== commune.department) return shortLabel(today);
  return today.name === commune.name ? undefined : today.name;
}
