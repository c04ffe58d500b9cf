import type { Messages } from '../../shared/locale/translate.ts';

export default {
  title: 'Identité',
  minutesLeft: {
    one: 'Accès en bris de glace : il reste {count} minute.',
    other: 'Accès en bris de glace : il reste {count} minutes.',
  },
  until: 'jusqu’à {time}',
  recordState: 'dossier {state}',
  closed: 'fermé',
  merged: 'fusionné',
  withdrawn: 'retiré',
} as const satisfies Messages;
