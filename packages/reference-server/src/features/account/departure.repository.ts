import { statement, type Tx } from '../../platform/db.ts';

/** Minutes a person may take at Pro Santé Connect. */
export const departureMinutes = 10;

export async function insertDeparture(tx: Tx, secretHash: Uint8Array, returnTo: string): Promise<void> {
  await statement(tx, `delete from pro_sante_login where created_at < spico_now() - interval '1 hour'`);
  await statement(tx, 'insert into pro_sante_login (secret_hash, return_to) values ($1, $2)', [secretHash, returnTo]);
}

/** Takes the departure this return belongs to, once. @returns where to go back to; undefined: none, too old, or used */
export async function takeDeparture(tx: Tx, secretHash: Uint8Array): Promise<string | undefined> {
  const [row] = await statement<{ returnTo: string }>(
    tx,
    `update pro_sante_login set used_at = spico_now() where secret_hash = $1 and used_at is null
       and created_at > spico_now() - interval '${departureMinutes} minutes'
     returning return_to as "returnTo"`,
    [secretHash],
  );
  return row?.returnTo;
}
