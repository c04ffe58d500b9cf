/** The whole demonstration on free ports, from a copy of seeded data: what every browser journey stands on. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForBrowsers } from '../../tools/build.ts';
import { type Stack, startStack } from '../../tools/lib/stack.ts';
import { root } from '../../tools/lib/steps.ts';

/** Memory where there is some: the database writes a lot while it is young. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface JourneyStack extends Stack {
  /** Everything a page of the demonstration may speak to. */
  readonly origins: readonly string[];
}

async function freePorts(count: number): Promise<number[]> {
  // All held at once, so that none is given twice.
  const held = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
    }),
  );
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

async function start(dataDirectory: string, environment: Readonly<Record<string, string>>): Promise<Stack> {
  const [server = 0, sandbox = 0, smtp = 0, practice = 0] = await freePorts(4);
  return startStack({
    dataDirectory,
    ports: { server, sandbox, smtp, practice },
    environment: { SPICO_LOG_LEVEL: 'error', ...environment },
  });
}

/** Changes with everything the seeded data depend on; with the day too, because the demo's dates count from today. */
function templateName(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!path.endsWith('.test.ts')) hash.update(readFileSync(path));
  };
  for (const path of ['domain/src', 'reference-data/src', 'reference-server/src', 'reference-server/migrations'])
    add(join(root, 'packages', path));
  return `spico-demo-${new Date().toISOString().slice(0, 10)}-${hash.digest('hex').slice(0, 12)}`;
}

/** Templates of other sources and data of runs that were killed lie in memory: those of before the last hour go. */
function sweep(): void {
  for (const name of readdirSync(scratch).filter((each) => /^spico-(demo|journey)-/.test(each))) {
    const path = join(scratch, name);
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** Seeds once per machine, day and sources; later starts copy. */
async function template(): Promise<string> {
  const place = join(scratch, templateName());
  if (existsSync(place)) return place;
  sweep();
  const draft = mkdtempSync(`${place}-`);
  await (await start(draft, {})).close();
  try {
    // Whoever is first wins; a second builder's work is thrown away.
    renameSync(draft, place);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}

/** Builds what browsers get when its sources changed, and starts everything on data of its own. */
export async function startJourneyStack(environment: Readonly<Record<string, string>> = {}): Promise<JourneyStack> {
  await buildForBrowsers();
  const home = mkdtempSync(join(scratch, 'spico-journey-'));
  cpSync(await template(), home, { recursive: true });
  const stack = await start(home, environment);
  return {
    ...stack,
    origins: [stack.portal, stack.practice, stack.mailbox].map((address) => new URL(address).origin),
    async close() {
      await stack.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
