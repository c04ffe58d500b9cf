/**
 * Builds the checked-in `data/communes.tsv` from its two dated sources (see `data/SOURCES.md`).
 *
 * Run it with `node src/generate.ts`. It asks no other host: both sources are pinned development dependencies.
 * The test `generate.test.ts` builds the same text again and compares it with the committed file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { foldName } from './places/fold-name.ts';

/** A record of the 2026 vintage (`@etalab/decoupage-administratif` 6.0.0, `data/communes.json`). */
interface Commune2026 {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  readonly chefLieu?: string;
  readonly commune?: string;
}

/** A record of the history 1943–2019 (`@etalab/decoupage-administratif` 0.7.0, `data/historique-communes.json`). */
interface HistoricCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'COM' | 'COMA' | 'COMD' | 'COMP';
  readonly dateDebut?: string;
  readonly dateFin?: string;
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly kind: 'current' | 'arrondissement' | 'delegated' | 'associated' | 'former';
  /** First day, empty when not known (the history begins on 1943-01-01 and says nothing of what came before). */
  readonly from: string;
  /** First day on which it no longer existed, empty when not known or still there. */
  readonly to: string;
  /** Code of the commune of 2026 that holds this ground, empty for that commune itself. */
  readonly today: string;
  readonly population: number;
}

const KIND_2026 = {
  'commune-actuelle': 'current',
  'commune-deleguee': 'delegated',
  'commune-associee': 'associated',
  'arrondissement-municipal': 'arrondissement',
} as const;
const KIND_HISTORY = { COM: 'current', COMA: 'associated', COMD: 'delegated' } as const;
const KIND_ORDER = ['current', 'arrondissement', 'delegated', 'associated', 'former'];

export const COMMUNES_HEADER = 'code\tname\tkind\tfrom\tto\ttoday\tpopulation';

/** Reads both sources from the installed packages and returns the text of `data/communes.tsv`. */
export function buildCommunesTsv(): string {
  const require = createRequire(import.meta.url);
  const read = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
  const vintage = read('@etalab/decoupage-administratif/data/communes.json') as Commune2026[];
  const history = read('decoupage-administratif-2019/data/historique-communes.json') as HistoricCommune[];
  return toTsv([...rowsOf2026(vintage, history), ...formerRows(vintage, history)]);
}

function rowsOf2026(vintage: readonly Commune2026[], history: readonly HistoricCommune[]): Row[] {
  // The history stops in 2019: a start is taken only from an entry that was still open then, of the same kind and name.
  const open = new Map<string, HistoricCommune>();
  for (const entry of joined(history)) {
    if (!entry.dateFin && entry.type !== 'COMP')
      open.set(identity(KIND_HISTORY[entry.type], entry.code, entry.nom), entry);
  }
  return vintage.map((commune) => {
    const kind = KIND_2026[commune.type];
    return {
      code: commune.code,
      name: commune.nom,
      kind,
      from: open.get(identity(kind, commune.code, commune.nom))?.dateDebut ?? '',
      to: '',
      today: commune.chefLieu ?? commune.commune ?? '',
      population: commune.population ?? 0,
    };
  });
}

function formerRows(vintage: readonly Commune2026[], history: readonly HistoricCommune[]): Row[] {
  const current = new Map<string, Commune2026>();
  const today = new Map<string, string>();
  for (const commune of vintage) {
    if (commune.type !== 'commune-actuelle') continue;
    current.set(commune.code, commune);
    for (const old of commune.anciensCodes ?? []) today.set(old, commune.code);
  }
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const entry of joined(history.filter((e) => e.type === 'COM'))) {
    const now = current.get(entry.code);
    seen.add(entry.code);
    // Open in 2019 and still there under that name: it is the row of 2026.
    if (!entry.dateFin && now && foldName(now.nom) === foldName(entry.nom)) continue;
    rows.push({
      code: entry.code,
      name: entry.nom,
      kind: 'former',
      from: entry.dateDebut ?? '',
      to: entry.dateFin ?? '',
      today: today.get(entry.code) ?? (now ? entry.code : ''),
      population: 0,
    });
  }
  // Former codes made and ended after the history: the 2026 vintage gives no date, and a name only to a delegated commune.
  const parts = new Map(vintage.filter((c) => c.type !== 'commune-actuelle').map((c) => [c.code, c.nom]));
  for (const [code, successor] of today) {
    if (seen.has(code)) continue;
    rows.push({ code, name: parts.get(code) ?? '', kind: 'former', from: '', to: '', today: successor, population: 0 });
  }
  return rows;
}

/** Joins periods that follow each other without a gap under one kind, code and name (a "commune nouvelle" that kept the name). */
function joined(history: readonly HistoricCommune[]): HistoricCommune[] {
  const groups = new Map<string, HistoricCommune[]>();
  for (const entry of history) {
    const key = identity(entry.type, entry.code, entry.nom);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.dateDebut ?? '').localeCompare(b.dateDebut ?? ''));
    const result: HistoricCommune[] = [];
    for (const entry of sorted) {
      const last = result.at(-1);
      if (last?.dateFin && last.dateFin === entry.dateDebut) {
        const { dateFin: _ended, ...start } = last;
        result[result.length - 1] = entry.dateFin ? { ...start, dateFin: entry.dateFin } : start;
      } else result.push(entry);
    }
    return result;
  });
}

const identity = (kind: string, code: string, name: string): string => `${kind} ${code} ${foldName(name)}`;

function toTsv(rows: readonly Row[]): string {
  const sorted = rows.toSorted(
    (a, b) =>
      compare(a.code, b.code) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
      compare(a.from, b.from) ||
      compare(a.name, b.name),
  );
  const lines = sorted.map((r) => [r.code, r.name, r.kind, r.from, r.to, r.today, r.population || ''].join('\t'));
  return `${[COMMUNES_HEADER, ...lines].join('\n')}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = new URL('../data/communes.tsv', import.meta.url);
  writeFileSync(target, buildCommunesTsv());
  process.stdout.write(`written ${target.pathname}\n`);
}
