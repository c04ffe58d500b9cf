import type { Messages } from '../../shared/locale/translate.ts';

export default {
  title: 'Rechercher un dossier',
  intro: 'Une personne n’a qu’un seul dossier : cherchez-le avant d’en créer un.',
  search: 'Rechercher',
  searching: 'Recherche en cours…',
  clear: 'Effacer la saisie',
  why: 'Pourquoi vérifier une pièce d’identité ?',
  whyBody:
    'La vérification protège contre les erreurs de personne. Si le dossier existe déjà, elle vous permet aussi de le rejoindre aussitôt, sans attendre qu’un membre vous ajoute.',
  pasteHint: 'Vous pouvez coller un bloc de traits, ou scanner le datamatrix INS dans un champ.',
  searched: 'Recherche : {person}',
  withDocument: 'pièce d’identité vérifiée',
  change: 'Modifier la recherche',
  incomplete: {
    one: 'Il manque {count} trait.',
    other: 'Il manque {count} traits ou plus : les cinq sont nécessaires.',
  },
  fixErrors: { one: 'Un champ est à corriger.', other: '{count} champs sont à corriger.' },
  none: 'Aucun dossier ne ressemble à cette personne.',
  noneCreate: 'Aucun dossier ne ressemble à cette personne. La page de création est ouverte.',
  noneForbidden:
    'Aucun dossier ne ressemble à cette personne. Votre profession ne permet pas d’en créer un : demandez à un médecin, un infirmier, une sage-femme, un coordonnateur ou un travailleur social.',
  found: {
    one: '{count} personne ressemble à celle que vous cherchez.',
    other: '{count} personnes ressemblent à celle que vous cherchez.',
  },
  tooMany:
    'Vous avez fait beaucoup de recherches en une heure. Réessayez dans {minutes} min. Ce que vous avez saisi est gardé.',
  hostTraits: 'Traits repris de votre logiciel. Vérifiez-les.',
} as const satisfies Messages;
