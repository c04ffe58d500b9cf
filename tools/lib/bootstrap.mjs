/**
 * The first steps on a fresh clone. Written for the system's Node (20 or newer) and without any dependency, because
 * nothing is installed yet when it runs; everything after it runs with the project's own Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const projectNode = join(root, 'node_modules/.bin/node');
const stamp = join(root, 'node_modules/.spico-installed');

const lockfileDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether what is installed is already what the lockfile asks for, whoever installed it. `npm ci` begins by emptying
 * node_modules under the feet of everything that runs from it, so it must not run for a missing stamp alone.
 */
function alreadyInstalled() {
  const packagesOf = (path) => {
    try {
      return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
    } catch {
      return {};
    }
  };
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, link }]) =>
      !path.includes('node_modules/') ||
      (installed[path] ? link || installed[path].version === version : optional) === true,
  );
}

/** Installs the locked dependencies when they are missing or belong to another lockfile. */
export function installDependencies() {
  const wanted = lockfileDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (alreadyInstalled()) return writeFileSync(stamp, wanted);
  console.log('Installing the dependencies (about a minute, once)…');
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, wanted);
}

/**
 * Goes on in TypeScript with the project's Node and hands signals and exit code through, so that stopping npm stops
 * the servers too.
 */
export function continueWith(script, args = []) {
  const node = existsSync(projectNode) ? projectNode : process.execPath;
  const child = spawn(node, ['--conditions=source', join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
