import { type ChainRow, type Finding, type Head, hashedColumns, verifyChain } from './audit-chain.ts';
import { readSignedHeads } from './audit-heads.ts';
import type { Database } from './db.ts';

/** What a verification saw and found. */
export interface Report {
  readonly chains: number;
  readonly entries: number;
  /** Lines of signed heads; 0 means that nothing outside the database vouches for it. */
  readonly signatures: number;
  readonly findings: readonly Finding[];
}

/** Rows fetched at a time. */
const page = 5000;

/**
 * Recomputes every chain in this process and compares with what the database says and with the heads signed outside it.
 * @throws {HeadsNotGenuine} when the signed heads themselves were tampered with
 */
export async function verifyAudit(database: Database, directory: string): Promise<Report> {
  const signed = readSignedHeads(directory);
  return database.asOwner(async (run) => {
    const heads = new Map<string, Head>();
    for (const head of await run<Head>(`select chain, seq, encode(hash, 'hex') as hash from audit.chain_head`, [])) {
      heads.set(head.chain, head);
    }
    const unseen = new Set([...heads.keys(), ...signed.heads.keys()]);
    const findings: Finding[] = [];
    let entries = 0;
    let rows: ChainRow[] = [];
    const close = () => {
      const chain = rows[0]?.chain;
      if (chain === undefined) return;
      findings.push(...verifyChain(chain, rows, heads.get(chain), signed.heads.get(chain)));
      unseen.delete(chain);
      rows = [];
    };
    let after: { chain: string; seq: number; at: string } = { chain: '', seq: -1, at: '-infinity' };
    for (;;) {
      const found = await run<{ chain: string; seq: number; at: string; fields: (string | null)[]; hash: string }>(
        `select chain, seq, recorded_at::text as at, array[${hashedColumns.join(', ')}] as fields, encode(hash, 'hex') as hash
         from audit.entry where (chain, seq, recorded_at) > ($1, $2::bigint, $3::timestamptz)
         order by chain, seq, recorded_at limit ${page}`,
        [after.chain, after.seq, after.at],
      );
      for (const row of found) {
        if (rows[0] && rows[0].chain !== row.chain) close();
        rows.push(row);
        entries += 1;
      }
      const last = found.at(-1);
      if (!last) break;
      after = last;
    }
    close();
    for (const chain of unseen) findings.push(...verifyChain(chain, [], heads.get(chain), signed.heads.get(chain)));
    return {
      chains: new Set([...heads.keys(), ...signed.heads.keys()]).size,
      entries,
      signatures: signed.lines,
      findings,
    };
  });
}
