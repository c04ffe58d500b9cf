import type { components } from '@spico/contract/schema';
import type { FeatureDeps } from '../../app.ts';
import { type Handlers, route } from '../../http/handler.ts';
import { createCursors } from '../../platform/cursor.ts';
import { keyFor } from '../../platform/keys.ts';
import { toProfessionalRef } from '../reference/index.ts';
import type { JournalEntry } from './journal.query.ts';
import { readAccessJournal } from './read-access-journal.ts';

export function auditHandlers({ settings }: FeatureDeps): Handlers {
  return {
    readAccessJournal: route('readAccessJournal', {
      useCase: readAccessJournal(createCursors(keyFor(settings, 'cursors'))),
      command: ({ params, query }) => ({
        recordId: params.recordId,
        limit: query.limit ?? 50,
        ...(query.cursor ? { cursor: query.cursor } : {}),
      }),
      answer: ({ entries, nextCursor }) => ({
        status: 200,
        body: { items: entries.map(toEntry), ...(nextCursor ? { nextCursor } : {}) },
      }),
    }),
  };
}

function toEntry(entry: JournalEntry): components['schemas']['AccessJournalEntry'] {
  const { seq, at, operation, outcome, mode, reason, clientName } = entry;
  return {
    entryId: String(seq),
    at: at.toISOString(),
    professional: toProfessionalRef(entry),
    action: operation,
    mode,
    // A replayed answer was read again; an act that failed changed nothing.
    outcome: outcome === 'done' || outcome === 'replayed' ? 'done' : 'refused',
    emergency: mode === 'break-glass',
    ...(reason === null ? {} : { reasonCode: reason }),
    ...(clientName === null ? {} : { clientName }),
  };
}
