import { ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { type HistoryEntry, readHistory } from './identity.repository.ts';

/** Former traits, statuses and numbers of a record (EXI REC 08), newest first. */
export const getIdentityHistory = useCase<{ readonly recordId: string }, readonly HistoryEntry[]>({
  action: 'identity.read-history',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  execute: async ({ recordId }, { tx }) => ok(await readHistory(tx, recordId)),
});
