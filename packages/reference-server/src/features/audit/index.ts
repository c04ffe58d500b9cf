/** The audit trail for other features: what a row says, and who looked at a record (F-69, F-266). */
import type { Feature } from '../../app.ts';
import { auditHandlers } from './audit.routes.ts';

export { type JournalEntry, readJournal } from './journal.query.ts';

export const audit: Feature = { handlers: auditHandlers };
