import type { WaitingNotice } from './notices.repository.ts';

/** Subject and text of one mail. */
export interface NoticeWords {
  readonly subject: string;
  readonly text: string;
}

const inParis = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'short' });

const signature = [
  'Ce message automatique est adressé à chaque membre habilité du dossier. Par précaution, il ne nomme pas la personne',
  'concernée et ne contient aucune donnée de santé. Merci de ne pas y répondre.',
].join(' ');

/**
 * A mail is a postcard (domain, section 7): date, "un professionnel", link. No patient, no INS, no health data, no profession
 * and no structure of whoever acted, and never a word somebody typed. Only who asks to be added is named, because somebody
 * has to answer that person.
 * @param origin - Where the portal is, e.g. `https://spico.example`.
 */
export function noticeWords(
  notice: Pick<WaitingNotice, 'kind' | 'recordId' | 'actorName' | 'reference' | 'happenedAt'>,
  origin: string,
): NoticeWords {
  const when = inParis.format(notice.happenedAt);
  const link = `${origin}/records/${notice.recordId ?? ''}`;
  const letter = (...paragraphs: string[]) => ['Bonjour,', ...paragraphs, signature].join('\n\n');
  switch (notice.kind) {
    case 'self-enrolment':
      return {
        subject: 'SPICO : auto-habilitation sur un dossier dont vous êtes membre',
        text: letter(
          `Le ${when}, un professionnel s’est habilité (auto-habilitation) sur un dossier de coordination dont vous êtes membre. Il a déclaré avoir vérifié une pièce d’identité et recueilli le consentement.`,
          `Le cercle de soins du dossier dit de qui il s’agit :\n${link}`,
        ),
      };
    case 'break-glass':
      return {
        subject: 'SPICO : accès en bris de glace à un dossier dont vous êtes membre',
        text: letter(
          `Le ${when}, un professionnel a ouvert en bris de glace (accès d’urgence, deux heures au plus) un dossier de coordination dont vous êtes membre.`,
          `Son identité et le motif sont disponibles dans le dossier :\n${link}`,
        ),
      };
    case 'membership-request':
      return {
        subject: 'SPICO : demande d’ajout à un dossier dont vous êtes membre',
        text: letter(
          `Le ${when}, ${notice.actorName} a demandé à être ajouté au cercle de soins d’un dossier de coordination dont vous êtes membre. Votre nom ne lui a pas été communiqué.`,
          `Le dossier concerné :\n${link}`,
        ),
      };
    case 'supervision':
      return {
        subject: 'SPICO : bris de glace répété, à vérifier',
        text: [
          'Bonjour,',
          `Le ${when}, un même professionnel a ouvert un même dossier en bris de glace pour la troisième fois au moins en vingt-quatre heures.`,
          `Référence dans le journal d’audit : ${notice.reference}`,
          'Ce message automatique est adressé à la supervision. Merci de ne pas y répondre.',
        ].join('\n\n'),
      };
  }
}
