import { fail, ok } from '@spico/domain/values/outcome';
import type { Cursors } from '../../platform/cursor.ts';
import { useCase } from '../../platform/use-case.ts';
import { type JournalEntry, readJournal } from './journal.query.ts';

export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly nextCursor?: string;
}

/** Who opened or changed a record, newest first (F-69, F-266). The reading itself becomes the next line. */
export const readAccessJournal = (cursors: Cursors) =>
  useCase<{ readonly recordId: string; readonly limit: number; readonly cursor?: string }, JournalPage>({
    action: 'access-journal.read',
    sections: ['S02'],
    access: ({ recordId }) => ({ record: recordId }),
    async execute({ recordId, limit, cursor }, { tx, actor }) {
      const binding = `access-journal ${actor.accountId} ${recordId}`;
      const before = cursor === undefined ? [] : cursors.open(binding, cursor);
      if (!before) return fail({ code: 'invalid-cursor' });
      const found = await readJournal(tx, recordId, before[0] === undefined ? undefined : Number(before[0]), limit + 1);
      const entries = found.slice(0, limit);
      const last = found.length > limit ? entries.at(-1) : undefined;
      return ok({ entries, ...(last ? { nextCursor: cursors.seal(binding, [last.seq]) } : {}) });
    },
  });
