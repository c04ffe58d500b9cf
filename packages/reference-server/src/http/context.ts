import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Credential } from '../platform/access.ts';
import { FailureError } from '../platform/failure.ts';
import type { Caller } from '../platform/use-case.ts';
import { parseIfMatch } from './etag.ts';

/** Headers that mean one thing and so may come once. Node keeps the first of two in silence. */
const single = new Set([
  'authorization',
  'host',
  'origin',
  'content-type',
  'content-length',
  'idempotency-key',
  'if-match',
]);

/** Refuses a request that says one thing twice. */
export function refuseDoubledHeaders(request: FastifyRequest): void {
  const seen = new Set<string>();
  const { rawHeaders } = request.raw;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    if (single.has(name) && seen.has(name)) {
      throw new FailureError({ code: 'invalid-request', fields: [{ pointer: `#${name}`, code: 'sent-twice' }] });
    }
    seen.add(name);
  }
}

/** French unless the caller asks for English first. */
export function languageOf(header: string | undefined): 'fr' | 'en' {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const tag = part.trim().slice(0, 2);
    if (tag === 'fr' || tag === 'en') return tag;
  }
  return 'fr';
}

/**
 * What the request brought with it.
 * @param takes which of the two headers the operation declares
 */
export function callerOf(
  request: FastifyRequest,
  credential: Credential,
  takes: { readonly idempotencyKey: boolean; readonly ifMatch: boolean },
  bytes: Uint8Array | undefined,
): Caller {
  const fieldFailure = (pointer: string, code: string) =>
    new FailureError({ code: 'invalid-request', fields: [{ pointer, code }] });
  const key = takes.idempotencyKey ? request.headers['idempotency-key'] : undefined;
  if (key !== undefined && (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,100}$/.test(key))) {
    throw fieldFailure('#Idempotency-Key', 'pattern');
  }
  let expectedVersion: number | undefined;
  if (takes.ifMatch) {
    const header = request.headers['if-match'];
    if (header === undefined) throw new FailureError({ code: 'version-required' });
    expectedVersion = parseIfMatch(header);
    if (expectedVersion === undefined) throw fieldFailure('#If-Match', 'pattern');
  }
  return {
    requestId: request.id,
    credential,
    origin: request.headers.origin,
    language: languageOf(request.headers['accept-language']),
    address: request.ip,
    ...(key === undefined ? {} : { idempotency: { key, fingerprint: fingerprint(request, bytes) } }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

function fingerprint(request: FastifyRequest, bytes: Uint8Array | undefined): Uint8Array {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  return new Uint8Array(hash.update(bytes ?? new Uint8Array()).digest());
}
