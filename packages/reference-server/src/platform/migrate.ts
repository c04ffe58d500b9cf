import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './db.ts';

/** A migration that cannot be applied, and why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Where the server's own migrations stand. */
export const migrationsDirectory = join(import.meta.dirname, '../../migrations');

/** Any number: what matters is that every node asks for the same one. */
const lock = 7_470_201;

/** The files of a directory, in order, with their checksums. */
export function readMigrations(directory: string) {
  return readdirSync(directory)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    });
}

/**
 * Brings the database to the newest file: forward only, one transaction per file. Killed midway, the next start goes on
 * where it stopped; two nodes starting at once take turns.
 * @returns the names applied now
 * @throws {MigrationError} when an applied file was changed or is missing
 */
export async function migrate(database: Database, directory = migrationsDirectory): Promise<string[]> {
  const files = readMigrations(directory);
  const applied: string[] = [];
  for (;;) {
    const next = await database.asOwner(async (run) => {
      await run('select pg_advisory_xact_lock($1)', [lock]);
      await run(
        'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
      );
      const done = await run<{ name: string; checksum: string }>(
        'select name, checksum from schema_migration order by name',
        [],
      );
      for (const one of done) {
        const file = files.find((candidate) => candidate.name === one.name);
        if (!file)
          throw new MigrationError(
            `The database has ${one.name}, which this version does not know. Start a newer version.`,
          );
        if (file.checksum !== one.checksum) {
          throw new MigrationError(`${one.name} was changed after it was applied. Put it back and write a new file.`);
        }
      }
      const file = files.find((candidate) => !done.some((one) => one.name === candidate.name));
      if (!file) return undefined;
      const later = done.find((one) => one.name > file.name);
      if (later)
        throw new MigrationError(
          `${file.name} comes before ${later.name}, which is applied already. Give it a later number.`,
        );
      await run(file.sql);
      await run('insert into schema_migration (name, checksum) values ($1, $2)', [file.name, file.checksum]);
      return file.name;
    });
    if (next === undefined) return applied;
    applied.push(next);
  }
}
