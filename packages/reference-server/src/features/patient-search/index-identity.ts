import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Tx } from '../../platform/db.ts';
import { deleteEntry, insertEntries, nextHomonymRank } from './identity-search.repository.ts';
import { exactIdentityKey, type SearchableIdentity } from './search-keys.ts';

/** Deliberate homonyms of one identity created at the same instant try one rank after the other; more than this is no accident. */
const RANKS_TRIED = 20;

/**
 * Makes a live record findable, or follows a change of its identity. Call it in the transaction that writes the identity.
 *
 * Refuses an identity that another live record bears (same family name, first given name, sex and birth date, F-20),
 * also when that record is being created at the same moment: the database decides, the loser hears it once the winner
 * has committed. The transaction stays usable, so that the caller can look up the candidates before giving up; but it
 * must then be rolled back when the record already had a row, which is gone.
 *
 * @param identity - Checked traits (`checkTraits`), with the used names.
 * @param deliberateHomonym - Someone said that it is another person (F-33, F-41): never refused.
 */
export async function indexIdentity(
  tx: Tx,
  recordId: string,
  identity: SearchableIdentity,
  { deliberateHomonym = false }: { readonly deliberateHomonym?: boolean } = {},
): Promise<Outcome<{ readonly homonymRank: number }, 'identity-already-present'>> {
  const exactKey = exactIdentityKey(identity);
  const before = await deleteEntry(tx, recordId);
  if (before?.exactKey === exactKey) {
    await insertEntries(tx, [{ recordId, identity, homonymRank: before.homonymRank }]);
    return ok({ homonymRank: before.homonymRank });
  }
  for (let tried = 0; tried < RANKS_TRIED; tried++) {
    const homonymRank = await nextHomonymRank(tx, exactKey);
    if (homonymRank > 0 && !deliberateHomonym) return fail('identity-already-present');
    if ((await insertEntries(tx, [{ recordId, identity, homonymRank }])) === 1) return ok({ homonymRank });
  }
  throw new Error('No rank is free for a deliberate homonym: is the transaction isolated above "read committed"?');
}

/** Takes a record that is no longer live (merged, closed) out of the search; its identity is free again. */
export async function unindexIdentity(tx: Tx, recordId: string): Promise<void> {
  await deleteEntry(tx, recordId);
}
