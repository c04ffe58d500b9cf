import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from './audit-chain.ts';
import { type Database, statement } from './db.ts';

/** One line of the file of signed heads: the chains that grew since the line before. */
interface Line {
  readonly at: string;
  /** sha256 of the line before; the file is a chain itself. */
  readonly previous: string;
  readonly heads: readonly (readonly [chain: string, seq: number, hash: string])[];
  readonly signature: string;
}

/** The file of signed heads cannot be believed; the message says which line and why. */
export class HeadsNotGenuine extends Error {
  override readonly name = 'HeadsNotGenuine';
}

const paths = (directory: string) => ({
  heads: join(directory, 'audit_heads.jsonl'),
  key: join(directory, 'audit-signing-key.pem'),
});

/** The Ed25519 key of this server, made at first use. In production it is put in place, and its public half kept elsewhere. */
function signingKey(directory: string): KeyObject {
  const { key } = paths(directory);
  if (!existsSync(key)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(key, made, { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(key));
}

const signedText = (line: Omit<Line, 'signature'>) => JSON.stringify([line.at, line.previous, line.heads]);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The newest signed head of each chain.
 * @throws {HeadsNotGenuine} when a line was changed, removed from the middle or signed by another key
 */
export function readSignedHeads(directory: string): { heads: Map<string, Head>; lines: number; last: string } {
  const { heads: path } = paths(directory);
  const heads = new Map<string, Head>();
  let last = '';
  let lines = 0;
  if (!existsSync(path)) return { heads, lines, last };
  const publicKey = createPublicKey(signingKey(directory));
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text === '') continue;
    lines += 1;
    const fault = (why: string) => new HeadsNotGenuine(`Line ${lines} of ${path} ${why}.`);
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      throw fault('is not readable');
    }
    if (line.previous !== last) throw fault('does not follow the line before it');
    if (!verify(null, Buffer.from(signedText(line)), publicKey, Buffer.from(line.signature, 'base64'))) {
      throw fault('is not signed by this key');
    }
    for (const [chain, seq, hash] of line.heads) heads.set(chain, { chain, seq, hash });
    last = hashOf(text);
  }
  return { heads, lines, last };
}

/**
 * Signs the heads of all chains that grew since the last time, and adds them to the file outside the database.
 * Done at start, once a day and at shutdown.
 * @returns how many chains were signed
 */
export async function signHeads(database: Database, directory: string): Promise<number> {
  const known = readSignedHeads(directory);
  const current = await database.transaction((tx) =>
    statement<Head>(
      tx,
      `select chain, seq, encode(hash, 'hex') as hash from audit.chain_head where seq > 0 order by chain`,
    ),
  );
  const grown = current.filter((one) => (known.heads.get(one.chain)?.seq ?? 0) < one.seq);
  if (grown.length === 0) return 0;
  const key = signingKey(directory);
  const unsigned = {
    at: new Date().toISOString(),
    previous: known.last,
    heads: grown.map(({ chain, seq, hash }) => [chain, seq, hash] as const),
  };
  const line: Line = { ...unsigned, signature: sign(null, Buffer.from(signedText(unsigned)), key).toString('base64') };
  appendFileSync(paths(directory).heads, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  return grown.length;
}
