import type { SandboxProfessional } from '../cast.ts';
import { type Html, html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

function others(count: number): string {
  if (count < 1) return '';
  return count === 1 ? ' (et un autre lieu)' : ` (et ${count} autres lieux)`;
}

function person(professional: SandboxProfessional): Html {
  const { key, civility, familyName, givenName, practices } = professional;
  const first = practices[0];
  return html`<li><button name="professionnel" value="${key}">
<strong>${civility === 'MME' ? 'Mme' : 'M.'} ${familyName.toUpperCase()} ${givenName}</strong>
<span>${first?.roleLabel ?? 'Sans lieu d’exercice'}</span>
<span>${first ? `${first.structureName}, ${first.town}` : ''}${others(practices.length - 1)}</span>
</button></li>`;
}

/** Stands for the validation in the e-CPS application: one press says who you are. */
export function choicePage(
  client: string,
  people: readonly SandboxProfessional[],
  current?: SandboxProfessional,
): string {
  return page({
    title: 'Pro Santé Connect',
    body: html`<h1>Pro Santé Connect <span class="muted">(bac à sable)</span></h1>
<p>Le logiciel <strong>${client}</strong> demande qui vous êtes. Choisissez un professionnel : ce geste remplace la
validation dans l’application e-CPS ou la lecture de la carte CPS.</p>
${
  current
    ? html`<p class="muted">Session Pro Santé Connect ouverte au nom de ${current.givenName} ${current.familyName}.
Choisir quelqu’un d’autre la remplace.</p>`
    : ''
}
<form method="post">
<ul class="people">
${people.map(person)}
</ul>
<button name="annuler" value="1">Annuler et revenir au logiciel</button>
</form>`,
  });
}

/** Asked only when a client gives no proof (`id_token_hint`) that it speaks for this session. */
export function signOutPage(form: Html): string {
  return page({
    title: 'Se déconnecter de Pro Santé Connect',
    body: html`<h1>Se déconnecter de Pro Santé Connect ?</h1>
${form}
<p><button class="main" form="op.logoutForm" name="logout" value="yes">Me déconnecter</button></p>`,
  });
}

export function signedOutPage(): string {
  return page({
    title: 'Déconnecté',
    body: html`<h1>Vous êtes déconnecté de Pro Santé Connect</h1><p>Vous pouvez fermer cet onglet.</p>`,
  });
}

export function errorPage(error: string, description: string): string {
  return page({
    title: 'Demande refusée',
    body: html`<h1>Pro Santé Connect a refusé la demande</h1>
<p>Revenez au logiciel et recommencez la connexion. Si cela se répète, transmettez ces deux lignes à son éditeur :</p>
<pre>${error}
${description}</pre>`,
  });
}
