import type { Translation } from '../../shared/locale/translate.ts';
import type french from './access-journal.fr.ts';

export default {
  title: 'Access journal',
  intro: 'Who saw or changed this record, when, and by which right. Nobody can erase these lines.',
  refused: 'refused',
  emergency: 'emergency',
  'mode-creator': 'creator of the record',
  'mode-added': 'member of the circle',
  'mode-self-enrolled': 'self-enrolled',
  'mode-break-glass': 'emergency access',
  'mode-none': 'outside the circle',
  through: 'through {software}',
  portal: 'through the SPICO portal',
  reason: 'Reason: {reason}',
  more: 'Show older accesses',
  moreFailed: 'The rest could not be loaded.',
  restart: 'Back to the beginning',
  arrived: { one: '{count} line added.', other: '{count} lines added.' },
  all: 'All accesses are shown.',
  empty: 'No access recorded',
  forbidden: 'You may not see the access journal of this record.',
} as const satisfies Translation<typeof french>;
