import { describe, expect, it } from 'vitest';
import { pathOf, placeOf } from './router.ts';

const recordId = '018f6d7e-1111-7abc-8def-0123456789ab';

describe('addresses of the portal', () => {
  it('[F-250] lead to the page they came from', () => {
    for (const place of [
      { page: 'patients' },
      { page: 'search' },
      { page: 'signed-in' },
      { page: 'record', recordId, section: 'overview' },
      { page: 'record', recordId, section: 'journal' },
    ] as const)
      expect(placeOf(pathOf(place))).toEqual(place);
  });

  it('refuse what is not an id or not a section', () => {
    for (const path of [
      '/records/1',
      `/records/${recordId.toUpperCase()}`,
      `/records/${recordId}/secrets`,
      '/records/..',
    ])
      expect(placeOf(path)).toEqual({ page: 'unknown' });
  });
});
