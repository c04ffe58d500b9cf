/** Runs the project's commands one after the other and remembers how each went. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Step = { name: string; seconds: number; ok: boolean };

const done: Step[] = [];

/** Path of a tool's executable script inside node_modules. */
export const bin = (name: string): string => `${root}node_modules/.bin/${name}`;

/** Runs one command with its output shown; never throws, so that one red step does not hide the others. */
export function step(
  name: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): boolean {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const ok = result.status === 0;
  done.push({ name, seconds: (performance.now() - started) / 1000, ok });
  return ok;
}

/** Prints what ran and how long it took; true when everything was green. */
export function summary(): boolean {
  console.log('\n── Summary');
  for (const { name, seconds, ok } of done)
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  return done.every((each) => each.ok);
}
