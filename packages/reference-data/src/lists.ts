/** One entry of a list the forms offer. */
export interface ListEntry {
  readonly code: string;
  readonly labelFr: string;
  readonly labelEn: string;
  /** False: shown where it was chosen, no longer offered. */
  readonly active: boolean;
}

/**
 * Identity documents and devices of high trust (EXI ID 19: a structure may shorten or extend the list). A health card alone,
 * a driving licence, a photocopy or a spoken declaration is none.
 */
export const highTrustDocumentTypes: readonly ListEntry[] = entries([
  ['CN', 'Carte nationale d’identité', 'National identity card'],
  ['PA', 'Passeport', 'Passport'],
  ['CS', 'Titre ou carte de séjour', 'Residence permit'],
  ['AN', 'Extrait ou copie d’acte de naissance', 'Birth certificate'],
  ['ANCV', 'Acte de naissance et carte Vitale avec photo', 'Birth certificate with a health card bearing a photo'],
  ['LEP', 'Livret de famille et pièce d’identité d’un parent', 'Family record book with a parent’s identity document'],
  ['LECV', 'Livret de famille et carte Vitale avec photo', 'Family record book with a health card bearing a photo'],
  ['CC', 'Document de circulation pour étranger mineur', 'Travel document for a foreign minor'],
  ['IN', 'Identité numérique La Poste', 'La Poste digital identity'],
  ['eCN', 'Carte d’identité électronique (France Identité)', 'Electronic identity card (France Identité)'],
  ['AV', 'Application carte Vitale', 'Health card application'],
  ['CIMS', 'Carte d’identité du ministère des Affaires étrangères', 'Identity card of the Ministry of Foreign Affairs'],
]);

/** Who may give consent to the record (F-29). The trusted person is consulted only and is not in this list. */
export const consentGivers: readonly ListEntry[] = entries([
  ['person', 'La personne elle-même', 'The person'],
  ['legal-representative', 'Représentant légal', 'Legal representative'],
  ['parental-authority', 'Titulaire de l’autorité parentale', 'Holder of parental authority'],
  ['guardian', 'Tuteur', 'Guardian'],
  ['curator-assisted', 'La personne, assistée de son curateur', 'The person, assisted by a curator'],
  ['future-protection-agent', 'Mandataire de protection future', 'Agent under a future protection mandate'],
]);

/** Why a professional opened a record by break-glass, by the codes of the rule (domain `BREAK_GLASS_REASONS`). Every reason is shown in the record. */
export const breakGlassReasons: readonly ListEntry[] = entries([
  ['life-threatening-emergency', 'Urgence vitale', 'Life-threatening emergency'],
  ['urgent-care', 'Soins urgents', 'Urgent care'],
  ['emergency-regulation', 'Régulation médicale', 'Emergency medical dispatch'],
  ['unable-to-consent', 'Personne hors d’état de consentir', 'Person unable to consent'],
  ['on-call-replacement', 'Garde ou remplacement', 'On call or replacing a colleague'],
  ['other-emergency', 'Autre urgence', 'Another emergency'],
]);

function entries(rows: readonly (readonly [code: string, labelFr: string, labelEn: string])[]): readonly ListEntry[] {
  return rows.map(([code, labelFr, labelEn]) => ({ code, labelFr, labelEn, active: true }));
}
