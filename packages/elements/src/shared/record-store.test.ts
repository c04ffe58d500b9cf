import { createScenario, handlers, jeanneLacombe, mockFetch, on, paulCros, problem } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import { RecordStore } from './record-store.ts';
import { createSpicoClient } from './sdk.ts';

function page(extra: Parameters<typeof mockFetch>[0] = []) {
  const scenario = createScenario();
  const client = createSpicoClient({
    baseUrl: 'https://spico.example/api/v1',
    getToken: async () => 'token',
    fetch: mockFetch([...extra, ...handlers({ scenario })]),
  });
  const openings = (recordId: string): number =>
    scenario.store.records.get(recordId)?.journal.filter(({ action }) => action === 'records.open').length ?? 0;
  return { client, openings, records: new RecordStore() };
}

describe('the record a page shows', () => {
  it('[F-69] leaves one line in the journal for the widgets that open it together', async () => {
    const { client, openings, records } = page();
    const { recordId } = jeanneLacombe;
    await Promise.all([records.open(client, recordId), records.open(client, recordId)]);
    expect(openings(recordId)).toBe(1);
    records.changed(recordId);
    await records.open(client, recordId);
    expect(openings(recordId)).toBe(2);
  });

  it('lets one widget leave without ending the opening of the others', async () => {
    const { client, records } = page();
    const leaving = new AbortController();
    const left = records.open(client, jeanneLacombe.recordId, { signal: leaving.signal });
    const staying = records.open(client, jeanneLacombe.recordId);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect((await staying).id).toBe(jeanneLacombe.recordId);
  });

  it('asks again after an opening that failed', async () => {
    const { client, records } = page([on('openRecord', problem('record-merged'), { once: true })]);
    await expect(records.open(client, jeanneLacombe.recordId)).rejects.toMatchObject({ code: 'record-merged' });
    expect((await records.open(client, jeanneLacombe.recordId)).id).toBe(jeanneLacombe.recordId);
  });

  it('[F-43] counts the end of an emergency access on the page’s own clock', async () => {
    const { client, records } = page();
    const before = performance.now();
    const record = await records.open(client, paulCros.recordId);
    const end = records.endsAt(record) ?? 0;
    const seconds = record.access.remainingSeconds ?? 0;
    expect(seconds).toBeGreaterThan(6_000);
    expect(end - seconds * 1000).toBeGreaterThanOrEqual(before);
    expect(end - seconds * 1000).toBeLessThanOrEqual(performance.now());
    expect(records.endsAt(await records.open(client, jeanneLacombe.recordId))).toBeUndefined();
  });

  it('[F-43] tells the end to everybody and the page once, and forgets it when access comes back', () => {
    const { records } = page();
    const heard: string[] = [];
    records.subscribe((recordId, news) => heard.push(`${recordId} ${news}`));
    expect([records.ended('paul'), records.ended('paul')]).toEqual([true, false]);
    expect(records.isEnded('paul')).toBe(true);
    records.changed('paul');
    expect(records.isEnded('paul')).toBe(false);
    expect(heard).toEqual(['paul ended', 'paul changed']);
  });
});
