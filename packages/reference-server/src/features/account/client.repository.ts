import { statement, type Tx } from '../../platform/db.ts';

/** The portal's own page, as a client; no token exchange. */
export const portalClient = 'spico-portal';

/** A software that embeds the widgets (F-201). */
export interface RegisteredClient {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Uint8Array | null;
  readonly origins: readonly string[];
  readonly scopes: readonly string[];
  readonly proSanteClientIds: readonly string[];
}

const select = `select id, name, secret_hash as "secretHash", origins, scopes,
  pro_sante_client_ids as "proSanteClientIds" from client where state = 'active'`;

export async function findClient(tx: Tx, id: string): Promise<RegisteredClient | undefined> {
  const [found] = await statement<RegisteredClient>(tx, `${select} and id = $1`, [id]);
  return found;
}

/** Whose page this is; the one registered first when several clients share a page. */
export async function findClientByOrigin(tx: Tx, origin: string): Promise<RegisteredClient | undefined> {
  const [found] = await statement<RegisteredClient>(
    tx,
    `${select} and $1 = any(origins) order by created_at, id limit 1`,
    [origin],
  );
  return found;
}

/** @returns false when the id is taken */
export async function insertClient(tx: Tx, client: RegisteredClient): Promise<boolean> {
  const rows = await statement(
    tx,
    `insert into client (id, name, secret_hash, origins, scopes, pro_sante_client_ids)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id`,
    [client.id, client.name, client.secretHash, client.origins, client.scopes, client.proSanteClientIds],
  );
  return rows.length > 0;
}
