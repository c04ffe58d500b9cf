/**
 * npm run bench:http -- [--db postgres|pglite] [--records 3000] [--rounds 5]
 *
 * The whole server (contract checks, authorisation, audit row, log line) against the floor: a bare Fastify route that reads
 * the same screen of a record with one query on the same database. The cheapest query there is (one row by its key) is
 * measured beside it, so that nobody has to trust our choice of floor. Server and floor live in one process of their own, the load generator in another; the loads
 * take turns in short rounds, so that a busy machine slows all of them. Prints a table, then one JSON line.
 *
 * The main load is one search to six openings of a record, as in a working day (60,000 searches, 360,000 readings).
 * Nobody searches more than the thirty times an hour the server allows: there are enough professionals.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Asked, fire, type Round } from './http/load.ts';
import type { Order, Ready } from './http/target.ts';
import { percentile, round } from './identity-search/report.ts';

const { values } = parseArgs({
  options: {
    db: { type: 'string', default: 'postgres' },
    records: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '5' },
  },
});
const db = values.db;
if (db !== 'pglite' && db !== 'postgres') throw new Error('--db is postgres or pglite.');
const rounds = Number(values.rounds);

const CONNECTIONS = 10;
const SECONDS = 1.5;
const SEARCHES_A_ROUND = 1000;
const common = { connections: CONNECTIONS, good: [200, 201] };
/** As the server's limit. */
const SEARCHES_EACH = 30;
/** A mixed round answers at most this many searches; more professionals than needed only cost a moment of seeding. */
const MOST_MIXED_SEARCHES = 1200;
const professionals = Math.ceil(((rounds + 1) * (SEARCHES_A_ROUND + MOST_MIXED_SEARCHES)) / SEARCHES_EACH);

const target = fork(
  fileURLToPath(new URL('./http/target.ts', import.meta.url)),
  [JSON.stringify({ db, records: Number(values.records), professionals } satisfies Order)],
  { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
);
const ended = new Promise<void>((resolve) => target.once('exit', () => resolve()));
const ready = await new Promise<Ready>((resolve, reject) => {
  target.once('message', (message) => resolve(message as Ready));
  target.once('exit', () => reject(new Error('The server did not start.')));
});

try {
  const { origin, people, searches } = ready.visitors;
  let turn = 0;
  const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, origin });
  const open = (): Asked => {
    turn += 1;
    const reader = people[turn % people.length];
    const id = reader?.records[Math.floor(turn / people.length) % reader.records.length];
    return { path: `/api/v1/records/${id}`, headers: headersOf(reader?.token ?? '') };
  };
  let searched = 0;
  const search = (): Asked => {
    searched += 1;
    const body = searches[(searched * 7919) % searches.length] ?? '';
    const headers = { ...headersOf(people[searched % people.length]?.token ?? ''), 'content-type': 'application/json' };
    return { method: 'POST', path: '/api/v1/patient-searches', headers, body };
  };
  let mixed = 0;
  const ids = people.flatMap((one) => one.records);
  const bare = (what: string) => (): Asked => ({ path: `/${what}/${ids[((turn += 1)) % ids.length]}` });
  const loads = {
    floor: () => fire(ready.floor, bare('screen'), { ...common, duration: SECONDS }),
    row: () => fire(ready.floor, bare('row'), { ...common, duration: SECONDS }),
    openings: () => fire(ready.server, open, { ...common, duration: SECONDS }),
    searches: () => fire(ready.server, search, { ...common, amount: SEARCHES_A_ROUND }),
    mixed: () =>
      fire(ready.server, () => ((mixed += 1) % 7 === 0 ? search() : open()), { ...common, duration: SECONDS }),
  };
  const results: Record<keyof typeof loads, Round[]> = { floor: [], row: [], mixed: [], openings: [], searches: [] };
  for (let index = 0; index <= rounds; index += 1) {
    for (const name of Object.keys(results) as (keyof typeof loads)[]) {
      const result = await loads[name]();
      // The first turn warms everything up.
      if (index > 0) results[name].push(result);
    }
  }
  report(results);
} finally {
  target.disconnect();
  await ended;
}

function report(results: Record<'floor' | 'row' | 'mixed' | 'openings' | 'searches', Round[]>): void {
  const rps = (all: readonly Round[]) =>
    percentile(
      all.map((one) => one.rps),
      0.5,
    );
  const times = (all: readonly Round[]) => all.flatMap((one) => one.times);
  const ratio = (all: readonly Round[]) =>
    percentile(
      all.map((one, index) => one.rps / (results.floor[index]?.rps ?? Number.NaN)),
      0.5,
    );
  console.log(
    `\n${db}, ${values.records} records, ${professionals} professionals, ${CONNECTIONS} connections, median of ${rounds} rounds`,
  );
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(36) : String(cell).padStart(10))).join(''));
  line(['load', 'per second', 'of floor', 'p50 ms', 'p95 ms']);
  const words = {
    floor: 'floor: bare route, the same screen',
    row: 'bare route, one row by its key',
    mixed: 'one search to six openings',
    openings: 'openings of a record',
    searches: 'searches',
  };
  for (const [name, word] of Object.entries(words)) {
    const all = results[name as keyof typeof results];
    line([
      word,
      Math.round(rps(all)),
      round(ratio(all)),
      ...[0.5, 0.95].map((part) => percentile(times(all), part).toFixed(2)),
    ]);
  }
  console.log(
    JSON.stringify({
      rps: Math.round(rps(results.mixed)),
      floor_rps: Math.round(rps(results.floor)),
      ratio: round(ratio(results.mixed)),
      p95_ms: round(percentile(times(results.mixed), 0.95)),
      row_rps: Math.round(rps(results.row)),
      openings_rps: Math.round(rps(results.openings)),
      openings_ratio: round(ratio(results.openings)),
      searches_rps: Math.round(rps(results.searches)),
      search_ratio: round(ratio(results.searches)),
    }),
  );
}
