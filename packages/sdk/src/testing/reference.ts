import type { BirthPlaceOption, BirthPlaceSearchRequest, BirthPlaceView, ListEntry, ReferenceLists } from '../types.ts';

/** A few real places, one of each kind a form has to show. */
export const birthPlaces: readonly BirthPlaceOption[] = [
  { kind: 'commune', cog: '81004', label: 'Albi (81)' },
  { kind: 'commune', cog: '12202', label: 'Rodez (12)' },
  { kind: 'commune', cog: '81065', label: 'Castres (81)' },
  { kind: 'commune', cog: '32013', label: 'Auch (32)' },
  { kind: 'commune', cog: '81099', label: 'Gaillac (81)' },
  { kind: 'commune', cog: '31555', label: 'Toulouse (31)' },
  { kind: 'commune', cog: '75118', label: 'Paris 18e Arrondissement (75)', note: 'municipal-district' },
  { kind: 'commune', cog: '78228', label: 'Évry (78)', note: 'former', successorLabel: 'Évry-Courcouronnes (91)' },
  { kind: 'country', cog: '99352', label: 'Algérie' },
  { kind: 'country', cog: '99139', label: 'Portugal' },
  { kind: 'country', cog: '99123', label: 'Union des républiques socialistes soviétiques', note: 'ended-country' },
];

/** Capitals without accents, apostrophes and hyphens as spaces: how names and places are compared here. */
export function fold(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'‐-―-]+/g, ' ')
    .trim()
    .toUpperCase();
}

/** Places whose name begins like the text, or whose code does. */
export function findPlaces({ text, kind, limit = 20 }: BirthPlaceSearchRequest): BirthPlaceOption[] {
  const wanted = fold(text);
  return birthPlaces
    .filter(
      (place) =>
        (kind === undefined || place.kind === kind) &&
        (fold(place.label).startsWith(wanted) || place.cog.startsWith(wanted)),
    )
    .slice(0, limit);
}

/** A place as a record shows it; a code outside our few is kept, with its warning. */
export function placeView(place: { kind: BirthPlaceView['kind']; cog: string }): BirthPlaceView {
  if (place.kind === 'unknown') return { ...place, label: 'INCONNUE' };
  const known = birthPlaces.find(({ cog }) => cog === place.cog);
  return known ? { ...place, label: known.label } : { ...place, label: place.cog, warning: 'unknown-code' };
}

const entries = (rows: readonly (readonly [code: string, labelFr: string, labelEn: string])[]): ListEntry[] =>
  rows.map(([code, labelFr, labelEn]) => ({ code, labelFr, labelEn, active: true }));

/** The closed lists, as the reference server gives them (a test compares the two). */
export const referenceLists: ReferenceLists = {
  consentNoticeVersion: '2026-01',
  identityDocumentTypes: entries([
    ['CN', 'Carte nationale d’identité', 'National identity card'],
    ['PA', 'Passeport', 'Passport'],
    ['CS', 'Titre ou carte de séjour', 'Residence permit'],
    ['AN', 'Extrait ou copie d’acte de naissance', 'Birth certificate'],
    ['ANCV', 'Acte de naissance et carte Vitale avec photo', 'Birth certificate with a health card bearing a photo'],
    [
      'LEP',
      'Livret de famille et pièce d’identité d’un parent',
      'Family record book with a parent’s identity document',
    ],
    ['LECV', 'Livret de famille et carte Vitale avec photo', 'Family record book with a health card bearing a photo'],
    ['CC', 'Document de circulation pour étranger mineur', 'Travel document for a foreign minor'],
    ['IN', 'Identité numérique La Poste', 'La Poste digital identity'],
    ['eCN', 'Carte d’identité électronique (France Identité)', 'Electronic identity card (France Identité)'],
    ['AV', 'Application carte Vitale', 'Health card application'],
    [
      'CIMS',
      'Carte d’identité du ministère des Affaires étrangères',
      'Identity card of the Ministry of Foreign Affairs',
    ],
  ]),
  consentGivers: entries([
    ['person', 'La personne elle-même', 'The person'],
    ['legal-representative', 'Représentant légal', 'Legal representative'],
    ['parental-authority', 'Titulaire de l’autorité parentale', 'Holder of parental authority'],
    ['guardian', 'Tuteur', 'Guardian'],
    ['curator-assisted', 'La personne, assistée de son curateur', 'The person, assisted by a curator'],
    ['future-protection-agent', 'Mandataire de protection future', 'Agent under a future protection mandate'],
  ]),
  breakGlassReasons: entries([
    ['life-threatening-emergency', 'Urgence vitale', 'Life-threatening emergency'],
    ['urgent-care', 'Soins urgents', 'Urgent care'],
    ['emergency-regulation', 'Régulation médicale', 'Emergency medical dispatch'],
    ['unable-to-consent', 'Personne hors d’état de consentir', 'Person unable to consent'],
    ['on-call-replacement', 'Garde ou remplacement', 'On call or replacing a colleague'],
    ['other-emergency', 'Autre urgence', 'Another emergency'],
  ]),
};
