import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Credential } from '../platform/access.ts';
import { FailureError } from '../platform/failure.ts';

/**
 * The portal's session cookie. Over https it is a `__Host-` cookie, and no other is read: a neighbouring sub-domain cannot
 * put one in its place.
 */
export function sessionCookieName(publicOrigin: string): string {
  return publicOrigin.startsWith('https:') ? '__Host-spico_session' : 'spico_session';
}

/** What a security scheme of the contract finds in a request. */
export interface Shown {
  readonly credential: Credential;
  readonly client?: { readonly id: string; readonly secret: string };
}

/** Whose page it is: this server's own, or a registered client's. */
export interface Origins {
  /** The portal's own origin. */
  readonly own: string;
  /** Other names of this server on its own machine (`http://127.0.0.1:4010` beside `http://localhost:4010`); demo only. */
  readonly alsoOwn?: readonly string[];
  /** Exact origins of registered clients; asked at each request that carries an Origin. */
  isRegistered(origin: string): Promise<boolean>;
}

/** Whether a page of this origin is our own. */
export function isOwn({ own, alsoOwn }: Pick<Origins, 'own' | 'alsoOwn'>, origin: string): boolean {
  return origin === own || (alsoOwn?.includes(origin) ?? false);
}

/** Under which names a browser on the same machine may know a demo server; none for any other server. */
export function ownNames({ publicOrigin, demo }: { publicOrigin: string; demo: boolean }): readonly string[] {
  const url = new URL(publicOrigin);
  const names = ['localhost', '127.0.0.1'];
  if (!demo || url.protocol !== 'http:' || !names.includes(url.hostname)) return [];
  return names.map((name) => `http://${name}${url.port ? `:${url.port}` : ''}`);
}

const unauthenticated = () => new FailureError({ code: 'unauthenticated' });

/** Cookies of the request; a name sent twice counts once, the first. */
export function cookiesOf(request: FastifyRequest): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cut = part.indexOf('=');
    if (cut < 1) continue;
    const name = part.slice(0, cut).trim();
    if (!Object.hasOwn(cookies, name)) cookies[name] = part.slice(cut + 1).trim();
  }
  return cookies;
}

/**
 * One verifier per security scheme: finds the credential and refuses what cannot be one. Whether it is good is judged in
 * the transaction, next to the deed.
 */
export function securitySchemes(
  origins: Pick<Origins, 'own' | 'alsoOwn'>,
): Readonly<Record<string, (request: FastifyRequest) => Shown>> {
  return {
    bearer(request) {
      const token = /^Bearer ([A-Za-z0-9._~+/=-]{20,2048})$/.exec(request.headers.authorization ?? '')?.[1];
      if (!token) throw unauthenticated();
      return { credential: { kind: 'bearer', token } };
    },
    session(request) {
      const secret = cookiesOf(request)[sessionCookieName(origins.own)];
      if (!secret || !/^[A-Za-z0-9_-]{20,200}$/.test(secret)) throw unauthenticated();
      // A cookie travels by itself: a write must come from our own page, and say so.
      const { origin } = request.headers;
      const reading = request.method === 'GET' || request.method === 'HEAD';
      if (origin === undefined ? !reading : !isOwn(origins, origin))
        throw new FailureError({ code: 'origin-not-allowed' });
      return { credential: { kind: 'session', secret } };
    },
    client(request) {
      const refuse = () => new FailureError({ code: 'invalid-client' });
      const encoded = /^Basic ([A-Za-z0-9+/=]{4,1000})$/.exec(request.headers.authorization ?? '')?.[1];
      if (!encoded) throw refuse();
      const [id, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
      if (!id || rest.length === 0) throw refuse();
      return { credential: { kind: 'none' }, client: { id, secret: rest.join(':') } };
    },
  };
}

/** Headers every answer carries. `page` is for HTML of our own. */
export function secureHeaders(reply: FastifyReply, kind: 'data' | 'page', https: boolean): void {
  const set = (name: string, value: string) => {
    if (!reply.hasHeader(name)) reply.header(name, value);
  };
  set('x-content-type-options', 'nosniff');
  set('referrer-policy', 'no-referrer');
  set('cross-origin-opener-policy', 'same-origin');
  set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (https) set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (kind === 'data') {
    set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox");
    set('cache-control', 'no-store');
    return;
  }
  set('content-security-policy', pagePolicy);
}

/** Our own pages: nothing inline, nothing foreign, no frames, Trusted Types on. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * CORS by exact origin: a page that is not registered gets a refusal without data, and the browser gets no permission.
 * @returns true when the request was answered here (a preflight)
 */
export async function crossOrigin(request: FastifyRequest, reply: FastifyReply, origins: Origins): Promise<boolean> {
  const { origin } = request.headers;
  reply.header('vary', 'Origin');
  if (origin === undefined) return false;
  if (!isOwn(origins, origin)) {
    if (!(await origins.isRegistered(origin))) throw new FailureError({ code: 'origin-not-allowed' });
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', 'ETag, Location, Retry-After, X-Request-Id');
  }
  if (request.method !== 'OPTIONS') return false;
  reply.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  reply.header(
    'access-control-allow-headers',
    'Authorization, Content-Type, Idempotency-Key, If-Match, Accept-Language, X-Request-Id',
  );
  reply.header('access-control-max-age', '600');
  await reply.code(204).send();
  return true;
}
