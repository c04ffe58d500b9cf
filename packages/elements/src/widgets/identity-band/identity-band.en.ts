import type { Translation } from '../../shared/locale/translate.ts';
import type french from './identity-band.fr.ts';

export default {
  title: 'Identity',
  minutesLeft: {
    one: 'Emergency access: {count} minute left.',
    other: 'Emergency access: {count} minutes left.',
  },
  until: 'until {time}',
  recordState: 'record {state}',
  closed: 'closed',
  merged: 'merged',
  withdrawn: 'withdrawn',
} as const satisfies Translation<typeof french>;
