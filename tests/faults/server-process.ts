import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

/** How a process of ours ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A server in a process of its own, as an installation runs it. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** No goodbye: what was not on the disk is gone. */
  killNine(): Promise<void>;
  /** SIGTERM, and wait. */
  stop(): Promise<Ended>;
}

/** Where its data is. */
export interface Place {
  readonly dataDirectory: string;
  /** PGlite in the data directory when absent. */
  readonly databaseUrl?: string;
}

function environment({ dataDirectory, databaseUrl }: Place): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    SPICO_PORT: '0',
    SPICO_DEMO: 'yes',
    SPICO_LOG_LEVEL: 'error',
    SPICO_DATA_DIR: dataDirectory,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
}

function run(script: string, place: Place) {
  const child = spawn(process.execPath, [...own, script], { cwd: root, env: environment(place), stdio: 'pipe' });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, ended, listeners, said: () => output };
}

/** Runs one of our commands to its end. */
export function runToEnd(script: string, place: Place): Promise<Ended> {
  return run(script, place).ended;
}

/** Starts the server and waits until it is ready. @throws with its own words when it is not */
export async function startServer(place: Place): Promise<ServerProcess> {
  const { child, ended, listeners, said } = run('packages/reference-server/src/main.ts', place);
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const ready = /^ready (\S+)$/m.exec(said())?.[1];
      if (ready) resolve(ready);
    };
    listeners.add(look);
    void ended.then(({ code, output }) => reject(new Error(`Ended with ${code}: ${output}`)));
  });
  return {
    address,
    pid: child.pid ?? 0,
    async killNine() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
