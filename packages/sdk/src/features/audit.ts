import type { AccessJournalEntry, AccessJournalPage } from '../types.ts';
import { type Paged, paged, type PageQuery } from '../pagination.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';

/** Who looked, when, and by which right (F-69, F-266). */
export function auditFeature(http: Transport) {
  return {
    /**
     * The access journal of a record, newest first. Read as it is walked; `.pages()` and `.page()` stand beside.
     * @example
     * for await (const entry of client.audit.journal(recordId)) {
     *   if (entry.emergency) console.log(entry.at, entry.professional.displayName);
     * }
     */
    journal(
      recordId: string,
      query: PageQuery = {},
      options?: CallOptions,
    ): Paged<AccessJournalEntry, AccessJournalPage> {
      return paged(query, (at) =>
        http.ask({ operation: 'readAccessJournal', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
          api.GET('/records/{recordId}/access-journal', { ...init, params: { path: { recordId }, query: at } }),
        ),
      );
    },
  };
}
