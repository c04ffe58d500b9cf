import type { Messages } from '../locale/translate.ts';

/** Words of a consent, shared by the self-enrolment and by the change of a record's consent. */
export default {
  givenBy: 'Qui a donné le consentement ?',
  givenByChoose: 'Choisir…',
  mode: 'Sous quelle forme ?',
  oral: 'Oral',
  written: 'Écrit',
  collectedOn: 'Recueilli le',
  collectedOnHint: 'Par exemple 22/11/2026.',
  givenByMissing: 'Indiquez qui a donné le consentement.',
  modeMissing: 'Indiquez si le consentement est oral ou écrit.',
  dateWrong: 'Écrivez le jour, le mois et l’année : 22/11/2026.',
  dateFuture: 'Cette date est dans le futur.',
  dateBeforeBirth: 'Cette date est avant la naissance.',
  refused: 'SPICO n’a pas accepté cette valeur. Vérifiez-la.',
} as const satisfies Messages;
