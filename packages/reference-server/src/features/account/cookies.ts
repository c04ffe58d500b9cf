import type { Settings } from '../../platform/settings.ts';

/** A cookie no script can read, sent by our own pages and by a link followed to us (SameSite=Lax). */
export function httpOnlyCookie(
  { publicOrigin }: Pick<Settings, 'publicOrigin'>,
  name: string,
  value: string,
  more: { path?: string; maxAgeSeconds?: number } = {},
): string {
  return [
    `${name}=${value}`,
    `Path=${more.path ?? '/'}`,
    'HttpOnly',
    'SameSite=Lax',
    // Without a life of its own it dies with the browser: shared equipment is an ordinary case (F-12).
    ...(more.maxAgeSeconds === undefined ? [] : [`Max-Age=${more.maxAgeSeconds}`]),
    ...(publicOrigin.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
}

/** Takes a cookie away. */
export function clearedCookie(settings: Pick<Settings, 'publicOrigin'>, name: string, path = '/'): string {
  return httpOnlyCookie(settings, name, '', { path, maxAgeSeconds: 0 });
}
