import type { FastifyInstance } from 'fastify';
import { html } from '../pages/html.ts';
import { PAGE_HEADERS, page } from '../pages/layout.ts';

export const DMP_PATH = '/dmp';

interface Context {
  readonly ins?: string;
  readonly oid?: string;
  readonly contexte?: string;
}

const grouped = (ins: string): string => ins.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');

/** The contextual web access of the DMP (TD0.9): one page that shows for whom it was opened (F-100, F-101). */
export function dmpRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: Context }>(DMP_PATH, (request, reply) => {
    const { ins, oid, contexte } = request.query;
    reply.headers(PAGE_HEADERS).type('text/html');
    if (!ins || !/^[0-9AB]{15}$/.test(ins) || !oid) {
      const refused = html`<h1>DMP (bac à sable)</h1><p>Aucun patient : le matricule INS ou son OID manque ou n’a pas la forme attendue.</p>`;
      return reply.status(400).send(page({ title: 'DMP', body: refused }));
    }
    return reply.send(
      page({
        title: 'DMP',
        body: html`<h1>DMP (bac à sable)</h1>
<p>Accès web en consultation, ouvert directement sur le dossier de la personne ci-dessous.</p>
<dl>
<dt>Matricule INS</dt><dd>${grouped(ins)}</dd>
<dt>OID</dt><dd>${oid}</dd>
${contexte ? html`<dt>Contexte</dt><dd>${contexte}</dd>` : ''}
</dl>
<p class="muted">Le vrai DMP afficherait ici les documents que la profession du lecteur l’autorise à voir.</p>`,
      }),
    );
  });
}
