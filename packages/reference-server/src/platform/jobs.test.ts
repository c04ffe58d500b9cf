import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { databases, openTestDatabase } from '../testing/index.ts';
import { type JobDefinition, startJobs } from './jobs.ts';
import { createLog } from './log.ts';

describe.each(databases)('work after commit, on %s', (kind) => {
  it('is done once its transaction commits, never when it rolls back, and again when it failed', async () => {
    const store = await openTestDatabase(kind);
    const done: string[] = [];
    let refusals = 1;
    const notice: JobDefinition<{ to: string }> = {
      name: 'sample.notify',
      async handle({ to }) {
        if (to === 'second' && refusals > 0) {
          refusals -= 1;
          throw new Error('mail server down');
        }
        done.push(to);
      },
    };
    const jobs = await startJobs(store.database, [notice as JobDefinition], createLog('silent'), true, 1);
    try {
      await store.database.transaction((tx) => jobs.enqueue(tx, 'sample.notify', { to: 'first' }));
      const undone = store.database.transaction(async (tx) => {
        await jobs.enqueue(tx, 'sample.notify', { to: 'never' });
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      await store.database.transaction((tx) => jobs.enqueue(tx, 'sample.notify', { to: 'second' }));
      for (let turn = 0; turn < 200 && done.length < 2; turn += 1) await sleep(100);
      expect(done.sort()).toEqual(['first', 'second']);
    } finally {
      await jobs.stop();
      await store.close();
    }
  });
});
