import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../platform/db.ts';
import { databases, openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { demoRecordId, demoRecords, seedDemo } from './seed.ts';

const practiceClient = { id: 'demo-practice', secret: 'known-to-everybody', origins: ['http://localhost:4030'] };

describe.each(databases)('the demonstration, on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind);
    await seedDemo(store.database, { practiceClient });
  });
  afterAll(() => store.close());

  const rows = <T>(sql: string, values: unknown[] = []) =>
    store.database.transaction((tx) => statement<T>(tx, sql, values));

  it('[F-250] has a record for each of its people, of every status, each found by the search', async () => {
    const found = await rows<{ status: string; n: number }>(
      'select status, count(*)::int as n from person_identity group by status order by status',
    );
    expect(found.map(({ status }) => status)).toEqual(['provisional', 'qualified', 'retrieved', 'validated']);
    expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(demoRecords.length);
    expect(await rows('select 1 from identity_search')).toHaveLength(demoRecords.length);
  });

  it('[F-55] shows Jeanne with her circle and the emergency of a former night', async () => {
    const jeanne = demoRecordId('jeanne-lacombe');
    expect(
      await rows('select 1 from record_membership where record_id = $1 and ended_at is null', [jeanne]),
    ).toHaveLength(6);
    expect(
      await rows('select 1 from break_glass_grant where record_id = $1 and ended_at is not null', [jeanne]),
    ).toHaveLength(1);
  });

  it('stays as it is at the next start, with the address of the practice software of that start', async () => {
    const count = () =>
      rows<{ n: number }>(
        'select (select count(*) from coordination_record)::int + (select count(*) from account)::int + (select count(*) from audit.entry)::int as n',
      );
    const before = await count();
    await seedDemo(store.database, { practiceClient: { ...practiceClient, origins: ['http://localhost:5030'] } });
    expect(await count()).toEqual(before);
    expect(await rows("select origins from client where id = 'demo-practice'")).toEqual([
      { origins: ['http://localhost:5030'] },
    ]);
  });
});
