import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a list goes on. Opaque outside; worthless to another caller, for another list, or with one bit changed. */
export interface Cursors {
  /** @param binding - who reads which list, e.g. `records.list <account>` */
  seal(binding: string, position: readonly (string | number)[]): string;
  /** The position, or undefined for anything this server did not give for this binding. */
  open(binding: string, cursor: string): readonly (string | number)[] | undefined;
}

/** Cursors signed with HMAC-SHA-256 over the binding and the position. */
export function createCursors(key: Uint8Array): Cursors {
  const sign = (binding: string, payload: string) =>
    createHmac('sha256', key).update(`${binding}\n${payload}`).digest().subarray(0, 16).toString('base64url');
  return {
    seal(binding, position) {
      const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${payload}.${sign(binding, payload)}`;
    },
    open(binding, cursor) {
      const [payload = '', tag = '', ...more] = cursor.split('.');
      const given = Buffer.from(tag);
      const right = Buffer.from(sign(binding, payload));
      if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as (string | number)[];
    },
  };
}
