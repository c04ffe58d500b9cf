import type { Translation } from '../../shared/locale/translate.ts';
import type french from './patient-list.fr.ts';

export default {
  title: 'Your records',
  count: { one: '{count} person shown', other: '{count} people shown' },
  keys: 'Keys j and k, or arrows: go from one person to the next. Enter: open.',
  name: 'Name',
  born: 'Birth',
  status: 'Identity',
  access: 'Access',
  lastOpened: 'Last opened',
  never: 'never opened',
  openOf: 'Open the record of {person}',
  until: 'until {time}',
  left: '{time} left',
  since: 'since {date}',
  more: 'Show more',
  moreFailed: 'The rest of the list could not be loaded.',
  restart: 'Back to the beginning of the list',
  moreArrived: { one: '{count} person added to the list.', other: '{count} people added to the list.' },
  all: 'The whole list is shown.',
  empty: 'No record yet',
  emptyBody: 'The people you follow will appear here, the last one opened first.',
  searchCreate: 'Search or create a record',
  closed: 'closed',
  merged: 'merged',
  withdrawn: 'withdrawn',
} as const satisfies Translation<typeof french>;
