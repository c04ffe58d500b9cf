import { describe, expect, it } from 'vitest';
import { CONSENT_GIVERS, checkConsent } from './consent.ts';

const when = { birthDate: '1975-12-31', today: '2026-11-22' };
const zoeSaysYes = { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' };

describe('[F-29] [F-30] the consent of Zoé', () => {
  it.each(CONSENT_GIVERS)('may be given by: %s', (givenBy) => {
    expect(checkConsent({ ...zoeSaysYes, givenBy }, when).ok).toBe(true);
    expect(checkConsent({ ...zoeSaysYes, givenBy, mode: 'written' }, when).ok).toBe(true);
  });

  it.each([
    ['by the trusted person, who only testifies', { givenBy: 'trusted-person' }, 'giver-not-allowed'],
    ['by nobody', { givenBy: '' }, 'giver-not-allowed'],
    ['by gesture', { mode: 'implied' }, 'mode-unknown'],
    ['on a day that does not exist', { collectedOn: '2026-02-30' }, 'date-unreadable'],
    ['tomorrow', { collectedOn: '2026-11-23' }, 'date-in-the-future'],
    ['before she was born', { collectedOn: '1975-12-30' }, 'date-before-birth'],
  ])('is not given %s', (_, change, failure) => {
    expect(checkConsent({ ...zoeSaysYes, ...change }, when)).toEqual({ ok: false, failure });
  });
});
