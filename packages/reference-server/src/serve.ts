import { mkdirSync } from 'node:fs';
import { type App, build, type StaticFolder } from './app.ts';
import { features } from './features/index.ts';
import type { Database } from './platform/db.ts';
import { startHousekeeping } from './platform/housekeeping.ts';
import { uuid7 } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { openDatabase } from './platform/open.ts';
import { refuseUnsafe } from './platform/production.ts';
import type { Settings } from './platform/settings.ts';

/** A server that listens. */
export interface Serving {
  readonly address: string;
  readonly app: App;
  readonly database: Database;
  /** Lets running requests end, signs the audit heads, closes the database. Safe to call twice. */
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly staticFolders?: readonly StaticFolder[];
  /** Runs once the schema is there and before anybody is answered (demo people, for example). */
  readonly prepare?: (database: Database, settings: Settings) => Promise<void>;
}

/**
 * Opens and migrates the database, builds the server of all features and listens.
 * @throws {SettingsError} for a default that only a demonstration may have
 */
export async function serve(settings: Settings, { staticFolders = [], prepare }: ServeOptions = {}): Promise<Serving> {
  refuseUnsafe(settings);
  const log = createLog(settings.logLevel);
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings.database);
  try {
    const applied = await migrate(database);
    if (applied.length > 0) log.info({ count: applied.length }, 'migrations applied');
    await prepare?.(database, settings);
    const tasks = features.flatMap(({ daily }) => (daily ? [() => daily({ settings, database, ids: uuid7 })] : []));
    const housekeeping = await startHousekeeping(database, settings.dataDirectory, log, tasks);
    const app = await build({ settings, database, features, log, staticFolders });
    const address = await app.listen({ host: settings.host, port: settings.port });
    let closed: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await app.close();
      await housekeeping.stop();
      await database.close();
    };
    return { address, app, database, close: () => (closed ??= close()) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
