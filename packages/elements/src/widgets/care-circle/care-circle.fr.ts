import type { Messages } from '../../shared/locale/translate.ts';

export default {
  title: 'Cercle de soins',
  count: { one: '{count} membre', other: '{count} membres' },
  you: 'vous',
  creator: 'a créé le dossier',
  added: 'ajouté par un membre',
  'self-enrolled': 'auto-habilitation',
  'break-glass': 'accès en bris de glace',
  since: 'depuis le {date}',
  until: 'jusqu’à {time}',
  between: 'de {from} à {to}',
  reason: 'Motif : {reason}',
  former: { one: '{count} accès terminé', other: '{count} accès terminés' },
  empty: 'Personne n’a encore accès à ce dossier',
  forbidden: 'Vous n’avez pas le droit de voir le cercle de soins de ce dossier.',
} as const satisfies Messages;
