import { statement, type Tx } from '../../platform/db.ts';

/** Searches one person may do in an hour, all accounts and all nodes together (T4, B1). */
export const SEARCHES_AN_HOUR = 30;

/** How many searches past their use one search clears away: more than it adds, so that what was typed does not pile up. */
const SWEPT = 20;

/**
 * Holds the person's turn until the transaction ends, so that parallel searches are counted one after the other, by the
 * database's clock. Whoever goes on writes the search that counts (`keepSearch`).
 * @returns seconds to wait when the hour's searches are used up; undefined when one is left
 */
export async function secondsUntilNextSearch(tx: Tx, personId: string): Promise<number | undefined> {
  await statement(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7470204))', [personId]);
  // A second statement, hence a second snapshot: it sees the search for which this one had to wait.
  const [row] = await statement<{ seconds: number | null }>(
    tx,
    `with swept as (
       delete from patient_search where id in (
         select id from patient_search where expires_at <= spico_now() - interval '30 minutes'
         order by expires_at limit ${SWEPT} for update skip locked)
     )
     select ceil(extract(epoch from searched_at + interval '1 hour' - spico_now()))::int as seconds
     from patient_search where person_id = $1 and searched_at > spico_now() - interval '1 hour'
     order by searched_at desc offset ${SEARCHES_AN_HOUR - 1} limit 1`,
    [personId],
  );
  return row ? Math.max(1, row.seconds ?? 1) : undefined;
}
