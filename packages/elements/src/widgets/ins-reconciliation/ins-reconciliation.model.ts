import { numericDate } from '../../shared/format/date.ts';
import type {
  BirthPlaceView,
  IdentityStatus,
  Ins,
  InsContradiction,
  InsQueryResult,
  TraitComparison,
} from '../../shared/sdk.ts';

export type ComparisonKind = TraitComparison['kind'];

/** One line of the comparison, ready to be read. */
export interface ComparedRow {
  readonly trait: TraitComparison['trait'];
  readonly kind: ComparisonKind;
  /** Empty when it was not typed. */
  readonly typed: string;
  readonly retrieved: string;
  /** Codes of the places: two communes may bear one name. */
  readonly typedCode?: string;
  readonly retrievedCode?: string;
}

export interface TypedSide {
  readonly placeLabel?: string | undefined;
  readonly placeCode?: string | undefined;
  readonly sexLabel: (code: string) => string;
}

/** Letters are left as they are: an accent or a capital may be the very difference. Dates and sex are put in words. */
export function comparedRows({ comparison = [], retrieved }: InsQueryResult, side: TypedSide): readonly ComparedRow[] {
  return comparison.map((row): ComparedRow => {
    const { trait, kind } = row;
    if (trait === 'sex')
      return { trait, kind, typed: side.sexLabel(row.typed), retrieved: side.sexLabel(row.retrieved) };
    if (trait === 'birthDate') {
      return { trait, kind, typed: numericDate(row.typed), retrieved: numericDate(row.retrieved) };
    }
    if (trait !== 'birthPlace') return { trait, kind, typed: row.typed, retrieved: row.retrieved };
    const known = side.placeCode !== undefined && side.placeCode !== UNKNOWN;
    return {
      trait,
      kind,
      typed: side.placeLabel || row.typed,
      retrieved: retrieved?.birthPlace.label ?? row.retrieved,
      ...(known ? { typedCode: side.placeCode } : {}),
      ...(retrieved ? { retrievedCode: retrieved.birthPlace.cog } : {}),
    };
  });
}

const UNKNOWN: BirthPlaceView['cog'] = '99999';

export function countKinds(rows: readonly Pick<ComparedRow, 'kind'>[]): Record<ComparisonKind, number> {
  const counts = { same: 0, 'accents-or-case': 0, completed: 0, different: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** What taking the INS would change, line by line. */
export const overwritten = (rows: readonly ComparedRow[]): readonly ComparedRow[] =>
  rows.filter(({ kind }) => kind !== 'same');

/** The status the record would have with this INS (F-103). */
export function statusAfterAccepting(document: {
  readonly checked: boolean;
  readonly recheckNeeded: boolean;
  readonly confirmed: boolean;
}): Extract<IdentityStatus, 'retrieved' | 'qualified'> {
  return document.checked && (!document.recheckNeeded || document.confirmed) ? 'qualified' : 'retrieved';
}

/** The warnings about the number, a wrong key said once whichever way the server says it (F-261). */
export function insWarnings({ contradictions, keyValid, key }: Ins): readonly InsContradiction[] {
  const said = contradictions.some(({ kind }) => kind === 'key');
  return keyValid || said ? contradictions : [...contradictions, { kind: 'key', inNumber: key }];
}
