import { randomBytes } from 'node:crypto';

/** A lower-case UUID of any version. Ids are matched against this before anything else looks at them. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Stands for "an id nobody has": a malformed id takes its place, so that it is answered exactly like an unknown one. */
export const nobodysId = '00000000-0000-0000-0000-000000000000';

/** Gives new ids. */
export interface Ids {
  next(): string;
}

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that new rows land at the end of an index.
 * Never a secret: use `secret()` for tokens.
 */
export const uuid7: Ids = {
  next() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  },
};

/** 256 random bits, URL-safe: access tokens, session cookies, client secrets. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}
