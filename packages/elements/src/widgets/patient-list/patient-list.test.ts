import { jeanneLacombe, paulCros } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import type { PatientListRow } from '../../shared/sdk.ts';
import { listed, nextEnd, rowForKey } from './patient-list.model.ts';

const row = (recordId: string, remainingSeconds?: number): PatientListRow => ({
  recordId,
  traits: jeanneLacombe.traits,
  status: 'provisional',
  flags: [],
  access:
    remainingSeconds === undefined
      ? { mode: 'added', since: '2026-09-01T08:00:00.000Z' }
      : { mode: 'break-glass', since: '2026-11-22T08:00:00.000Z', remainingSeconds },
  state: 'open',
});

describe('the patient list', () => {
  it('[F-70] shows each person once, even when the pages overlap', () => {
    const pages = [
      { page: { items: [row('jeanne'), row('pierre')], nextCursor: 'x' }, at: 0 },
      { page: { items: [row('pierre'), row('marie')] }, at: 10 },
    ];
    expect(listed(pages, 20).map(({ row: { recordId } }) => recordId)).toEqual(['jeanne', 'pierre', 'marie']);
  });

  it('[F-43] takes a person off the list at the second an emergency access ends', () => {
    const pages = [{ page: { items: [row(paulCros.recordId, 60), row('jeanne')] }, at: 5_000 }];
    expect(listed(pages, 64_999)).toHaveLength(2);
    expect(nextEnd(listed(pages, 64_999))).toBe(65_000);
    expect(listed(pages, 65_000).map(({ row: { recordId } }) => recordId)).toEqual(['jeanne']);
    expect(nextEnd(listed(pages, 65_000))).toBeUndefined();
  });

  it('[F-43] takes off whoever another widget saw ending', () => {
    const pages = [{ page: { items: [row('paul', 600), row('jeanne')] }, at: 0 }];
    expect(listed(pages, 0, (recordId) => recordId === 'paul')).toHaveLength(1);
  });

  it('[F-70] moves by j and k or the arrows, and stops at both ends', () => {
    expect(['j', 'ArrowDown', 'k', 'ArrowUp', 'End', 'Home', 'x'].map((key) => rowForKey(key, 1, 3))).toEqual([
      2,
      2,
      0,
      0,
      2,
      0,
      undefined,
    ]);
    expect([rowForKey('k', 0, 3), rowForKey('j', 2, 3), rowForKey('j', -1, 3), rowForKey('j', 0, 0)]).toEqual([
      0,
      2,
      0,
      undefined,
    ]);
  });
});
