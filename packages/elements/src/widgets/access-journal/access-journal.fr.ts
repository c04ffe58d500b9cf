import type { Messages } from '../../shared/locale/translate.ts';

export default {
  title: 'Journal des accès',
  intro: 'Qui a vu ou modifié ce dossier, quand, et à quel titre. Personne ne peut effacer ces lignes.',
  refused: 'refusé',
  emergency: 'bris de glace',
  'mode-creator': 'créateur du dossier',
  'mode-added': 'membre du cercle',
  'mode-self-enrolled': 'auto-habilitation',
  'mode-break-glass': 'accès en bris de glace',
  'mode-none': 'hors du cercle',
  through: 'via {software}',
  portal: 'via le portail SPICO',
  reason: 'Motif : {reason}',
  more: 'Afficher les accès plus anciens',
  moreFailed: 'La suite n’a pas pu être chargée.',
  restart: 'Revenir au début',
  arrived: { one: '{count} ligne ajoutée.', other: '{count} lignes ajoutées.' },
  all: 'Tous les accès sont affichés.',
  empty: 'Aucun accès enregistré',
  forbidden: 'Vous n’avez pas le droit de voir le journal des accès de ce dossier.',
} as const satisfies Messages;
