import { html } from './html.ts';
import { page } from './layout.ts';

export interface Played {
  readonly discoveryUrl: string;
  readonly clientIds: readonly string[];
  readonly professionals: number;
  readonly insiUrl: string;
  readonly people: number;
  readonly smtp: string;
  readonly mailboxUrl: string;
  readonly dmpTemplate: string;
  readonly controlUrl: string;
}

/** What is played here, and the setting that replaces each part by the real service. */
export function landingPage(played: Played): string {
  return page({
    title: 'Services nationaux',
    body: html`<h1>Services nationaux simulés</h1>
<p>Le logiciel parle à ces services par leurs vrais protocoles. Passer en production, c’est changer les adresses
et les secrets de sa configuration. INSi demande de plus le certificat de l’organisation et l’assertion signée du
professionnel, que le bac à sable n’exige pas.</p>
<h2>Pro Santé Connect <span class="muted">(OpenID Connect)</span></h2>
<dl>
<dt>Document de découverte</dt><dd><a href="${played.discoveryUrl}">${played.discoveryUrl}</a></dd>
<dt>Clients déclarés</dt><dd>${played.clientIds.join(', ')}</dd>
<dt>Professionnels de la démonstration</dt><dd>${played.professionals}</dd>
</dl>
<h2>Téléservice INSi <span class="muted">(SOAP 1.1 et 1.2)</span></h2>
<dl>
<dt>Adresse</dt><dd>${played.insiUrl}</dd>
<dt>Identités de test</dt><dd>${played.people}</dd>
</dl>
<h2>Messagerie <span class="muted">(SMTP)</span></h2>
<dl>
<dt>Serveur</dt><dd>${played.smtp}</dd>
<dt>Courriels reçus</dt><dd><a href="${played.mailboxUrl}">${played.mailboxUrl}</a></dd>
</dl>
<h2>DMP <span class="muted">(accès web contextuel)</span></h2>
<dl><dt>Modèle d’adresse</dt><dd>${played.dmpTemplate}</dd></dl>
<h2>Pannes simulées</h2>
<dl><dt>Commande (JSON)</dt><dd>${played.controlUrl}</dd></dl>`,
  });
}
