import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of our own, on loopback, gone when it is stopped. */
export interface OwnPostgres {
  /** Superuser's address of the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Why there is no PostgreSQL here; said plainly by whoever has to skip. */
export class NoPostgres extends Error {
  override readonly name = 'NoPostgres';
}

/** The directory with `initdb` and `postgres`, newest version first. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).filter((one) => /^\d+$/.test(one)) : [];
  const bins = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin'));
  return [...bins, '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/local/bin'].find(
    (bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
  );
}

/** Installs PostgreSQL where that is allowed: as root, on a Debian, in CI or when asked for. */
function install(): string | undefined {
  const allowed = process.env['CI'] === 'true' || process.env['SPICO_INSTALL_POSTGRES'] === 'yes';
  if (process.getuid?.() !== 0 || !allowed || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env, stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return findPostgres();
}

/** PostgreSQL refuses to run as root: then it runs as the first of these users that exists. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  throw new NoPostgres('PostgreSQL cannot run as root, and there is no other user to run it as.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * Starts PostgreSQL in a directory of its own, with fsync on, as in production.
 * @throws {NoPostgres} when the machine has none and may not install it
 */
export async function startPostgres(): Promise<OwnPostgres> {
  const bin = findPostgres() ?? install();
  if (!bin) throw new NoPostgres('No PostgreSQL on this machine (looked in /usr/lib/postgresql).');
  const user = otherUser();
  const directory = mkdtempSync(join(tmpdir(), 'spico-postgres-'));
  if (user) chownSync(directory, user.uid, user.gid);
  const as = user ?? {};
  const data = join(directory, 'data');
  const options = { ...as, cwd: directory, stdio: 'ignore' as const };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'],
    options,
  );
  const port = await freePort();
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      "unix_socket_directories = ''",
      'max_connections = 200',
      'fsync = on',
      "shared_buffers = '256MB'",
      "log_min_messages = 'panic'",
      "timezone = 'UTC'",
    ].join('\n'),
  );
  const server = spawn(join(bin, 'postgres'), ['-D', data], options);
  const guard = guardAgainstSudden(server, directory);
  const stop = async () => {
    guard.kill();
    await stopServer(server, directory);
  };
  process.once('exit', () => {
    // Nothing here outlives the tests: gone at once, and the directory with it.
    if (server.exitCode === null) {
      try {
        execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
      } catch {
        server.kill('SIGKILL');
      }
    }
    rmSync(directory, { recursive: true, force: true });
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) break;
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'owner'], {
        stdio: 'ignore',
      });
      return { url: `postgres://owner@127.0.0.1:${port}/postgres`, stop };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await stop();
  throw new NoPostgres('PostgreSQL is installed but did not start within 10 seconds.');
}

/** A test runner may kill us without a word; then this small watcher ends the server and removes its directory. */
function guardAgainstSudden(server: ChildProcess, directory: string): ChildProcess {
  const watch = 'while kill -0 "$1" 2>/dev/null; do sleep 1; done; kill -QUIT "$2" 2>/dev/null; sleep 1; rm -rf "$3"';
  const words = ['-c', watch, 'guard', String(process.pid), String(server.pid), directory];
  const guard = spawn('sh', words, { detached: true, stdio: 'ignore' });
  guard.unref();
  return guard;
}

async function stopServer(server: ChildProcess, directory: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT'); // fast shutdown: ends sessions, loses nothing
    await ended;
  }
  rmSync(directory, { recursive: true, force: true });
}
