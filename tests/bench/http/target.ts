/**
 * The process under load: the whole server, and beside it the floor, bare Fastify routes with one query each on the
 * same database. Whichever is not asked costs nothing. Started by http.ts, which keeps the load generator out of here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@spico/reference-server/platform/settings';
import { serve } from '@spico/reference-server/serve';
import Fastify from 'fastify';
import pg from 'pg';
import { startPostgres } from '../../../tools/postgres.ts';
import { type PopulationSize, populate, type Visitors } from './population.ts';

/** What http.ts asks for, as the only argument. */
export interface Order extends PopulationSize {
  readonly db: 'postgres' | 'pglite';
}

/** Sent once both answer. */
export interface Ready {
  readonly server: string;
  readonly floor: string;
  readonly visitors: Visitors;
}

/** As many connections for the floor as for the server. */
const POOL = 10;
/** What the opening of a record shows, as somebody would read it who checks nothing and writes nothing down. */
const screen = `select r.state, r.version, r.created_at, i.*, t.email, t.mobile, c.given_by, c.mode, c.collected_on,
    c.notice_version, c.recorded_at, a.display_name, p.profession_code, p.structure_name, p.town, m.since
  from coordination_record r join person_identity i on i.record_id = r.id
  left join lateral (select * from record_contact where record_id = r.id order by version desc limit 1) t on true
  left join lateral (select * from record_consent where record_id = r.id order by version desc limit 1) c on true
  left join account a on a.id = c.recorded_by left join practice p on p.id = c.practice_id
  left join record_membership m on m.record_id = r.id and m.mode = 'creator' where r.id = $1`;
const row = 'select * from person_identity where record_id = $1';

const order = JSON.parse(process.argv[2] ?? '') as Order;
const directory = mkdtempSync(join(tmpdir(), 'spico-bench-'));
const postgres = order.db === 'postgres' ? await startPostgres() : undefined;

let visitors: Visitors | undefined;
const serving = await serve(
  readSettings({
    SPICO_PORT: '0',
    SPICO_DATA_DIR: directory,
    SPICO_DEMO: 'yes',
    SPICO_POOL_SIZE: String(POOL),
    // Log lines are written as in production; http.ts sends them to /dev/null.
    SPICO_LOG_LEVEL: 'info',
    DATABASE_URL: postgres?.url,
  }),
  { prepare: async (database) => void (visitors = await populate(database, order)) },
);

const pool = postgres && new pg.Pool({ connectionString: postgres.url, max: POOL });
const one = async (name: string, text: string, id: string): Promise<unknown> =>
  pool
    ? (await pool.query({ name, text, values: [id] })).rows[0]
    : (await serving.database.execute(text, [id])).rows[0];
const floor = Fastify();
floor.get<{ Params: { id: string } }>('/screen/:id', ({ params }) => one('screen', screen, params.id));
floor.get<{ Params: { id: string } }>('/row/:id', ({ params }) => one('row', row, params.id));
const floorAddress = await floor.listen({ host: '127.0.0.1', port: 0 });

process.send?.({ server: serving.address, floor: floorAddress, visitors } satisfies Omit<Ready, 'visitors'> & {
  visitors: Visitors | undefined;
});
async function end(): Promise<void> {
  await floor.close();
  await pool?.end();
  await serving.close();
  await postgres?.stop();
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}
process.once('disconnect', () => void end());
