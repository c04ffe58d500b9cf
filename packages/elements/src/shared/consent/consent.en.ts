import type { Translation } from '../locale/translate.ts';
import type french from './consent.fr.ts';

export default {
  givenBy: 'Who gave the consent?',
  givenByChoose: 'Choose…',
  mode: 'In which form?',
  oral: 'Oral',
  written: 'Written',
  collectedOn: 'Collected on',
  collectedOnHint: 'For example 22/11/2026 (day, month, year).',
  givenByMissing: 'Say who gave the consent.',
  modeMissing: 'Say whether the consent is oral or written.',
  dateWrong: 'Write day, month and year: 22/11/2026.',
  dateFuture: 'This date is in the future.',
  dateBeforeBirth: 'This date is before the birth.',
  refused: 'SPICO did not accept this value. Check it.',
} as const satisfies Translation<typeof french>;
