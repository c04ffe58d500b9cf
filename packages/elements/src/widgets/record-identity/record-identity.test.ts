import { createScenario, jeanneLacombe } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import { flagBlockedBy } from '../../shared/identity/flags.ts';
import type { CoordinationRecord } from '../../shared/sdk.ts';
import {
  checkBlocked,
  readEdit,
  type RecordEdit,
  refusedByServer,
  startEdit,
  versionFor,
} from './record-identity.model.ts';

const stored = createScenario({ seed: 'empty' }).give(jeanneLacombe);
const record: CoordinationRecord = {
  ...stored,
  version: 7,
  state: 'open',
  access: { mode: 'creator', since: stored.createdAt },
  sections: [],
  allowedActions: [],
};
const edit = (act: RecordEdit['act'], change: Partial<RecordEdit> = {}): RecordEdit => ({
  ...startEdit(act, record),
  ...change,
});

describe('a correction of Jeanne’s identity', () => {
  it('[F-47] sends nothing when nothing has changed', () => {
    expect(readEdit(edit('traits'), record)).toMatchObject({ ok: false, errors: { unchanged: true } });
  });

  it('[F-47] sends the traits whole, and erases an emptied used name', () => {
    const { traits } = edit('traits');
    const read = readEdit(
      edit('traits', { traits: { ...traits, birthDate: '15/03/1938' }, usedFamilyName: '' }),
      record,
    );
    expect(read).toMatchObject({
      ok: true,
      change: {
        body: { traits: { birthDate: '1938-03-15' }, complementary: { usedFamilyName: null, birthOrder: null } },
      },
    });
  });

  it('[F-47] says which trait stands in the way', () => {
    const { traits } = edit('traits');
    const read = readEdit(
      edit('traits', { traits: { ...traits, birthDate: '31/02/1938' }, usedFamilyName: 'Pu\u0007ech' }),
      record,
    );
    expect(read).toMatchObject({
      ok: false,
      errors: { traits: { birthDate: 'date-impossible' }, fields: { usedFamilyName: 'nameWrong' } },
    });
  });

  it('starts from the version that was read: the identity’s own, or the record’s', () => {
    expect([versionFor('traits', record), versionFor('contact', record)]).toEqual([stored.identity.version, 7]);
    expect(edit('flags').version).toBe(stored.identity.version);
  });
});

describe('the special cases', () => {
  it('[F-33] fictitious combines with nothing, doubtful with homonym only', () => {
    expect(flagBlockedBy('fictitious', ['homonym'])).toBe('homonym');
    expect(flagBlockedBy('doubtful', ['homonym'])).toBeUndefined();
    expect(flagBlockedBy('homonym', ['fictitious'])).toBe('fictitious');
    expect(flagBlockedBy('fictitious', ['fictitious'])).toBeUndefined();
  });

  it('[F-33] want a reason', () => {
    expect(readEdit(edit('flags', { flags: ['doubtful'], reason: ' x ' }), record)).toMatchObject({
      ok: false,
      errors: { fields: { reason: 'reasonMissing' } },
    });
    expect(readEdit(edit('flags', { flags: ['doubtful'], reason: 'Deux dates données' }), record)).toMatchObject({
      ok: true,
      change: { act: 'flags', body: { flags: ['doubtful'] } },
    });
  });

  it('[F-23] keep a document from being declared, as an unknown place does', () => {
    const { identity } = record;
    expect(checkBlocked(identity)).toBeUndefined();
    expect(checkBlocked({ ...identity, flags: ['doubtful'] })).toBe('checkBlockedFlags');
    const unknown = { kind: 'unknown', cog: '99999', label: 'INCONNUE' } as const;
    expect(checkBlocked({ ...identity, traits: { ...identity.traits, birthPlace: unknown } })).toBe(
      'checkBlockedPlace',
    );
  });
});

describe('the contact', () => {
  it('[F-65] sends only what changed, null for what was erased', () => {
    expect(readEdit(edit('contact', { mobile: '', email: 'jeanne@example.org' }), record)).toEqual({
      ok: true,
      change: { act: 'contact', body: { email: 'jeanne@example.org', mobile: null } },
    });
    expect(readEdit(edit('contact'), record)).toMatchObject({ ok: false, errors: { unchanged: true } });
  });

  it.each(['06 1', '01 23 45 67 89', 'jeanne'])('[F-65] does not take %s for a mobile', (mobile) => {
    expect(readEdit(edit('contact', { mobile }), record)).toMatchObject({
      ok: false,
      errors: { fields: { mobile: 'mobileWrong' } },
    });
  });

  it('shows where the server pointed', () => {
    expect(refusedByServer([{ pointer: '/email' }, { pointer: '/traits/birthPlace/cog' }])).toMatchObject({
      fields: { email: 'emailWrong' },
      traits: { birthPlace: 'refused' },
    });
  });
});
