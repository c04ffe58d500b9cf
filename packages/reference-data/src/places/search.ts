import { allCommunes, type Commune, existedOn } from './communes.ts';
import { type Country, foreignCountries } from './countries.ts';
import { foldName } from './fold-name.ts';
import { shortLabel, successorLabel } from './label.ts';

/** A place offered to someone who types a place of birth. */
export interface BirthPlaceOption {
  readonly kind: 'commune' | 'country';
  readonly cog: string;
  /** e.g. `Albi (81)` */
  readonly label: string;
  /** Why this is not an ordinary place of today. */
  readonly note?: 'former' | 'delegated' | 'associated' | 'municipal-district' | 'ended-country';
  /** The commune it became part of. */
  readonly successorLabel?: string;
}

/** What someone typed, and what is already known of the birth. */
export interface BirthPlaceQuery {
  /** Beginning or part of a name, a code or its beginning, a department number, or a name and a department: `albi 81`. */
  readonly text: string;
  /** Day of birth, YYYY-MM-DD: places that existed then come first, and under the name of then. */
  readonly on?: string;
  /** Both kinds when absent. */
  readonly kind?: 'commune' | 'country';
  /** How many at most; 20 when absent. */
  readonly limit?: number;
}

/** How well a name answers, best first. */
const EXACT = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const INSIDE = 3;

const NOTES = {
  delegated: 'delegated',
  associated: 'associated',
  arrondissement: 'municipal-district',
  former: 'former',
} as const;
const KIND_RANK = { current: 0, arrondissement: 1, former: 2, delegated: 3, associated: 4 } as const;
const CODE = /^\d[\dAB]\d*$/;

/** Below this length a text is only sought at the beginning of names. */
const SHORT = 3;

const LARGEST = 100_000_000;

interface Row {
  readonly commune: Commune;
  readonly folded: string;
}

interface CountryRow {
  readonly country: Country;
  readonly folded: string;
}

interface Index {
  readonly rows: readonly Row[];
  /** Every folded name with a line break around it: one scan of one string finds the candidates. */
  readonly haystack: string;
  /** Where each row's name begins in the haystack. */
  readonly starts: Uint32Array;
  readonly countries: readonly CountryRow[];
}

interface Hit {
  readonly option: () => BirthPlaceOption;
  readonly key: string;
  /** Existed that day, then how well it answers, then the larger, then the kind: one number, the smaller the better. */
  readonly rank: number;
  readonly present: boolean;
  readonly folded: string;
}

let index: Index | undefined;

/**
 * Places of birth that answer a text (F-22), best first: exact name, then names that begin so, then a word that begins so, then
 * any part; within these, places that existed on the day, then the larger. Accents, hyphens, apostrophes and case do not count;
 * `st` is `saint`. A place known not to have existed that day comes last and is still offered: lists are not better than papers.
 */
export function searchBirthPlaces({ text, on, kind, limit = 20 }: BirthPlaceQuery): BirthPlaceOption[] {
  const wanted = foldName(text);
  if (wanted === '' || limit < 1) return [];
  index ??= buildIndex();
  const hits: Hit[] = [];
  if (kind !== 'country') hits.push(...communeHits(index, wanted, on, limit));
  if (kind !== 'commune') hits.push(...countryHits(index, wanted));
  return best(hits, limit).map((hit) => hit.option());
}

function communeHits(idx: Index, wanted: string, on: string | undefined, limit: number): Hit[] {
  const code = wanted.replaceAll(' ', '');
  if (CODE.test(code)) return codeHits(idx, code, on);
  const { name, department } = splitDepartment(wanted);
  const hits = nameHits(idx, name, on, limit, department);
  // `Mas d Azil 09` names a department; `Paris 15` also begins the name of an arrondissement.
  return department === undefined ? hits : [...hits, ...nameHits(idx, wanted, on, limit)];
}

function codeHits({ rows }: Index, code: string, on: string | undefined): Hit[] {
  return rows
    .filter(({ commune }) => commune.code.startsWith(code))
    .map((row) => hitOf(row, row.commune.code === code ? EXACT : BEGINS, on));
}

/** Looks for names that begin so, then for words, then anywhere, and stops as soon as there is enough to show. */
function nameHits(idx: Index, name: string, on: string | undefined, limit: number, department?: string): Hit[] {
  const hits: Hit[] = [];
  const present = new Set<string>();
  for (const before of name.length < SHORT ? ['\n'] : ['\n', ' ', '']) {
    for (const hit of scan(idx, before, name, on, department)) {
      hits.push(hit);
      if (hit.present) present.add(hit.key);
    }
    if (present.size >= limit) break;
  }
  return hits;
}

function* scan(idx: Index, before: string, name: string, on: string | undefined, department?: string): Generator<Hit> {
  const { rows, haystack, starts } = idx;
  let row = 0;
  for (let at = haystack.indexOf(before + name); at !== -1; at = haystack.indexOf(before + name, at + 1)) {
    row = rowAt(starts, at + before.length, row);
    const found = rows[row] as Row;
    if (department !== undefined && found.commune.department !== department) continue;
    yield hitOf(found, quality(found.folded, name, at + before.length - (starts[row] as number)), on);
  }
}

function quality(folded: string, name: string, offset: number): number {
  if (offset === 0) return folded.length === name.length ? EXACT : BEGINS;
  return folded[offset - 1] === ' ' ? WORD_BEGINS : INSIDE;
}

function hitOf({ commune, folded }: Row, how: number, on: string | undefined): Hit {
  const present = on === undefined || existedOn(commune, on) !== 'no';
  return {
    key: commune.code,
    present,
    rank: rankOf(present, how, commune.population, KIND_RANK[commune.kind]),
    folded,
    option: () => optionOf(commune),
  };
}

function rankOf(present: boolean, how: number, size: number, kind: number): number {
  return ((Number(!present) * 4 + how) * LARGEST + (LARGEST - size)) * 8 + kind;
}

function countryHits({ countries }: Index, wanted: string): Hit[] {
  return countries.flatMap(({ country, folded }) => {
    const offset = country.code.startsWith(wanted) && wanted.length >= 3 ? 0 : folded.indexOf(wanted);
    if (offset === -1) return [];
    const how = country.code === wanted ? EXACT : quality(folded, wanted, offset);
    // A country that bears the name typed stands before any hamlet that begins with it.
    const rank = rankOf(true, how, country.ended ? 0 : 50_000, 0);
    return [{ key: country.code, present: true, rank, folded, option: () => countryOption(country) }];
  });
}

/** Sorts, keeps the first row of each code, and cuts. */
function best(hits: readonly Hit[], limit: number): Hit[] {
  const sorted = hits.toSorted(
    (a, b) => a.rank - b.rank || (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.key < b.key ? -1 : 1),
  );
  const seen = new Set<string>();
  const kept: Hit[] = [];
  for (const hit of sorted) {
    if (seen.has(hit.key)) continue;
    seen.add(hit.key);
    kept.push(hit);
    if (kept.length === limit) break;
  }
  return kept;
}

function optionOf(commune: Commune): BirthPlaceOption {
  const successor = successorLabel(commune);
  return {
    kind: 'commune',
    cog: commune.code,
    label: shortLabel(commune),
    ...(commune.kind === 'current' ? {} : { note: NOTES[commune.kind] }),
    ...(successor && commune.kind !== 'arrondissement' ? { successorLabel: successor } : {}),
  };
}

function countryOption({ code, name, ended }: Country): BirthPlaceOption {
  return { kind: 'country', cog: code, label: name, ...(ended ? { note: 'ended-country' as const } : {}) };
}

/** `ALBI 81` → Albi in the Tarn. */
function splitDepartment(wanted: string): { name: string; department?: string } {
  const match = /^(.*\D) (\d[\dAB]|9[78]\d)$/.exec(wanted);
  return match?.[1] && match[2] ? { name: match[1], department: match[2] } : { name: wanted };
}

/** The row whose name holds a place of the haystack; scans go forward, so the search starts at the last row. */
function rowAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function buildIndex(): Index {
  const rows = allCommunes().map((commune) => ({ commune, folded: foldName(commune.name) }));
  const starts = new Uint32Array(rows.length);
  const parts: string[] = [];
  let length = 1;
  for (const [i, row] of rows.entries()) {
    starts[i] = length;
    parts.push(row.folded);
    length += row.folded.length + 1;
  }
  return {
    rows,
    haystack: `\n${parts.join('\n')}\n`,
    starts,
    countries: foreignCountries().map((country) => ({ country, folded: foldName(country.name) })),
  };
}
