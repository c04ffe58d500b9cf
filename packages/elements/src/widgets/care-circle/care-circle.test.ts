import { jeanneLacombe, nadiaHaddad, referenceLists, sophieMarty } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import type { CareCircleMember } from '../../shared/sdk.ts';
import { circleGroups, reasonInWords } from './care-circle.model.ts';

const member = (memberId: string, change: Partial<CareCircleMember> = {}): CareCircleMember => ({
  memberId,
  professional: nadiaHaddad.ref,
  accessMode: 'added',
  since: '2026-09-01T08:00:00.000Z',
  current: true,
  isReader: false,
  ...change,
});

describe(`the circle of ${jeanneLacombe.key}`, () => {
  it('[F-55] keeps who has access now apart from accesses that are over, the last one first', () => {
    const old = member('old', { current: false, until: '2026-10-01T10:00:00.000Z' });
    const recent = member('recent', { current: false, until: '2026-11-20T10:00:00.000Z' });
    const nadia = member('nadia');
    expect(circleGroups([old, nadia, recent])).toEqual({ current: [nadia], former: [recent, old] });
  });

  it('[F-55] says why an emergency access was opened, in the words of the list and of the person', () => {
    const sophie = member('sophie', {
      professional: sophieMarty.ref,
      accessMode: 'break-glass',
      reasonCode: 'urgent-care',
      reasonText: 'Chute à domicile.',
    });
    const reasons = referenceLists.breakGlassReasons;
    expect(reasonInWords(sophie, reasons, 'fr')).toBe('Soins urgents\u00a0: Chute à domicile.');
    expect(reasonInWords(sophie, reasons, 'en')).toBe('Urgent care: Chute à domicile.');
    expect(reasonInWords({ ...sophie, reasonCode: 'new-reason' }, reasons, 'en')).toMatch(/^new-reason/);
    expect(reasonInWords(member('nadia'), reasons, 'fr')).toBe('');
  });
});
