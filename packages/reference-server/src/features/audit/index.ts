/** The audit trail for other features: what a row says, and who looked at a record (F-69, F-266). */
export { type JournalEntry, readJournal } from './journal.query.ts';
