import { statement, type Tx } from '../../platform/db.ts';

/** Minutes a code may be used. */
export const codeMinutes = 10;
/** Wrong tries after which a code is dead. */
export const mostTries = 5;
/** Demands in a quarter of an hour: per address; and per network, where a whole hospital may share one. */
export const mostDemands = { perEmail: 3, perNetwork: 30 };

const window = `interval '15 minutes'`;
const alive = `c.used_at is null and c.created_at > spico_now() - interval '${codeMinutes} minutes'`;

/** A demand for a code, made from an address typed and a network. */
export interface Demand {
  readonly emailHash: Uint8Array;
  readonly networkHash: Uint8Array;
}

/** Seconds until another demand is taken; 0: now. Holds both counters until the end, so that demands in parallel count. */
export async function waitForDemand(tx: Tx, { emailHash, networkHash }: Demand): Promise<number> {
  // Always in this order, so that two demands never wait for each other.
  for (const hash of [networkHash, emailHash]) {
    await statement(tx, 'select pg_advisory_xact_lock($1::bigint)', [Buffer.from(hash).readBigInt64BE(0).toString()]);
  }
  const [row] = await statement<{ seconds: number }>(
    tx,
    `select greatest(
       (select extract(epoch from created_at + ${window} - spico_now()) from one_time_code
         where email_hash = $1 and created_at > spico_now() - ${window} order by created_at desc offset $3 limit 1),
       (select extract(epoch from created_at + ${window} - spico_now()) from one_time_code
         where network_hash = $2 and created_at > spico_now() - ${window} order by created_at desc offset $4 limit 1),
       0)::float8 as seconds`,
    [emailHash, networkHash, mostDemands.perEmail - 1, mostDemands.perNetwork - 1],
  );
  return Math.ceil(row?.seconds ?? 0);
}

/** @param accountId undefined: nobody has the address; the row is there all the same */
export async function insertDemand(tx: Tx, id: string, demand: Demand, accountId: string | undefined): Promise<Date> {
  await statement(tx, `delete from one_time_code where created_at < spico_now() - interval '1 day'`);
  const [row] = await statement<{ expiresAt: Date }>(
    tx,
    `insert into one_time_code (id, account_id, email_hash, network_hash) values ($1, $2, $3, $4)
     returning created_at + interval '${codeMinutes} minutes' as "expiresAt"`,
    [id, accountId ?? null, demand.emailHash, demand.networkHash],
  );
  if (!row) throw new Error('The demand was not kept.');
  return row.expiresAt;
}

/** Puts a code in place of any earlier one. @returns where to send it; undefined when nobody waits for it any more */
export async function writeCode(tx: Tx, id: string, codeHash: Uint8Array): Promise<string | undefined> {
  const [row] = await statement<{ email: string }>(
    tx,
    `update one_time_code c set code_hash = $2 from account a
     where c.id = $1 and ${alive} and a.id = c.account_id
       and a.state = 'active' and a.login_email is not null
     returning a.login_email as email`,
    [id, codeHash],
  );
  return row?.email;
}

/** Counts one try. @returns undefined when there is none left, or no such live demand */
export async function countTry(
  tx: Tx,
  id: string,
): Promise<{ accountId: string | null; codeHash: Uint8Array | null; tries: number } | undefined> {
  const [row] = await statement<{ accountId: string | null; codeHash: Uint8Array | null; tries: number }>(
    tx,
    `update one_time_code c set tries = tries + 1 where c.id = $1 and ${alive} and c.tries < ${mostTries}
     returning account_id as "accountId", code_hash as "codeHash", tries`,
    [id],
  );
  return row;
}

/** Signed in: this code and every other one on its way to the same account are spent. */
export async function spendCodes(tx: Tx, accountId: string): Promise<void> {
  await statement(tx, 'update one_time_code set used_at = spico_now() where account_id = $1 and used_at is null', [
    accountId,
  ]);
}
