/**
 * npm run bench:identity-search -- [--records N] [--db postgres|pglite] [--searches 1000]
 *
 * Fills a database of its own with a synthetic population, then searches it for people whose traits were typed wrong in
 * every way of F-260, for people typed right, and for people who are not there. Prints a table, then one JSON line.
 * The floor is one indexed exact look-up through the same driver, interleaved with the searches, so that the ratio holds
 * on a busy machine.
 */
import { parseArgs } from 'node:util';
import { type Corruption, corruptions, doubles } from './identity-search/corruptions.ts';
import { startBenchServer } from './identity-search/database.ts';
import { type Measured, measure, type Search } from './identity-search/measure.ts';
import { type Bearer, Population } from './identity-search/population.ts';
import { type Random, seededRandom } from './identity-search/random.ts';
import { percentile, printTable, round } from './identity-search/report.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string' },
    db: { type: 'string', default: 'postgres' },
    searches: { type: 'string', default: '1000' },
  },
});
const kind = values.db;
if (kind !== 'pglite' && kind !== 'postgres') throw new Error('--db is postgres or pglite.');
const records = Number(values.records ?? (kind === 'postgres' ? 1_000_000 : 100_000));
const wanted = Number(values.searches);
if (!(records >= 1000) || !(wanted >= 100)) throw new Error('Needs --records ≥ 1000 and --searches ≥ 100.');

const server = await startBenchServer(kind);
try {
  const population = new Population(await server.open('whole'), records);
  const hundredth = new Population(await server.open('hundredth'), Math.round(records / 100));
  await hundredth.fill();
  await population.fill();

  const random = seededRandom(7);
  // Large and small by turns: what slows the machine down slows both.
  const [wrong, small] = await byTurns(
    corrupted(population, random, wanted),
    corrupted(hundredth, seededRandom(3), wanted),
  );
  const right = await measure(typedRight(population, random, wanted));
  const twice = await measure(corruptedTwice(population, random, wanted));
  const { db } = population.database;
  const absent = await measure(population.absent(wanted).map((typed) => ({ db, label: 'absent people', typed })));

  printTable(records, [...byLabel(wrong), ...byLabel(right), ...byLabel(absent), ...byLabel(twice)]);
  const p95 = percentile(
    wrong.map((one) => one.ms),
    0.95,
  );
  const found = (all: readonly Measured[], good: (one: Measured) => boolean) => all.filter(good).length / all.length;
  console.log(
    JSON.stringify({
      records,
      p50_ms: round(
        percentile(
          wrong.map((one) => one.ms),
          0.5,
        ),
      ),
      p95_ms: round(p95),
      floor_p95_ms: round(
        percentile(
          wrong.map((one) => one.floorMs),
          0.95,
        ),
      ),
      recall_at_5: round(found(wrong, (one) => one.place > 0)),
      exact_recall: round(found(right, (one) => one.grade === 'certain')),
      distractor_rate: round(found(absent, (one) => one.best === 'certain' || one.best === 'probable')),
      growth: round(
        p95 /
          percentile(
            small.map((one) => one.ms),
            0.95,
          ),
      ),
    }),
  );
} finally {
  await server.close();
}

async function byTurns(one: readonly Search[], other: readonly Search[]): Promise<[Measured[], Measured[]]> {
  const measured = await measure(one.flatMap((search, i) => [search, other[i] ?? search]));
  return [measured.filter((_, i) => i % 2 === 0), measured.filter((_, i) => i % 2 === 1)];
}

function byLabel(all: readonly Measured[]): Measured[][] {
  const labels = [...new Set(all.map((one) => one.search.label))];
  return labels.map((label) => all.filter((one) => one.search.label === label));
}

function corrupted(population: Population, random: Random, count: number): Search[] {
  const ways = Object.entries(corruptions);
  return Array.from({ length: count }, (_, i) => {
    const [label, corrupt] = ways[i % ways.length] as [string, Corruption];
    return typedWrong(population, random, label, [corrupt]);
  });
}

function corruptedTwice(population: Population, random: Random, count: number): Search[] {
  return Array.from({ length: count }, (_, i) => {
    const pair = doubles[i % doubles.length] ?? [];
    return typedWrong(
      population,
      random,
      pair.join(' + '),
      pair.map((way) => corruptions[way] as Corruption),
    );
  });
}

function typedRight(population: Population, random: Random, count: number): Search[] {
  return Array.from({ length: count }, () => {
    const { recordId, identity } = population.someone(random);
    return { db: population.database.db, label: 'typed right', typed: identity, recordId };
  });
}

/** Someone who offers the occasion for the mistakes, with the mistakes made. Only the five traits are typed. */
function typedWrong(population: Population, random: Random, label: string, ways: readonly Corruption[]): Search {
  for (let tries = 0; tries < 200_000; tries++) {
    const bearer: Bearer = population.someone(random);
    let typed: Bearer['identity'] | undefined = bearer.identity;
    for (const way of ways) typed = typed && way(typed, random);
    if (typed) return { db: population.database.db, label, typed, recordId: bearer.recordId };
  }
  throw new Error(`Nobody in the population offers an occasion for: ${label}.`);
}
