import { describe, expect, test } from 'vitest';
import { createSpicoClient, SpicoError } from './index.ts';
import { createScenario, handlers, jeanneLacombe, mockFetch, on, operationIds, problem } from './testing/index.ts';

const baseUrl = 'https://spico.example/api/v1';

/** A coordinator with 120 people in the list, and the addresses her client asked. */
function longList() {
  const asked: string[] = [];
  const reach = mockFetch(handlers({ scenario: createScenario({ seed: 'many' }) }));
  const client = createSpicoClient({
    baseUrl,
    getToken: () => 'token',
    fetch: (request) => {
      asked.push(new URL(request.url).search);
      return reach(request);
    },
  });
  return { client, asked };
}

describe('Hélène Roques walks a list of 120 people', () => {
  test('[F-220] row by row, each once, asking three times', async () => {
    const { client, asked } = longList();
    const seen = new Set<string>();
    for await (const row of client.records.list()) seen.add(row.recordId);
    expect(seen.size).toBe(120);
    expect(asked).toEqual(['', '?cursor=from-50', '?cursor=from-100']);
  });

  test('[F-220] page by page, with the cursor of the next', async () => {
    const { client } = longList();
    const sizes: number[] = [];
    for await (const page of client.records.list({ limit: 100 }).pages()) sizes.push(page.items.length);
    expect(sizes).toEqual([100, 20]);
  });

  test('[F-220] stopping early asks for no more', async () => {
    const { client, asked } = longList();
    for await (const row of client.records.list({ limit: 10 })) if (row.recordId) break;
    expect(asked).toEqual(['?limit=10']);
  });

  test('[F-220] one page alone, for a “more” button, from where the last one ended', async () => {
    const { client } = longList();
    const first = await client.records.list({ limit: 20 }).page();
    const second = await client.records.list({ limit: 20, cursor: first.nextCursor }).page();
    expect(second.items[0]?.recordId).not.toBe(first.items[0]?.recordId);
    expect(second.nextCursor).toBe('from-40');
  });

  test('[F-220] nothing is asked before the first step', async () => {
    const { client, asked } = longList();
    client.records.list();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).toEqual([]);
  });

  test('[F-220] a failure in the middle reaches the walker, and an abort ends the walk', async () => {
    const { client } = longList();
    const leaving = new AbortController();
    const walk = async () => {
      let rows = 0;
      for await (const _ of client.records.list({ limit: 10 }, { signal: leaving.signal })) {
        rows += 1;
        if (rows === 10) leaving.abort();
      }
    };
    await expect(walk()).rejects.toMatchObject({ kind: 'aborted' });
  });

  test('[F-220] a server that points back to the same place does not make us walk for ever', async () => {
    const circle = on('readAccessJournal', () => ({ items: [], nextCursor: 'same' }));
    const client = createSpicoClient({ baseUrl, getToken: () => 'token', fetch: mockFetch([circle]) });
    const walk = async () => {
      for await (const _ of client.audit.journal(jeanneLacombe.recordId)) expect.unreachable();
    };
    const error = await walk().catch((thrown: unknown) => thrown);
    expect(SpicoError.is(error) && error.code).toBe('unexpected-answer');
  });
});

test('[F-220] every operation of the contract has its method', async () => {
  const asked = new Set<string>();
  const all = operationIds.map((operation) =>
    on(operation, () => {
      asked.add(operation);
      return problem('internal-error');
    }),
  );
  const client = createSpicoClient({ baseUrl, retries: 0, getToken: () => 'token', fetch: mockFetch(all) });
  const id = jeanneLacombe.recordId;
  const anything: never[] = [id, id, {}, { version: 1 }] as never[];
  // Walks the client as completion does: each group, each method.
  for (const group of Object.values(client)) {
    for (const method of Object.values(group) as ((...input: never[]) => unknown)[]) {
      const byRecord = method.length > 1 || anything;
      const outcome = method.call(group, ...(byRecord ? anything : []));
      const call =
        typeof outcome === 'object' && outcome && 'page' in outcome
          ? (outcome as { page(): Promise<unknown> }).page()
          : outcome;
      await Promise.resolve(call).catch(() => {});
    }
  }
  const viaBrowser = ['startProSanteConnect', 'finishProSanteConnect'];
  expect(operationIds.filter((operation) => !asked.has(operation))).toEqual(viaBrowser);
});
