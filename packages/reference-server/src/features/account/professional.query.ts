import { statement, type Tx } from '../../platform/db.ts';
import type { Professional } from '../reference/index.ts';

/** An account in one of its practices, with the name of the client that asks. */
export async function findProfessional(
  tx: Tx,
  accountId: string,
  practiceId: string | undefined,
  clientId: string | undefined,
): Promise<(Professional & { readonly clientName: string | null }) | undefined> {
  const [found] = await statement<Professional & { clientName: string | null }>(
    tx,
    `select a.id as "accountId", a.display_name as "displayName", p.profession_system as "professionSystem",
       p.profession_code as "professionCode", p.structure_name as "structureName", p.town,
       (select name from client where id = $3) as "clientName"
     from account a left join practice p on p.id = $2 and p.account_id = a.id
     where a.id = $1`,
    [accountId, practiceId ?? null, clientId ?? null],
  );
  return found;
}
