import { mkdirSync, openSync, readFileSync, unlinkSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';

/** Someone else holds the directory; the message says who, since when, and what to do. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/** Holds a directory until it is released. */
export interface DirectoryLock {
  release(): void;
}

/** Start of a process in clock ticks since boot: a pid may be given again, a pid with its start may not. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, start: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return start === undefined || now === undefined || now === start;
}

/**
 * PGlite opens the same directory twice without a word and loses acknowledged rows, so the lock is ours.
 * A lock left by a process that was killed is taken over.
 * @throws {DirectoryInUse} when a living process holds it
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, '..', `${directory.split('/').filter(Boolean).at(-1) ?? 'database'}.lock`);
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), since: new Date().toISOString() });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, mine);
      closeSync(file);
      return {
        release() {
          try {
            if (readFileSync(path, 'utf8') === mine) unlinkSync(path);
          } catch {
            // Already gone: nothing is held any more.
          }
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    let holder: { pid?: number; start?: string; since?: string } = {};
    let seen = '';
    try {
      seen = readFileSync(path, 'utf8');
      holder = JSON.parse(seen) as typeof holder;
    } catch {
      // Half-written by a process that is just starting, or was killed while writing: look again, then take it over.
      if (attempt < 3) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
        continue;
      }
    }
    if (holder.pid !== undefined && isAlive(holder.pid, holder.start)) {
      throw new DirectoryInUse(
        `The database directory ${directory} is in use by process ${holder.pid} since ${holder.since}. ` +
          'Two processes on one directory lose data. Stop the other one, or give this one another SPICO_DATA_DIR.',
      );
    }
    try {
      if (readFileSync(path, 'utf8') === seen) unlinkSync(path);
    } catch {
      // Another process took the stale lock first: the next round sees who.
    }
  }
  throw new DirectoryInUse(`The lock of ${directory} changes hands; start again in a moment.`);
}
