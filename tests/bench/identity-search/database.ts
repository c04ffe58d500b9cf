import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@spico/reference-server/platform/db';
import { openPglite } from '@spico/reference-server/platform/db-pglite';
import { openPostgres } from '@spico/reference-server/platform/db-postgres';
import { migrate } from '@spico/reference-server/platform/migrate';
import pg from 'pg';

export interface BenchDatabase {
  readonly db: Database;
  /** What a server does by itself after many rows came in: statistics, and the visibility map of index-only scans. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** An empty, migrated database of our own; it leaves nothing behind. */
export async function openBenchDatabase(kind: 'pglite' | 'postgres'): Promise<BenchDatabase> {
  if (kind === 'pglite') {
    const db = await openPglite();
    await migrate(db);
    return {
      db,
      settle: () => db.asOwner(async (run) => void (await run('analyze identity_search'))),
      close: () => db.close(),
    };
  }
  const server = await startPostgres();
  const db = openPostgres({ url: server.url, ownerUrl: server.url, poolSize: 2 });
  await migrate(db);
  return {
    db,
    async settle() {
      const owner = new pg.Client({ connectionString: server.url });
      await owner.connect();
      await owner.query('vacuum analyze identity_search');
      await owner.query('checkpoint');
      await owner.end();
    },
    async close() {
      await db.close();
      await server.stop();
    },
  };
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const bin = binaries();
  const directory = mkdtempSync(join(tmpdir(), 'spico-bench-'));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'spico', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    {
      ...user,
      stdio: 'ignore',
      cwd: directory,
    },
  );
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    fsync: 'off',
    max_wal_size: '4GB',
  };
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, stdio: 'ignore', cwd: directory },
  );
  const stop = () => stopped(server, directory);
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));
  const url = `postgres://spico@127.0.0.1:${port}/postgres`;
  await answers(url);
  return { url, stop };
}

async function stopped(server: ChildProcess, directory: string): Promise<void> {
  if (server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  }
  rmSync(directory, { recursive: true, force: true });
}

function binaries(): string {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(home, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (!found) throw new Error('PostgreSQL is not installed here. Try --db pglite.');
  return found;
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
