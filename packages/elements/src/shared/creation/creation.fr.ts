import type { Messages } from '../locale/translate.ts';

/** Words of the last steps of a creation, shared by the creation page and the comparison of the INS. */
export default {
  phaseCopy: 'Envoi de la copie de la pièce…',
  phaseSearch: 'Vérification qu’aucun dossier n’existe…',
  phaseIns: 'Interrogation du téléservice INSi…',
  phaseCreate: 'Création du dossier…',
  failed: 'Le dossier n’est pas créé',
  kept: 'Tout ce que vous avez saisi est gardé.',
  waitMinutes: { one: 'Réessayez dans {count} minute.', other: 'Réessayez dans {count} minutes.' },
  found: 'Une INS a été trouvée. Comparez les deux identités.',
  exists: 'Une personne ressemblante a déjà un dossier. Vérifiez s’il s’agit d’elle.',
  created: 'Le dossier est créé',
  createdWithout: 'Le dossier est créé, sans INS',
  none: 'Le téléservice INSi ne connaît personne avec ces traits. Vérifiez-les, puis interrogez-le à nouveau depuis le dossier.',
  several:
    'Le téléservice INSi connaît plusieurs personnes avec ces traits. Complétez-les, puis interrogez-le à nouveau depuis le dossier.',
  unavailable: 'Le téléservice INSi n’a pas répondu. Interrogez-le à nouveau plus tard, depuis le dossier.',
  doubtful: 'L’identité est signalée douteuse : l’INS n’a pas été demandée.',
  fictitious: 'L’identité est signalée fictive : l’INS n’a pas été demandée.',
  refused: 'Vous avez refusé l’INS proposée. Elle peut être demandée à nouveau depuis le dossier.',
  provisional: 'Identité provisoire.',
  retrieved: 'INS récupérée, identité récupérée. Vérifiez une pièce d’identité pour la qualifier.',
  validated: 'Identité validée.',
  qualified: 'INS récupérée, identité qualifiée.',
  open: 'Ouvrir le dossier',
} as const satisfies Messages;
