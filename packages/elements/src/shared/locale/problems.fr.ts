import type { ClientErrorCode, ProblemCode } from '../sdk.ts';

/** Failures that no server names: ours. */
type WidgetCode = 'not-configured' | 'widget-failed';

/**
 * One line per failure code of the contract, of the SDK and of the widgets: what happened, and what to do. The compiler
 * refuses a missing or a foreign code.
 */
export default {
  'invalid-request': 'Certaines informations ne sont pas acceptées. Corrigez les champs signalés.',
  'invalid-json': 'La demande n’a pas pu être lue par le serveur. Rechargez la page puis recommencez.',
  'invalid-cursor': 'La suite de cette liste n’est plus disponible. Revenez au début de la liste.',
  'birth-place-needed':
    'La pièce d’identité ne peut pas être déclarée vérifiée tant que le lieu de naissance est inconnu. Indiquez le lieu, ou décochez la vérification.',
  'identity-flags-conflict': 'Ces particularités d’identité ne vont pas ensemble. Gardez celle qui convient.',
  unauthenticated: 'Vous n’êtes pas connecté. Connectez-vous, votre saisie est gardée.',
  'token-expired': 'Votre accès a expiré. Reconnectez-vous, votre saisie est gardée.',
  'session-ended': 'Votre session a pris fin. Reconnectez-vous, votre saisie est gardée.',
  'session-locked': 'Votre session est verrouillée. Identifiez-vous pour la rouvrir.',
  'sign-in-failed': 'La connexion a été refusée. Vérifiez vos identifiants et recommencez.',
  'one-time-code-refused': 'Ce code est faux, déjà utilisé ou trop ancien. Demandez un nouveau code.',
  'invalid-client': 'Ce logiciel n’est pas reconnu par SPICO. Prévenez son éditeur.',
  'invalid-subject-token':
    'Votre identification Pro Santé Connect n’est pas valide. Reconnectez-vous à votre logiciel.',
  forbidden: 'Vous n’avez pas le droit de faire cela. Un membre habilité du cercle de soins peut vous aider.',
  'client-not-allowed': 'Votre logiciel n’a pas reçu l’autorisation pour cet acte. Passez par le portail SPICO.',
  'origin-not-allowed': 'Cette page n’est pas autorisée à utiliser SPICO. Prévenez l’éditeur du logiciel.',
  'break-glass-ended':
    'Votre accès en bris de glace est terminé. Demandez à un membre du cercle de vous ajouter, ou rouvrez un accès en cas d’urgence.',
  'self-enrolment-not-allowed':
    'L’auto-habilitation demande une recherche récente avec pièce d’identité vérifiée et le consentement. Refaites la recherche, pièce en main.',
  'ins-call-forbidden':
    'L’INS ne peut pas être recherchée pour une identité douteuse ou fictive. Levez d’abord cette particularité.',
  'dmp-not-available':
    'Le DMP ne s’ouvre que pour une identité qualifiée et avec Pro Santé Connect. Qualifiez l’identité ou reconnectez-vous ainsi.',
  'not-found': 'Rien n’a été trouvé ici. L’élément a peut-être été retiré.',
  'record-not-found': 'Aucun dossier de votre périmètre ne correspond. Lancez une recherche pour le retrouver.',
  'search-not-found': 'Cette recherche est trop ancienne. Refaites-la pour continuer.',
  'ins-query-not-found': 'Cet appel INS est trop ancien. Relancez-le pour continuer.',
  'record-exists': 'Un dossier existe déjà pour cette identité. Vérifiez s’il s’agit de la même personne.',
  'ins-already-attributed':
    'Un autre dossier porte déjà cette INS. Vérifiez s’il s’agit d’un doublon avant de continuer.',
  'already-member': 'Cette personne fait déjà partie du cercle. Vous pouvez modifier son rôle.',
  'record-merged': 'Ce dossier a été fusionné avec un autre. Refaites la recherche pour ouvrir le dossier conservé.',
  'idempotency-in-flight': 'Votre première demande est encore en cours. Patientez quelques secondes.',
  'payload-too-large': 'L’envoi est trop volumineux. Choisissez un fichier plus petit.',
  'unsupported-media-type': 'Ce type de fichier n’est pas accepté. Choisissez un PDF ou une image.',
  'idempotency-key-reused': 'Cette demande a déjà été envoyée avec un autre contenu. Relisez puis envoyez à nouveau.',
  'version-stale': 'Quelqu’un a modifié ces informations entre-temps. Comparez les deux versions avant d’enregistrer.',
  'version-required': 'La version de départ manque. Rechargez ces informations puis recommencez.',
  'search-rate-limited': 'Vous avez fait beaucoup de recherches en une heure. Réessayez un peu plus tard.',
  'rate-limited': 'Il y a eu trop d’essais. Patientez un moment avant de recommencer.',
  'headers-too-large': 'Le navigateur a envoyé trop d’informations. Fermez la page, rouvrez-la et recommencez.',
  'internal-error': 'Le serveur a rencontré une panne. Réessayez ; si cela dure, transmettez le code au support.',
  'service-unavailable': 'SPICO ne peut pas répondre pour le moment. Réessayez dans quelques minutes.',
  network: 'Le serveur est injoignable. Vérifiez la connexion puis réessayez.',
  timeout: 'Le serveur met trop de temps à répondre. Réessayez.',
  aborted: 'La demande a été interrompue. Recommencez si besoin.',
  'token-unavailable':
    'Votre logiciel n’a pas pu vous identifier auprès de SPICO. Reconnectez-vous, votre saisie est gardée.',
  'unexpected-answer':
    'La réponse reçue n’est pas celle de SPICO. Vérifiez la connexion (réseau, proxy) puis réessayez.',
  'unusable-base-url': 'L’adresse de SPICO est mal réglée dans ce logiciel. Prévenez son éditeur.',
  'not-configured': 'Ce composant n’est pas relié à SPICO. Prévenez l’éditeur du logiciel.',
  'widget-failed': 'Cette partie a rencontré un défaut. Réessayez ; le reste de la page fonctionne.',
} as const satisfies Readonly<Record<ProblemCode | ClientErrorCode | WidgetCode, string>>;
