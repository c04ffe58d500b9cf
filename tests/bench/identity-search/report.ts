import type { Measured } from './measure.ts';

/** The value below which the given share of the measures lies (nearest rank). */
export function percentile(measures: readonly number[], share: number): number {
  const sorted = [...measures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** One line per kind of search. */
export function printTable(records: number, groups: readonly (readonly Measured[])[]): void {
  console.log(`\n${records.toLocaleString('en')} records; times in ms; "floor" is one exact look-up`);
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(48) : String(cell).padStart(9))).join(''));
  line(['searches', 'number', 'in 5', 'first', 'certain', 'probable', 'possible', 'p50', 'p95', 'floor p95']);
  for (const group of groups) {
    const share = (good: (one: Measured) => boolean) => `${round((100 * group.filter(good).length) / group.length)}%`;
    const meant = group.some((one) => one.search.recordId !== undefined);
    // For people who are not there the grades are those of the best stranger.
    const graded = (grade: string) => share((one) => (meant ? one.grade : one.best) === grade);
    line([
      group[0]?.search.label ?? '',
      group.length,
      meant ? share((one) => one.place > 0) : '-',
      meant ? share((one) => one.place === 1) : '-',
      graded('certain'),
      graded('probable'),
      graded('possible'),
      ...[0.5, 0.95].map((part) =>
        percentile(
          group.map((one) => one.ms),
          part,
        ).toFixed(2),
      ),
      percentile(
        group.map((one) => one.floorMs),
        0.95,
      ).toFixed(2),
    ]);
  }
}
