import { allCommunes, type Commune, existedOn } from '../places/communes.ts';
import { cumulative, search } from './surnames.ts';

export interface SyntheticBirthPlace {
  readonly kind: 'commune' | 'country' | 'unknown';
  /** COG of the commune on the day of birth, of the country (99xxx), or 99999. */
  readonly cog: string;
}

const OCCITANIE = new Set(['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82']);
/** People coordinated in Occitanie are born there far more often than the map of France would say. */
const LOCAL_FACTOR = 6;
const DIVIDED = new Set(['75056', '69123', '13055']);

/** Countries of birth and their rough weights among older people living in the south of France. */
const COUNTRIES: readonly (readonly [cog: string, weight: number])[] = [
  ['99352', 22],
  ['99350', 17],
  ['99134', 14],
  ['99139', 12],
  ['99127', 9],
  ['99351', 7],
  ['99109', 4],
  ['99131', 3],
  ['99132', 4],
  ['99208', 3],
  ['99122', 2],
  ['99123', 2],
  ['99114', 1],
  ['99243', 2],
  ['99234', 1],
  ['99341', 2],
  ['99335', 1],
  ['99326', 1],
  ['99322', 1],
  ['99312', 1],
  ['99333', 1],
  ['99404', 1],
  ['99140', 1],
  ['99135', 1],
];

const UNKNOWN: SyntheticBirthPlace = { kind: 'unknown', cog: '99999' };

interface Tables {
  readonly drawn: readonly Commune[];
  readonly drawnSums: Float64Array;
  readonly former: readonly Commune[];
  readonly predecessors: ReadonlyMap<string, readonly Commune[]>;
  readonly countrySums: Float64Array;
}

let tables: Tables | undefined;

/** Draws a birth place that existed on the day: 10 % abroad, 2 % unknown, 1 % under a code of the past, else by population. */
export function drawBirthPlace(birthDate: string, random: () => number): SyntheticBirthPlace {
  tables ??= buildTables();
  const u = random();
  if (u < 0.02) return UNKNOWN;
  if (u < 0.12)
    return { kind: 'country', cog: (COUNTRIES[search(tables.countrySums, random())] as readonly [string, number])[0] };
  const former = u < 0.13 ? drawFormer(tables, birthDate, random) : undefined;
  return { kind: 'commune', cog: former ?? drawByPopulation(tables, birthDate, random) };
}

/** Draws until the place existed that day: La Grande-Motte has no births before 1974. */
function drawByPopulation(all: Tables, birthDate: string, random: () => number): string {
  for (;;) {
    const commune = all.drawn[search(all.drawnSums, random())] as Commune;
    const code = codeOn(commune, birthDate, all);
    if (code !== undefined) return code;
  }
}

/** The code the registrar wrote: of the commune itself, or of the one that stood there before (78xxx for Essonne, 20xxx for Corsica). */
function codeOn(commune: Commune, birthDate: string, { predecessors }: Tables): string | undefined {
  if (existedOn(commune, birthDate) !== 'no') return commune.code;
  return predecessors.get(commune.code)?.find((old) => existedOn(old, birthDate) !== 'no')?.code;
}

function drawFormer({ former }: Tables, birthDate: string, random: () => number): string | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const commune = former[Math.floor(random() * former.length)] as Commune;
    if (existedOn(commune, birthDate) !== 'no') return commune.code;
  }
  return undefined; // Born lately: nearly every former commune was gone.
}

function buildTables(): Tables {
  const communes = allCommunes();
  const drawn = communes.filter(
    (c) => (c.kind === 'arrondissement' || (c.kind === 'current' && !DIVIDED.has(c.code))) && c.population > 0,
  );
  const former = communes.filter((c) => c.kind === 'former' && c.code !== c.todayCode && c.validTo !== null);
  const predecessors = new Map<string, Commune[]>();
  // Sorted so that the past of the same name comes first: Aregno 20020 before any hamlet merged into Aregno.
  const name = new Map(drawn.map((c) => [c.code, c.name]));
  for (const old of communes) {
    if (old.kind !== 'former' || old.todayCode === null) continue;
    const list = predecessors.get(old.todayCode) ?? [];
    if (name.get(old.todayCode) === old.name) list.unshift(old);
    else list.push(old);
    predecessors.set(old.todayCode, list);
  }
  return {
    drawn,
    drawnSums: cumulative(drawn.map((c) => c.population * (OCCITANIE.has(c.department) ? LOCAL_FACTOR : 1))),
    former,
    predecessors,
    countrySums: cumulative(COUNTRIES.map(([, weight]) => weight)),
  };
}
