import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Settings, SettingsError } from './settings.ts';

/** What each key is for; a key does one thing. */
export type KeyPurpose = 'cursors' | 'identity-documents' | 'one-time-codes' | 'id-tokens';

/**
 * The 256-bit key of one purpose: `SPICO_KEY_CURSORS`, `SPICO_KEY_IDENTITY_DOCUMENTS` (base64). Without the setting, a key
 * of this installation is made once and kept in the data directory, readable by its owner only: enough for one server;
 * several servers on one database have to be given the same keys.
 * @throws {SettingsError} when the setting is no base64 of 32 bytes
 */
export function keyFor(settings: Pick<Settings, 'services' | 'dataDirectory'>, purpose: KeyPurpose): Uint8Array {
  const name = `SPICO_KEY_${purpose.replaceAll('-', '_').toUpperCase()}`;
  const given = settings.services[name];
  if (given !== undefined) {
    const key = Buffer.from(given, 'base64');
    if (key.length !== 32) throw new SettingsError(`${name} must be 32 bytes in base64.`);
    return new Uint8Array(key);
  }
  const file = join(settings.dataDirectory, `${purpose}.key`);
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  try {
    // Fails when it is there already, also when another process has just made it.
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== 32) throw new SettingsError(`${file} must hold 32 bytes.`);
  return new Uint8Array(key);
}
