import type { FastifyInstance } from 'fastify';
import { type Html, html } from '../pages/html.ts';
import { PAGE_HEADERS, page } from '../pages/layout.ts';
import type { MailSink, ReceivedMessage } from './sink.ts';

export const MAILBOX_PATH = '/courriels';

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' });
const when = (message: ReceivedMessage): Html =>
  html`<time datetime="${message.receivedAt}">${moment.format(new Date(message.receivedAt))}</time>`;

function address(to: string, still: boolean): string {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(still ? { fixe: '1' } : {}) }).toString();
  return query ? `${MAILBOX_PATH}?${query}` : MAILBOX_PATH;
}

function row(message: ReceivedMessage): Html {
  return html`<tr>
<td>${when(message)}</td>
<td>${message.to.join(', ')}</td>
<td><a href="${MAILBOX_PATH}/${message.id}">${message.subject || '(sans objet)'}</a></td>
</tr>`;
}

/** The page reloads itself unless asked to stand still: who reads slowly must be able to stop it (WCAG 2.2.1). */
function listPage(messages: readonly ReceivedMessage[], to: string, still: boolean): string {
  return page({
    title: 'Courriels reçus',
    ...(still ? {} : { refreshSeconds: 5 }),
    body: html`<h1>Courriels reçus</h1>
<p class="muted">Tout ce que le logiciel envoie arrive ici et nulle part ailleurs.
${
  still
    ? html`Page figée. <a href="${address(to, false)}">Recharger toutes les 5 secondes</a>`
    : html`La page se recharge toutes les 5 secondes. <a href="${address(to, true)}">Figer la page</a>`
}</p>
<form class="row" method="get" action="${MAILBOX_PATH}">
<label>Destinataire <input type="email" name="to" value="${to}" autocomplete="off"></label>
<button>Filtrer</button>
${to ? html`<a href="${MAILBOX_PATH}">Voir tout</a>` : ''}
</form>
${
  messages.length === 0
    ? html`<p>Aucun courriel${to ? ` pour ${to}` : ''}.</p>`
    : html`<table>
<caption>${messages.length} courriel${messages.length > 1 ? 's' : ''}, le plus récent d’abord</caption>
<thead><tr><th scope="col">Reçu le</th><th scope="col">Destinataire</th><th scope="col">Objet</th></tr></thead>
<tbody>${messages.map(row)}</tbody>
</table>
<form method="post" action="${MAILBOX_PATH}/vider"><p><button>Tout effacer</button></p></form>`
}`,
  });
}

/** Addresses typed into a text become links; the rest stays text. Only http(s), and only what `html` has escaped. */
function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : html`${part}`));
}

function messagePage(message: ReceivedMessage): string {
  return page({
    title: message.subject || 'Courriel',
    body: html`<p><a href="${MAILBOX_PATH}">← Tous les courriels</a></p>
<h1>${message.subject || '(sans objet)'}</h1>
<dl>
<dt>De</dt><dd>${message.from}</dd>
<dt>À</dt><dd>${message.to.join(', ')}</dd>
<dt>Reçu le</dt><dd>${when(message)}</dd>
</dl>
<h2>Texte</h2>
<pre>${withLinks(message.text)}</pre>
${message.html ? html`<h2>Source HTML (non interprétée)</h2><pre>${message.html}</pre>` : ''}`,
  });
}

export function mailRoutes(app: FastifyInstance, sink: MailSink): void {
  app.get<{ Querystring: { to?: string; fixe?: string } }>(MAILBOX_PATH, (request, reply) => {
    const to = typeof request.query.to === 'string' ? request.query.to.trim() : '';
    return reply
      .headers(PAGE_HEADERS)
      .type('text/html')
      .send(listPage(sink.messages(to || undefined), to, request.query.fixe === '1'));
  });

  app.get<{ Params: { id: string } }>(`${MAILBOX_PATH}/:id`, (request, reply) => {
    const message = sink.message(Number(request.params.id));
    reply.headers(PAGE_HEADERS).type('text/html');
    if (message) return reply.send(messagePage(message));
    const gone = page({
      title: 'Courriel absent',
      body: html`<h1>Ce courriel n’est plus là</h1><p><a href="${MAILBOX_PATH}">Tous les courriels</a></p>`,
    });
    return reply.status(404).send(gone);
  });

  app.post(`${MAILBOX_PATH}/vider`, (_request, reply) => {
    sink.clear();
    return reply.redirect(MAILBOX_PATH, 303);
  });

  // For tests and scripts: the same mails, as data.
  app.get<{ Querystring: { to?: string } }>('/messages', (request) => sink.messages(request.query.to));
  app.delete('/messages', (_request, reply) => {
    sink.clear();
    return reply.status(204).send();
  });
}
