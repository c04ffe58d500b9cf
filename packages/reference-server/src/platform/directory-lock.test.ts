import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spico-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Another real process that takes the lock and keeps it until it is killed. */
function otherProcess(directory: string) {
  const code = `
    const { lockDirectory } = await import(${JSON.stringify(new URL('./directory-lock.ts', import.meta.url).href)});
    try { lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.name + ': ' + error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const firstLine = new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(String(data).trim())),
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { firstLine, pid: child.pid, kill: async () => (child.kill('SIGKILL'), ended) };
}

describe('the lock on a PGlite directory (quality G4)', () => {
  it('lets one process in; the second refuses and says who holds it', async () => {
    const directory = join(home, 'database');
    const first = otherProcess(directory);
    expect(await first.firstLine).toBe('held');
    expect(() => lockDirectory(directory)).toThrow(new RegExp(`in use by process ${first.pid} since 20.*loses? data`));

    const second = otherProcess(directory);
    expect(await second.firstLine).toMatch(/^DirectoryInUse: /);
    await first.kill();
  });

  it('takes over the lock of a process that was killed', async () => {
    const directory = join(home, 'database');
    const first = otherProcess(directory);
    expect(await first.firstLine).toBe('held');
    await first.kill();
    const lock = lockDirectory(directory);
    lock.release();
    expect(existsSync(join(home, 'database.lock'))).toBe(false);
  });

  it('is not fooled by a pid that was given to another process', () => {
    const directory = join(home, 'database');
    writeFileSync(join(home, 'database.lock'), JSON.stringify({ pid: process.pid, start: '1', since: 'long ago' }));
    expect(() => lockDirectory(directory).release()).not.toThrow();
  });

  it('takes over a lock that was half written', () => {
    writeFileSync(join(home, 'database.lock'), '{"pid": 1');
    expect(() => lockDirectory(join(home, 'database')).release()).not.toThrow();
  });
});
