import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, openTestDatabase, scratchDirectory, type TestDatabase } from '../testing/index.ts';
import { appendAudit } from './audit.ts';
import { hashedColumns } from './audit-chain.ts';
import { signHeads } from './audit-heads.ts';
import { verifyAudit } from './audit-verify.ts';
import { statement } from './db.ts';
import { uuid7 } from './ids.ts';

/** A row as a request would leave it. */
const entry = (recordId: string, operation: string) =>
  appendAudit({
    requestId: 'req',
    operation,
    outcome: 'done',
    mode: 'added',
    accountId: recordId,
    recordId,
    recordExists: true,
    sections: ['S01', 'S02'],
    origin: 'https://cabinet.example',
    details: { count: 3 },
  });

describe.each(databases)('the audit trail on %s', (kind) => {
  let store: TestDatabase;
  const scratch = scratchDirectory();
  beforeAll(async () => {
    store = await openTestDatabase(kind);
  });
  afterAll(async () => {
    await store.close();
    scratch.remove();
  });
  const append = (recordId: string, ...operations: string[]) =>
    store.database.transaction(async (_tx, closing) => {
      closing.push(...operations.map((one) => entry(recordId, one)));
    });

  it.each([
    ['change a row', "update audit.entry set operation = 'nothing'"],
    ['delete a row', 'delete from audit.entry'],
    ['empty the table', 'truncate audit.entry'],
    ['empty a partition', 'truncate audit.entry_default'],
    ['write a row past the chain', 'insert into audit.entry select * from audit.entry'],
    ['set a chain back', 'update audit.chain_head set seq = 0'],
    ['switch the guards off', 'alter table audit.entry disable trigger all'],
    ['pretend to be a replica', "set session_replication_role = 'replica'"],
    ['drop the table', 'drop table audit.entry'],
    ['replace the function', 'drop function audit.append'],
    ['move the clock', "insert into test_clock (shift) values ('1 hour')"],
  ])('does not let the application %s (C5)', async (_what, sql) => {
    await append(uuid7.next(), 'records.open');
    const attempt = store.database.transaction((tx) => statement(tx, sql));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('is intact after honest use, and says how much it saw (C4)', async () => {
    const [a, b] = [uuid7.next(), uuid7.next()];
    await append(a, 'records.create', 'records.open');
    await append(b, 'records.open');
    await signHeads(store.database, scratch.path);
    await append(a, 'records.open');
    const report = await verifyAudit(store.database, scratch.path);
    expect(report.findings).toEqual([]);
    expect(report.entries).toBeGreaterThanOrEqual(4);
    expect(report.signatures).toBe(1);
  });
});

/** The eight tamperings of C4, by somebody with the owner's rights on the database, who switches the guards off. */
const tamperings: Record<string, (chain: string, at: number, length: number, other: string) => string[]> = {
  'edits an entry': (chain, at) => [
    `update audit.entry set operation = 'nothing' where chain = '${chain}' and seq = ${at}`,
  ],
  'deletes one in the middle': (chain, at, length) => [
    `delete from audit.entry where chain = '${chain}' and seq = ${Math.min(at, length - 1)}`,
  ],
  'deletes the tail, and sets the head back to match': (chain, at) => [
    `delete from audit.entry where chain = '${chain}' and seq >= ${at}`,
    at === 1
      ? `delete from audit.chain_head where chain = '${chain}'`
      : `update audit.chain_head set seq = ${at - 1}, hash = (select hash from audit.entry where chain = '${chain}' and seq = ${at - 1}) where chain = '${chain}'`,
  ],
  'deletes everything': (chain) => [
    `delete from audit.entry where chain = '${chain}'`,
    `delete from audit.chain_head where chain = '${chain}'`,
  ],
  'swaps two': (chain, at, length) => {
    const next = at === length ? at - 1 : at + 1;
    return [
      `update audit.entry set seq = -1 where chain = '${chain}' and seq = ${at}`,
      `update audit.entry set seq = ${at} where chain = '${chain}' and seq = ${next}`,
      `update audit.entry set seq = ${next} where chain = '${chain}' and seq = -1`,
    ];
  },
  'slips one in': (chain, at, length) => [
    `insert into audit.entry select (jsonb_populate_record(e, '{"seq": ${length + 1}, "operation": "invented"}')).* from audit.entry e where chain = '${chain}' and seq = ${at}`,
    `update audit.chain_head set seq = ${length + 1} where chain = '${chain}'`,
  ],
  'moves one to another record': (chain, at, length, other) => [
    `update audit.entry set chain = '${other}', seq = ${length + 1} where chain = '${chain}' and seq = ${at}`,
  ],
  'rewrites an entry and every hash after it': (chain, at, length) => [
    `update audit.entry set operation = 'nothing' where chain = '${chain}' and seq = ${at}`,
    `do $$ declare previous bytea := sha256(convert_to('spico audit chain ${chain}', 'UTF8')); begin
       for place in 1..${length} loop
         select sha256(previous || convert_to(array_to_json(array[${hashedColumns.join(', ')}])::text, 'UTF8'))
           into previous from audit.entry where chain = '${chain}' and seq = place;
         update audit.entry set hash = previous where chain = '${chain}' and seq = place;
         update audit.chain_head set hash = previous where chain = '${chain}';
       end loop; end $$`,
  ],
};

describe('the verifier', () => {
  let store: TestDatabase;
  const scratch = scratchDirectory();
  const owner = (...statements: string[]) =>
    store.database.asOwner(async (run) => {
      for (const sql of statements) await run(sql);
    });
  beforeAll(async () => {
    store = await openTestDatabase('pglite');
    await owner(
      'alter table audit.chain_head disable trigger all',
      'alter table audit.entry disable trigger all',
      `do $$ declare one regclass; begin
         for one in select inhrelid::regclass from pg_inherits where inhparent = 'audit.entry'::regclass loop
           execute format('alter table %s disable trigger all', one);
         end loop; end $$`,
    );
  });
  afterAll(async () => {
    await store.close();
    scratch.remove();
  });

  it.each(Object.entries(tamperings))('notices somebody who %s', async (_what, tamper) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 7 }), fc.nat(), async (length, spot) => {
        const [recordId, otherId] = [uuid7.next(), uuid7.next()];
        const at = (spot % length) + 1;
        const grow = (id: string) =>
          store.database.transaction(async (_tx, closing) => {
            for (let one = 0; one < length; one += 1) closing.push(entry(id, `act-${one}`));
          });
        await grow(recordId);
        await grow(otherId);
        await signHeads(store.database, scratch.path);
        expect((await verifyAudit(store.database, scratch.path)).findings).toEqual([]);

        await owner(
          'create table audit.kept_entry as select * from audit.entry',
          'create table audit.kept_head as select * from audit.chain_head',
        );
        await owner(...tamper(`record:${recordId}`, at, length, `record:${otherId}`));
        const { findings } = await verifyAudit(store.database, scratch.path);
        await owner(
          'delete from audit.entry; insert into audit.entry select * from audit.kept_entry; drop table audit.kept_entry',
          'delete from audit.chain_head; insert into audit.chain_head select * from audit.kept_head; drop table audit.kept_head',
        );
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.every((one) => [`record:${recordId}`, `record:${otherId}`].includes(one.chain))).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  it('does not believe signed heads that were put back or changed', async () => {
    const file = join(scratch.path, 'audit_heads.jsonl');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${[...lines.slice(0, 1), ...lines.slice(2)].join('\n')}\n`);
    await expect(verifyAudit(store.database, scratch.path)).rejects.toThrow(/Line 2 .* does not follow/);
    writeFileSync(file, `${(lines[0] ?? '').replace(/,1,"/, ',2,"').replace(/"seq":\d/, '')}x\n`);
    await expect(verifyAudit(store.database, scratch.path)).rejects.toThrow(/Line 1/);
  });
});

describe.runIf(databases.includes('postgres'))('32 writers on one record, on PostgreSQL (C6)', () => {
  it('leave no fork and no gap, in the order of their places', async () => {
    const store = await openTestDatabase('postgres');
    const recordId = uuid7.next();
    try {
      await Promise.all(
        Array.from({ length: 32 }, async (_, writer) => {
          for (let turn = 0; turn < 10; turn += 1) {
            await store.database.transaction(async (tx, closing) => {
              await statement(tx, 'select pg_sleep(random() * 0.003)');
              closing.push(entry(recordId, `writer-${writer}`));
            });
          }
        }),
      );
      const rows = await store.database.transaction((tx) =>
        statement<{ seq: number; recorded_at: Date }>(
          tx,
          'select seq, recorded_at from audit.entry where record_id = $1 order by seq',
          [recordId],
        ),
      );
      expect(rows.map((one) => one.seq)).toEqual(Array.from({ length: 320 }, (_, index) => index + 1));
      const times = rows.map((one) => one.recorded_at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const scratch = scratchDirectory();
      expect((await verifyAudit(store.database, scratch.path)).findings).toEqual([]);
      scratch.remove();
    } finally {
      await store.close();
    }
  });
});
