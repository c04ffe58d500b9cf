import { type Database, statement } from './db.ts';

/** Seconds an answer is believed: the page's permission only; each token is held against its origin again, unremembered. */
const believedFor = 5;

/** Says whether an origin belongs to an active registered client (F-201). Exact match. */
export function registeredOrigins(database: Database): (origin: string) => Promise<boolean> {
  const seen = new Map<string, { until: number; registered: boolean }>();
  return async (origin) => {
    const now = performance.now();
    const before = seen.get(origin);
    if (before && before.until > now) return before.registered;
    const rows = await database.transaction((tx) =>
      statement(tx, `select 1 from client where state = 'active' and $1 = any(origins) limit 1`, [origin]),
    );
    if (seen.size > 1000) seen.clear();
    seen.set(origin, { until: now + believedFor * 1000, registered: rows.length > 0 });
    return rows.length > 0;
  };
}
