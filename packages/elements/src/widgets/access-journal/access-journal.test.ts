import { drMartin, nadiaHaddad, referenceLists } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import { defineMessages, translator } from '../../shared/locale/translate.ts';
import type { AccessJournalEntry } from '../../shared/sdk.ts';
import { actionInWords, journalDays, reasonOf } from './access-journal.model.ts';
import actions from './actions.fr.ts';

const entry = (entryId: string, at: Date): AccessJournalEntry => ({
  entryId,
  at: at.toISOString(),
  professional: nadiaHaddad.ref,
  action: 'records.open',
  mode: 'added',
  outcome: 'done',
  emergency: false,
});
const say = translator(defineMessages('actions-test', actions));

describe('the access journal', () => {
  it('[F-69] puts each line once under the reader’s own day, newest first', () => {
    const late = entry('3', new Date(2026, 10, 22, 23, 59));
    const early = entry('2', new Date(2026, 10, 22, 0, 1));
    const before = entry('1', new Date(2026, 10, 21, 23, 59));
    expect(journalDays([late, early, early, before])).toEqual([
      { day: '2026-11-22', entries: [late, early] },
      { day: '2026-11-21', entries: [before] },
    ]);
  });

  it('[F-266] tells each act in words, and an unknown one by its code', () => {
    expect(`${drMartin.ref.displayName} · ${actionInWords('access.break-glass', say)}`).toBe(
      'Dr Claire MARTIN · accès en bris de glace',
    );
    expect(actionInWords('agenda.move', say)).toBe('agenda.move');
    expect(actionInWords('toString', say)).toBe('toString');
  });

  it('[F-43] gives the reason of an emergency in the words of the list', () => {
    expect(reasonOf('urgent-care', referenceLists.breakGlassReasons, 'en')).toBe('Urgent care');
    expect(reasonOf('later-reason', referenceLists.breakGlassReasons, 'fr')).toBe('later-reason');
    expect(reasonOf(undefined, [], 'fr')).toBe('');
  });
});
