import type { Database } from './db.ts';
import type { DatabaseSettings } from './settings.ts';

/** Opens the database the settings name; only the driver it needs is loaded. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.kind === 'postgres') {
    const { openPostgres } = await import('./db-postgres.ts');
    return openPostgres(settings);
  }
  const { openPglite } = await import('./db-pglite.ts');
  return openPglite(settings.directory);
}
