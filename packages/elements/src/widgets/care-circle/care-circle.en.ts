import type { Translation } from '../../shared/locale/translate.ts';
import type french from './care-circle.fr.ts';

export default {
  title: 'Care circle',
  count: { one: '{count} member', other: '{count} members' },
  you: 'you',
  creator: 'created the record',
  added: 'added by a member',
  'self-enrolled': 'self-enrolled',
  'break-glass': 'emergency access',
  since: 'since {date}',
  until: 'until {time}',
  between: 'from {from} to {to}',
  reason: 'Reason: {reason}',
  former: { one: '{count} ended access', other: '{count} ended accesses' },
  empty: 'Nobody has access to this record yet',
  forbidden: 'You may not see the care circle of this record.',
} as const satisfies Translation<typeof french>;
