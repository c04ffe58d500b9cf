import { readFileSync } from 'node:fs';

/**
 * What a commune row is: a commune of today, a municipal arrondissement (Paris, Lyon, Marseille), a delegated or
 * associated commune inside a larger one, or a commune of the past (merged, renamed, or moved to another department).
 */
export type CommuneKind = 'current' | 'arrondissement' | 'delegated' | 'associated' | 'former';

/** One commune under one code and one name, for one period. A code can have several rows over time. */
export interface Commune {
  /** COG code, 5 characters. Not a postal code. */
  readonly code: string;
  /** Name in rich typography, as INSEE writes it; empty for a former code whose name the source does not give (50649). */
  readonly name: string;
  /** Department code: 2 characters, or 3 overseas (971…). Corsican codes of before 1976 give `20`. */
  readonly department: string;
  readonly kind: CommuneKind;
  /** First day of this code and name. `null` when it is not known (the history begins on 1943-01-01). */
  readonly validFrom: string | null;
  /** First day on which this code and name was over. `null` when still there, or, for a former commune, not known. */
  readonly validTo: string | null;
  /** Code of the commune of 2026 that holds this ground now; `null` when it is that commune itself. */
  readonly todayCode: string | null;
  /** Legal population in the 2026 vintage, 0 when the source gives none. */
  readonly population: number;
}

let loaded: readonly Commune[] | undefined;
let byCode: ReadonlyMap<string, readonly Commune[]> | undefined;

/** Every commune row, sorted by code. Read once from the checked-in file, then kept. */
export function allCommunes(): readonly Commune[] {
  loaded ??= readFileSync(new URL('../../data/communes.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(parseRow);
  return loaded;
}

/** Every row of one code: today's first, then arrondissement, delegated, associated, and the past from the oldest. */
export function communePeriods(code: string): readonly Commune[] {
  byCode ??= groupByCode(allCommunes());
  return byCode.get(code) ?? [];
}

/**
 * The commune behind a code, by preference the one that existed on `on` (YYYY-MM-DD), else today's (F-22).
 * `undefined` when the list does not know the code: that is a reason to warn, never to refuse.
 */
export function communeByCode(code: string, on?: string): Commune | undefined {
  const periods = communePeriods(code);
  if (on === undefined) return periods[0];
  const then = periods.filter((commune) => existedOn(commune, on) !== 'no');
  // A registrar writes the commune, not the delegated part of it that may share its code.
  return then.find((commune) => commune.kind !== 'delegated' && commune.kind !== 'associated') ?? then[0] ?? periods[0];
}

/**
 * Whether a commune existed on a day. `unknown` when the source does not date the side that would decide:
 * a date of birth is never held against a date nobody knows.
 */
export function existedOn(commune: Commune, on: string): 'yes' | 'no' | 'unknown' {
  if (commune.validFrom !== null && on < commune.validFrom) return 'no';
  if (commune.validTo !== null && on >= commune.validTo) return 'no';
  if (commune.kind === 'former' && commune.validTo === null) return 'unknown';
  return commune.validFrom === null ? 'unknown' : 'yes';
}

/** The department part of a COG commune code: 3 characters overseas, else 2. */
export function departmentOf(code: string): string {
  return code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2);
}

function parseRow(line: string): Commune {
  const [code = '', name = '', kind = '', from = '', to = '', today = '', population = ''] = line.split('\t');
  return {
    code,
    name,
    department: departmentOf(code),
    kind: kind as CommuneKind,
    validFrom: from || null,
    validTo: to || null,
    todayCode: today || null,
    population: Number(population),
  };
}

function groupByCode(communes: readonly Commune[]): Map<string, Commune[]> {
  const groups = new Map<string, Commune[]>();
  for (const commune of communes) {
    const group = groups.get(commune.code);
    if (group) group.push(commune);
    else groups.set(commune.code, [commune]);
  }
  return groups;
}
