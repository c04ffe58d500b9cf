/** The notice handed over before a consent is asked. A change of meaning is a new version; consents keep the one they were given under. */
export const CONSENT_NOTICE_VERSION = '2026-11';

export type NoticeLanguage = 'fr' | 'en';

export interface NoticeSection {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
}

export interface NoticeWords {
  /** BCP 47, for the whole document. */
  readonly tag: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly NoticeSection[];
  readonly form: {
    readonly title: string;
    readonly intro: string;
    readonly fields: readonly string[];
    readonly modes: readonly string[];
    readonly modesLabel: string;
    readonly signatures: readonly string[];
    readonly copy: string;
  };
  readonly footer: string;
  readonly page: string;
}

const FR: NoticeWords = {
  tag: 'fr-FR',
  title: 'Partager les informations utiles à votre accompagnement',
  lead: 'Des professionnels différents vous accompagnent. SPICO leur permet, si vous êtes d’accord, de partager un même dossier de coordination. Cette notice vous dit ce qui est partagé, avec qui, comment c’est protégé, et comment changer d’avis.',
  sections: [
    {
      title: 'Ce qui est partagé',
      paragraphs: ['Seulement ce qui est utile pour vous soigner, vous accompagner et coordonner les interventions :'],
      points: [
        'votre identité (nom, prénoms, sexe, date et lieu de naissance, et votre identité nationale de santé, l’INS, si elle est retrouvée) et, si vous le voulez, une adresse e-mail et un numéro de mobile ;',
        'des informations de santé : bilans, ordonnances, comptes rendus, hospitalisations, notes de liaison ;',
        'des informations sociales et de vie quotidienne : logement, aides, démarches, autonomie ;',
        'l’organisation : rendez-vous, tâches, coordonnées des personnes qui vous entourent.',
      ],
    },
    {
      title: 'Avec qui',
      paragraphs: [
        'Avec les professionnels de santé, du médico-social et du social qui vous accompagnent vraiment : votre cercle de soins. Chaque profession ne voit que les rubriques dont elle a besoin : une aide à domicile, par exemple, ne lit pas vos documents médicaux. Vous pouvez demander à tout moment la liste des membres du cercle.',
        'Un professionnel peut vous rejoindre après avoir recueilli votre accord et vérifié votre identité. En urgence, un professionnel peut ouvrir le dossier sans être membre du cercle, pour deux heures au plus : il doit dire pourquoi, et les membres du cercle en sont avertis aussitôt.',
        'Ni votre employeur, ni votre assureur, ni votre banque n’y ont accès. Rien n’est vendu, rien ne sert à de la publicité.',
      ],
    },
    {
      title: 'Par quel moyen, et avec quelles protections',
      points: [
        'Le partage se fait par un service en ligne réservé aux professionnels, jamais par e-mail ordinaire.',
        'Les données sont conservées en Europe, chez un hébergeur certifié pour les données de santé, et chiffrées pendant leur transport.',
        'Les professionnels se connectent avec une double vérification de leur identité, par exemple Pro Santé Connect.',
        'Chaque consultation et chaque modification laisse une trace que personne ne peut effacer.',
        'Si une copie de votre pièce d’identité est conservée, elle est chiffrée et détruite automatiquement au bout de cinq ans.',
      ],
    },
    {
      title: 'Vos droits',
      points: [
        'Refuser : vous serez soigné et accompagné de la même façon ; les professionnels auront seulement plus de mal à se coordonner.',
        'Retirer votre accord : à tout moment, par tout moyen, sans donner de raison, auprès de n’importe quel professionnel du cercle. Le dossier est alors fermé.',
        'Vous opposer à ce qu’un professionnel précis, ou un document précis, fasse partie du partage.',
        'Lire et faire corriger vos informations, en recevoir une copie, savoir qui a ouvert votre dossier et quand.',
        'Vous adresser au délégué à la protection des données de la structure qui vous accompagne ; si la réponse ne vous convient pas, à la CNIL (www.cnil.fr).',
      ],
      paragraphs: [
        'Votre accord peut être donné à l’oral ou par écrit et reste valable tant que vous ne le retirez pas. Pour un enfant, ce sont les titulaires de l’autorité parentale qui le donnent ; pour un adulte protégé, selon la mesure, son tuteur, ou lui-même avec son curateur. La personne de confiance est consultée, elle ne décide pas à votre place.',
      ],
    },
  ],
  form: {
    title: 'Trace du consentement',
    intro:
      'À remplir seulement si l’accord est recueilli par écrit. L’accord oral est valable : le professionnel le note dans SPICO.',
    fields: [
      'Personne concernée (nom et prénom de naissance, date de naissance)',
      'Accord donné par (nom, et à quel titre)',
    ],
    modesLabel: 'J’ai reçu cette notice et :',
    modes: ['je suis d’accord pour que ces informations soient partagées dans SPICO', 'je ne suis pas d’accord'],
    signatures: ['Date et signature', 'Professionnel ayant recueilli l’accord'],
    copy: 'Un exemplaire est remis à la personne.',
  },
  footer: `Notice d’information SPICO, version ${CONSENT_NOTICE_VERSION} · Code de la santé publique, L. 1110-4, L. 1110-12, D. 1110-3-1 (décret 2016-1349)`,
  page: 'page',
};

const EN: NoticeWords = {
  tag: 'en-GB',
  title: 'Sharing what helps those who care for you',
  lead: 'Several professionals look after you. If you agree, SPICO lets them share one coordination record. This notice says what is shared, with whom, how it is protected, and how to change your mind.',
  sections: [
    {
      title: 'What is shared',
      paragraphs: ['Only what is useful to treat you, support you and coordinate the people involved:'],
      points: [
        'your identity (name, given names, sex, date and place of birth, and your national health identity, the INS, if it is found) and, if you wish, an e-mail address and a mobile number;',
        'health information: assessments, prescriptions, reports, hospital stays, liaison notes;',
        'social and everyday information: housing, benefits, applications, independence;',
        'organisation: appointments, tasks, contact details of the people around you.',
      ],
    },
    {
      title: 'With whom',
      paragraphs: [
        'With the health, medico-social and social professionals who really look after you: your care circle. Each profession sees only the sections it needs: a home help, for example, does not read your medical documents. You may ask for the list of members at any time.',
        'A professional may join after obtaining your agreement and checking your identity. In an emergency, a professional outside the circle may open the record for two hours at most: a reason must be given, and the members of the circle are told at once.',
        'Your employer, your insurer and your bank have no access. Nothing is sold, nothing is used for advertising.',
      ],
    },
    {
      title: 'By what means, and how it is protected',
      points: [
        'Sharing takes place in an online service for professionals only, never by ordinary e-mail.',
        'The data stay in Europe, with a host certified for health data, and are encrypted while they travel.',
        'Professionals sign in with a double check of their identity, for example through Pro Santé Connect.',
        'Every reading and every change leaves a trace that nobody can erase.',
        'If a copy of your identity document is kept, it is encrypted and destroyed automatically after five years.',
      ],
    },
    {
      title: 'Your rights',
      points: [
        'Refuse: you will be treated and supported just the same; it will only be harder for professionals to coordinate.',
        'Withdraw your agreement: at any time, by any means, without giving a reason, through any professional of the circle. The record is then closed.',
        'Object to one professional, or one document, being part of what is shared.',
        'Read your information and have it corrected, receive a copy, know who opened your record and when.',
        'Turn to the data protection officer of the organisation that looks after you; if the answer does not satisfy you, to the CNIL (www.cnil.fr).',
      ],
      paragraphs: [
        'Your agreement may be spoken or written and holds until you withdraw it. For a child it is given by those with parental authority; for a protected adult, depending on the measure, by the guardian, or by the person assisted by the curator. The trusted person is consulted and does not decide for you.',
      ],
    },
  ],
  form: {
    title: 'Record of the consent',
    intro:
      'To be filled in only when the agreement is given in writing. A spoken agreement is valid: the professional notes it in SPICO.',
    fields: [
      'Person concerned (birth name and given name, birth date)',
      'Agreement given by (name, and in what capacity)',
    ],
    modesLabel: 'I have received this notice and:',
    modes: ['I agree that this information may be shared in SPICO', 'I do not agree'],
    signatures: ['Date and signature', 'Professional who obtained the agreement'],
    copy: 'One copy is given to the person.',
  },
  footer: `SPICO information notice, version ${CONSENT_NOTICE_VERSION} · French public health code, L. 1110-4, L. 1110-12, D. 1110-3-1 (decree 2016-1349)`,
  page: 'page',
};

export const NOTICE_WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = { fr: FR, en: EN };
