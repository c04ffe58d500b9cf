import { describe, expect, test } from 'vitest';
import { createSpicoClient, SpicoError } from './index.ts';
import { createScenario, handlers, jeanneLacombe, mockFetch, on } from './testing/index.ts';

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
      for await (const row of client.records.list({ limit: 10 }, { signal: leaving.signal })) {
        if (row.recordId) rows += 1;
        if (rows === 10) leaving.abort();
      }
    };
    await expect(walk()).rejects.toMatchObject({ kind: 'aborted' });
  });

  test('[F-220] a server that points back to the same place does not make us walk for ever', async () => {
    const circle = on('readAccessJournal', () => ({ items: [], nextCursor: 'same' }));
    const client = createSpicoClient({ baseUrl, getToken: () => 'token', fetch: mockFetch([circle]) });
    const walk = async () => {
      for await (const entry of client.audit.journal(jeanneLacombe.recordId)) expect(entry).toBe('nothing');
    };
    const error = await walk().catch((thrown: unknown) => thrown);
    expect(SpicoError.is(error) && error.code).toBe('unexpected-answer');
  });
});
