import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { InsiEnvelope } from './envelope.ts';
import type { InsiSettings } from './settings.ts';

/** Answers hold one person: anything near this size is not one. */
const MAX_BYTES = 200_000;

/** The answer was too large to be one. */
export class OversizedAnswer extends Error {}

class StaleConnection extends Error {}

export type Post = (envelope: InsiEnvelope, signal: AbortSignal) => Promise<string>;

/**
 * One POST on a kept-alive connection. Node's own client rather than `fetch`: the service wants the certificate of
 * the organisation (mutual TLS), which `fetch` cannot present. Redirects are never followed.
 */
export function createPost(settings: InsiSettings): Post {
  const url = new URL(settings.url);
  const { certificate } = settings;
  const secure = url.protocol === 'https:';
  const agent = secure
    ? new HttpsAgent({
        keepAlive: true,
        minVersion: 'TLSv1.2',
        ...(certificate ? { pfx: readFileSync(certificate.file), passphrase: certificate.passphrase } : {}),
      })
    : new HttpAgent({ keepAlive: true });
  const send = secure ? httpsRequest : httpRequest;

  const postOnce: Post = ({ xml, headers }, signal) =>
    new Promise((resolve, reject) => {
      const body = Buffer.from(xml, 'utf8');
      const options = { method: 'POST', agent, signal, headers: { ...headers, 'content-length': body.length } };
      const request = send(url, options, (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_BYTES) response.destroy(new OversizedAnswer('answer too large'));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      });
      request.on('error', (error) => reject(request.reusedSocket ? new StaleConnection('', { cause: error }) : error));
      request.end(body);
    });

  // A kept connection may have been closed by the other side in the meantime: asking again is harmless, questions change nothing.
  return (envelope, signal) =>
    postOnce(envelope, signal).catch((error: unknown) => {
      if (error instanceof StaleConnection && !signal.aborted) return postOnce(envelope, signal);
      throw error;
    });
}
