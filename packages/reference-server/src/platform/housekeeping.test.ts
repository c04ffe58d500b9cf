import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, scratchDirectory, startTestServer, type TestServer } from '../testing/index.ts';
import { statement } from './db.ts';
import { keepHouse } from './housekeeping.ts';

describe.each(databases)('keeping house, on %s', (db) => {
  let server: TestServer;
  const scratch = scratchDirectory();
  beforeAll(async () => {
    server = await startTestServer({ db, features: [] });
  });
  afterAll(async () => {
    await server.close();
    scratch.remove();
  });
  const answers = () =>
    server.database.transaction((tx) =>
      statement<{ key: string }>(tx, 'select key from idempotent_answer order by key'),
    );

  it('forgets what is past its time, however much, and keeps the rest', async () => {
    const nadia = await server.signIn();
    await server.database.asOwner((run) =>
      run(
        `insert into idempotent_answer (caller, person_id, operation, key, fingerprint, status, headers, created_at)
         select $1, $2, 'records.create', 'key-' || n, '', 201, '{}', spico_now() - make_interval(hours => case when n = 0 then 23 else 25 end)
         from generate_series(0, 12000) n`,
        [nadia.accountId, nadia.personId],
      ),
    );
    await keepHouse(server.database, scratch.path);
    expect(await answers()).toEqual([{ key: 'key-0' }]);
  });

  it('does the rest when one of its tasks fails, and says so', async () => {
    const done: string[] = [];
    const tasks = [
      async () => Promise.reject(new Error('the disk of the copies is away')),
      async () => done.push('the task after it'),
    ];
    await expect(keepHouse(server.database, scratch.path, tasks)).rejects.toThrow('Not everything was done.');
    expect(done).toEqual(['the task after it']);
  });
});
