import type { PatientListPage, PatientListRow } from '../../shared/sdk.ts';

/** One page and the instant it came, on the monotonic clock. */
export interface ArrivedPage {
  readonly page: PatientListPage;
  readonly at: number;
}

/** A row, and when its emergency access ends on the monotonic clock. */
export interface ListedPerson {
  readonly row: PatientListRow;
  readonly endsAt?: number;
}

/** The people of the pages read so far, each once, without those whose access has ended since (F-43, F-70). */
export function listed(
  pages: readonly ArrivedPage[],
  now: number,
  isEnded: (recordId: string) => boolean = () => false,
): readonly ListedPerson[] {
  const people = new Map<string, ListedPerson>();
  for (const { page, at } of pages) {
    for (const row of page.items) {
      const { remainingSeconds } = row.access;
      const endsAt = remainingSeconds === undefined ? undefined : at + remainingSeconds * 1000;
      // Somebody opened meanwhile moves to the top of the list: the page below would show the same person twice.
      if (people.has(row.recordId) || isEnded(row.recordId) || (endsAt !== undefined && endsAt <= now)) continue;
      people.set(row.recordId, { row, ...(endsAt === undefined ? {} : { endsAt }) });
    }
  }
  return [...people.values()];
}

/** The next end among the emergency accesses shown. */
export function nextEnd(people: readonly ListedPerson[]): number | undefined {
  const ends = people.flatMap(({ endsAt }) => endsAt ?? []);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Where a key leads from the row that has the focus; undefined for any other key. */
export function rowForKey(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  if (key === 'j' || key === 'ArrowDown') return Math.min(last, current + 1);
  if (key === 'k' || key === 'ArrowUp') return Math.max(0, current - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}
