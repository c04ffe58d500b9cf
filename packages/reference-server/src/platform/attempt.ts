import type { Outcome } from '@spico/domain/values/outcome';
import { statement, type Tx } from './db.ts';

/**
 * Undoes what `work` wrote when it fails, and leaves the transaction usable: the use case can still look things up for its
 * answer and keep those writes (`keepWrites`).
 */
export async function attempt<T, F>(tx: Tx, work: () => Promise<Outcome<T, F>>): Promise<Outcome<T, F>> {
  await statement(tx, 'savepoint attempt');
  const outcome = await work();
  await statement(tx, outcome.ok ? 'release savepoint attempt' : 'rollback to savepoint attempt');
  return outcome;
}
