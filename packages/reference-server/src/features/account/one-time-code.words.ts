import type { Mail } from '../../connectors/mail/index.ts';
import { codeMinutes } from './one-time-code.repository.ts';

/** The code stands in the text only: subjects show on locked telephones. Nothing about a patient, a service or a place. */
export function oneTimeCodeMail(code: string): Omit<Mail, 'to'> {
  return {
    subject: 'Votre code de connexion à SPICO',
    text: `Bonjour,

Voici votre code de connexion à SPICO :

    ${code}

Il est valable ${codeMinutes} minutes et ne sert qu’une seule fois. Saisissez-le sur la page où vous l’avez demandé.

Ne le donnez à personne, pas même à l’assistance : elle ne vous le demandera jamais.
Si vous n’avez rien demandé, ne tenez pas compte de ce message. Sans ce code, personne ne peut ouvrir votre compte.

L’équipe SPICO
`,
  };
}
