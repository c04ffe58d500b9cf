import { localToday } from '../../shared/format/civil-date.ts';
import type { AccessJournalEntry, ListEntry } from '../../shared/sdk.ts';
import type { Translate } from '../../shared/locale/translate.ts';
import actions from './actions.fr.ts';

export interface JournalDay {
  /** `YYYY-MM-DD`, in the reader's time zone. */
  readonly day: string;
  readonly entries: readonly AccessJournalEntry[];
}

/** The lines under the day they fall on for the reader, each line once, order kept (newest first). */
export function journalDays(entries: readonly AccessJournalEntry[]): readonly JournalDay[] {
  const seen = new Set<string>();
  const days = new Map<string, AccessJournalEntry[]>();
  for (const entry of entries) {
    if (seen.has(entry.entryId)) continue;
    seen.add(entry.entryId);
    const day = localToday(new Date(entry.at));
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, lines]) => ({ day, entries: lines }));
}

/** What was done, in words; an act of a later version of the server shows its code rather than nothing. */
export function actionInWords(action: string, say: Translate<typeof actions>): string {
  return isKnown(action) ? say(action) : action;
}

const isKnown = (action: string): action is keyof typeof actions => Object.hasOwn(actions, action);

/** The word of the list for a reason, else its code. */
export function reasonOf(code: string | undefined, reasons: readonly ListEntry[], locale: string): string {
  const entry = reasons.find((each) => each.code === code);
  return entry ? (locale === 'en' ? entry.labelEn : entry.labelFr) : (code ?? '');
}
