import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** What is hashed; the same text in two roles gives two values. */
export type HashRole = 'code' | 'email' | 'network';

/** Keyed, because six digits or a known address are found by trying when the key is not needed. */
export function keyedHash(key: Uint8Array, role: HashRole, ...parts: readonly string[]): Uint8Array {
  return new Uint8Array(
    createHmac('sha256', key)
      .update(JSON.stringify([role, ...parts]))
      .digest(),
  );
}

/** What one subscriber holds: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
