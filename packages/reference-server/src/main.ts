import { mkdirSync } from 'node:fs';
import { build } from './app.ts';
import { features } from './features/index.ts';
import { startHousekeeping } from './platform/housekeeping.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { openDatabase } from './platform/open.ts';
import { readSettings } from './platform/settings.ts';

/*
 * Starts the server: reads the environment, opens and migrates the database, listens. Prints one line when it is ready:
 * `ready http://127.0.0.1:4010`. SIGTERM and SIGINT let running requests end, sign the audit heads, and close.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings.database);
  const applied = await migrate(database);
  if (applied.length > 0) log.info({ count: applied.length }, 'migrations applied');
  const housekeeping = await startHousekeeping(database, settings.dataDirectory, log);
  const app = await build({ settings, database, features, log });
  const address = await app.listen({ host: settings.host, port: settings.port });

  let closing = false;
  const close = async (signal: string) => {
    if (closing) return;
    closing = true;
    log.info({ signal }, 'closing');
    await app.close();
    await housekeeping.stop();
    await database.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
  console.log(`ready ${address}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
