export { SpicoAccessJournal } from './access-journal.ts';
