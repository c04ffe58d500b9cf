import type { BirthPlaceOption, BirthPlaceSearchRequest, BirthPlaceView, ReferenceLists } from '../types.ts';

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

/** The closed lists, as the reference server gives them. */
export const referenceLists: ReferenceLists = {
  consentNoticeVersion: '2026-01',
  identityDocumentTypes: [
    { code: 'CN', labelFr: 'Carte nationale d’identité', labelEn: 'National identity card' },
    { code: 'PA', labelFr: 'Passeport', labelEn: 'Passport' },
    { code: 'CS', labelFr: 'Titre de séjour', labelEn: 'Residence permit' },
    {
      code: 'LECV',
      labelFr: 'Livret de famille et carte Vitale avec photo',
      labelEn: 'Family record book and Vitale card with photo',
    },
    { code: 'CC', labelFr: 'Carnet de circulation', labelEn: 'Circulation booklet', active: false },
  ],
  consentGivers: [
    { code: 'person', labelFr: 'La personne elle-même', labelEn: 'The person' },
    { code: 'legal-representative', labelFr: 'Le représentant légal', labelEn: 'The legal representative' },
    {
      code: 'parental-authority',
      labelFr: 'Un titulaire de l’autorité parentale',
      labelEn: 'A holder of parental authority',
    },
    { code: 'guardian', labelFr: 'Le tuteur ou la tutrice', labelEn: 'The guardian' },
    {
      code: 'curator-assisted',
      labelFr: 'La personne assistée de son curateur',
      labelEn: 'The person assisted by the curator',
    },
    {
      code: 'future-protection-agent',
      labelFr: 'Le mandataire de protection future',
      labelEn: 'The future protection agent',
    },
  ],
  breakGlassReasons: [
    { code: 'life-threatening-emergency', labelFr: 'Urgence vitale', labelEn: 'Life-threatening emergency' },
    { code: 'urgent-care', labelFr: 'Soins urgents', labelEn: 'Urgent care' },
    { code: 'emergency-regulation', labelFr: 'Régulation médicale', labelEn: 'Emergency medical dispatch' },
    { code: 'unable-to-consent', labelFr: 'Personne hors d’état de consentir', labelEn: 'Person unable to consent' },
    { code: 'on-call-replacement', labelFr: 'Garde ou remplacement', labelEn: 'On call or replacing a colleague' },
    { code: 'other-emergency', labelFr: 'Autre urgence', labelEn: 'Other emergency' },
  ],
};
