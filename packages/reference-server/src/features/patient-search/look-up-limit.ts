import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import type { Failure } from '../../platform/failure.ts';
import type { Context } from '../../platform/use-case.ts';
import { keepSearch } from './recent-search.repository.ts';
import { exactIdentityKey } from './search-keys.ts';
import { secondsUntilNextSearch } from './search-limit.repository.ts';

/** `search-rate-limited` when this person's searches of the hour are used up; undefined when one is left. */
export async function searchesUsedUp({ tx, actor, audit }: Pick<Context, 'tx' | 'actor' | 'audit'>) {
  const wait = await secondsUntilNextSearch(tx, actor.personId);
  if (wait === undefined) return undefined;
  audit.detail('alert', 'too-many-searches');
  return { code: 'search-rate-limited', retryAfterSeconds: wait } satisfies Failure;
}

/**
 * Whoever corrects an identity, or asks the national service about somebody, learns whether that person has a record, or a
 * number. For the person who was looked at already that is nothing new; anybody else counts as one of the hour's searches,
 * found or not (T4, B1).
 * @param known - traits this caller has just searched, or reads in the record
 * @returns `search-rate-limited`, or undefined when it may go on
 */
export async function countLookUp(
  context: Pick<Context, 'tx' | 'ids' | 'actor' | 'audit'>,
  known: IdentityTraits,
  asked: IdentityTraits,
): Promise<Failure | undefined> {
  if (exactIdentityKey(known) === exactIdentityKey(asked)) return undefined;
  const limited = await searchesUsedUp(context);
  if (limited) return limited;
  const { tx, ids, actor, audit } = context;
  const { accountId, personId } = actor;
  await keepSearch(tx, { id: ids.next(), accountId, personId, traits: asked, candidates: [] });
  audit.detail('lookUp', true);
  return undefined;
}
