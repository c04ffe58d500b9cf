import { describe, expect, it } from 'vitest';
import { Query } from './query.ts';

/** A read that answers when the test says so. */
function slowRead() {
  const calls: {
    args: readonly unknown[];
    signal: AbortSignal;
    answer: (data: string[]) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const load = (args: readonly unknown[], { signal }: { signal: AbortSignal }): Promise<string[]> =>
    new Promise((answer, fail) => calls.push({ args, signal, answer, fail }));
  return { calls, load };
}
const offline = { kind: 'offline', code: 'network', retryable: true };

describe('a read', () => {
  it('[F-202] aborts the former one and drops its late answer', async () => {
    const { calls, load } = slowRead();
    const query = new Query({ load });
    const first = query.run(['jeanne']);
    const second = query.run(['nadia']);
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[1]?.answer(['Nadia']);
    calls[0]?.answer(['Jeanne']);
    await Promise.all([first, second]);
    expect(query.state).toMatchObject({ status: 'ready', data: ['Nadia'] });
  });

  it('[F-202] shows nothing of the former arguments while the new ones load', async () => {
    const { calls, load } = slowRead();
    const query = new Query({ load });
    const first = query.run(['jeanne']);
    calls[0]?.answer(['Jeanne']);
    await first;
    void query.run(['nadia']);
    expect(query.state).toEqual({ status: 'loading', refreshing: false });
  });

  it('[F-202] forgets everything when the patient changes, even an answer already on its way', async () => {
    const { calls, load } = slowRead();
    const query = new Query({ load });
    const run = query.run(['jeanne']);
    query.reset();
    calls[0]?.answer(['Jeanne']);
    await run;
    expect(query.state).toEqual({ status: 'idle', refreshing: false });
  });

  it('keeps the last data with its time while the network is away, and finds its way back', async () => {
    const { calls, load } = slowRead();
    const query = new Query({ load, now: () => 1000 });
    const first = query.run(['jeanne']);
    calls[0]?.answer(['note']);
    await first;
    const again = query.retry();
    expect(query.state).toMatchObject({ status: 'ready', refreshing: true, data: ['note'] });
    calls[1]?.fail(offline);
    await again;
    expect(query.state).toMatchObject({ status: 'offline', data: ['note'], at: 1000 });
    const back = query.retry();
    calls[2]?.answer(['note', 'other']);
    await back;
    expect(query.state.status).toBe('ready');
  });

  it.each([
    [{ status: 403, kind: 'forbidden' }, 'forbidden'],
    [{ kind: 'session-ended', status: 401 }, 'expired'],
    [{ kind: 'unauthenticated', code: 'token-unavailable' }, 'expired'],
    [{ status: 500, kind: 'unexpected' }, 'error'],
  ])('tells %o as %s and shows no data it may not show', async (failure, status) => {
    const query = new Query({ load: () => Promise.reject(Object.assign(new Error(), failure)) });
    await query.run([]);
    expect(query.state).toMatchObject({ status, error: Object.assign(new Error(), failure) });
    expect(query.state.data).toBeUndefined();
  });

  it('says empty for an empty page', async () => {
    const query = new Query({ load: async () => ({ items: [] }) });
    await query.run([]);
    expect(query.state.status).toBe('empty');
  });
});
