import { describe, expect, it } from 'vitest';
import type { Flow } from '../../shared/flow.ts';
import {
  carryOver,
  countErrors,
  documentCounts,
  flagObstacle,
  type IdentityDraft,
  readIdentity,
  refusedByServer,
  startIdentity,
  toggleFlag,
} from './identity-form.model.ts';

const TODAY = '2026-11-22';
const jeanne = {
  birthFamilyName: 'Lacombe',
  firstBirthGivenName: 'Jeanne',
  sex: 'F',
  birthDate: '1938-03-14',
  birthPlace: { kind: 'commune', cog: '81004' },
} as const;
const searched = (searchId: string, change: Partial<Flow> = {}): Flow => ({
  step: 'create',
  traits: jeanne,
  birthPlaceLabel: 'Albi (81)',
  search: {
    searchId,
    expiresAt: '2026-11-22T12:00:00.000Z',
    candidates: [],
    moreCandidates: false,
    identityDocumentChecked: false,
    mayCreate: true,
  },
  ...change,
});
const page = (change: Partial<IdentityDraft> = {}): IdentityDraft => ({
  ...carryOver(startIdentity(undefined, TODAY), searched('one'), undefined, TODAY),
  consentGiven: true,
  consent: { givenBy: 'person', mode: 'oral', collectedOn: '22/11/2026' },
  ...change,
});
const errorsOf = (draft: IdentityDraft) => {
  const read = readIdentity(draft, [], TODAY);
  return read.ok ? undefined : read.errors;
};

describe('the traits of the search', () => {
  it('[F-26] are carried over, with the words of the place', () => {
    expect(page().traits).toMatchObject({
      birthFamilyName: 'Lacombe',
      birthDate: '14/03/1938',
      placeText: 'Albi (81)',
    });
  });

  it('[F-32] the document ticked at the search is ticked here, with its kind', () => {
    const flow = searched('one', { identityDocument: { type: 'PA' } });
    expect(carryOver(startIdentity(undefined), flow, undefined)).toMatchObject({
      documentChecked: true,
      documentType: 'PA',
    });
  });

  it('[F-29] the same person searched again keeps consent and contact; another one starts anew', () => {
    const typed = page({ email: 'jeanne@exemple.fr' });
    expect(carryOver(typed, searched('two'), undefined, TODAY)).toMatchObject({
      consentGiven: true,
      email: 'jeanne@exemple.fr',
      searchId: 'two',
    });
    const pierre = searched('three', { traits: { ...jeanne, firstBirthGivenName: 'Pierre', sex: 'M' } });
    expect(carryOver(typed, pierre, undefined, TODAY)).toMatchObject({ consentGiven: false, email: '' });
  });

  it('[F-202] the used name the host knows is filled in, never for somebody else searched meanwhile', () => {
    const host = { birthFamilyName: 'LACOMBE', birthDate: '1938-03-14', usedFamilyName: 'Puech' };
    expect(carryOver(startIdentity(host), searched('one'), host).usedFamilyName).toBe('Puech');
    const fatima = searched('one', { traits: { ...jeanne, birthFamilyName: 'Benali' } });
    expect(carryOver(startIdentity(host), fatima, host).usedFamilyName).toBe('');
  });

  it('[F-28] the used names are never filled from the birth names', () => {
    expect(page()).toMatchObject({ usedFamilyName: '', usedGivenName: '' });
    const read = readIdentity(page(), [], TODAY);
    expect(read.ok && read.request).not.toHaveProperty('complementary');
  });
});

describe('Finalise', () => {
  it('[F-48] sends the page as the contract wants it', () => {
    const draft = page({
      usedFamilyName: ' Puech ',
      birthOrder: '2',
      mobile: '06 39 98 00 10',
      documentChecked: true,
      documentType: 'CN',
      copyId: 'copy',
    });
    expect(readIdentity(draft, ['other'], TODAY)).toEqual({
      ok: true,
      request: {
        searchId: 'one',
        traits: jeanne,
        complementary: { usedFamilyName: 'Puech', birthOrder: 2 },
        contact: { mobile: '06 39 98 00 10' },
        consent: { givenBy: 'person', mode: 'oral', collectedOn: TODAY },
        identityDocument: { type: 'CN', copyId: 'copy' },
        differentFrom: ['other'],
      },
    });
  });

  it('[F-29] does not go on without consent, its giver and its form, and says all at once', () => {
    const errors = errorsOf({ ...startIdentity(undefined, TODAY), email: 'jeanne' });
    expect(errors?.page).toEqual({ consentGiven: 'consentMissing', email: 'emailWrong' });
    expect(errors?.consent).toEqual({ givenBy: 'givenByMissing', mode: 'modeMissing' });
    expect(errors && countErrors(errors)).toBe(9);
  });

  it.each([
    ['30/02/2026', 'dateWrong'],
    ['00/11/2026', 'dateWrong'],
    ['23/11/2026', 'dateFuture'],
    ['13/03/1938', 'dateBeforeBirth'],
  ])('[F-29] a consent of %s: %s', (collectedOn, error) => {
    expect(errorsOf(page({ consent: { ...page().consent, collectedOn } }))?.consent.collectedOn).toBe(error);
  });

  it.each(['06 12 34 56 78', '+33 7 12 34 56 78', '0690 12 34 56', '+34 612 345 678'])(
    '[F-28] %s may be a mobile',
    (mobile) => {
      expect(errorsOf(page({ mobile }))).toBeUndefined();
    },
  );

  it.each(['05 63 00 00 00', '0612', 'appeler le soir'])('[F-28] %s is no mobile', (mobile) => {
    expect(errorsOf(page({ mobile }))?.page.mobile).toBe('mobileWrong');
  });

  it('[F-32] asks which document was checked', () => {
    expect(errorsOf(page({ documentChecked: true }))?.page.documentType).toBe('documentTypeMissing');
  });

  it('puts what the server refused under its field', () => {
    const refused = refusedByServer([
      { pointer: '/contact/mobile' },
      { pointer: '/consent/collectedOn' },
      { pointer: '/traits/birthDate' },
    ]);
    expect(refused).toEqual({
      traits: { birthDate: 'refused' },
      consent: { collectedOn: 'refused' },
      page: { mobile: 'mobileWrong' },
    });
  });
});

describe('special cases', () => {
  it('[F-33] fictitious excludes all others; doubtful goes with homonym only', () => {
    expect(flagObstacle('homonym', ['doubtful'])).toBeUndefined();
    expect(flagObstacle('doubtful', ['homonym'])).toBeUndefined();
    expect(flagObstacle('fictitious', ['homonym'])).toBe('homonymNotFictitious');
    expect(flagObstacle('fictitious', ['doubtful', 'homonym'])).toBe('doubtfulNotFictitious');
    expect(flagObstacle('doubtful', ['fictitious'])).toBe('fictitiousAlone');
    expect(flagObstacle('fictitious', ['fictitious'])).toBeUndefined();
    expect(toggleFlag('homonym', false, ['homonym', 'doubtful'])).toEqual(['doubtful']);
  });

  it('[F-33] a doubtful identity sends no document check, and keeps the tick for later', () => {
    const draft = page({ flags: ['doubtful'], documentChecked: true, documentType: 'CN' });
    const read = readIdentity(draft, [], TODAY);
    expect(read.ok && read.request).not.toHaveProperty('identityDocument');
    expect(documentCounts({ ...draft, flags: [] })).toBe(true);
  });

  it('[F-33] somebody set aside at the search ticks the homonym, once', () => {
    const flow = searched('two', { differentFrom: ['pierre'] });
    const first = carryOver(page(), flow, undefined, TODAY);
    expect(first.flags).toEqual(['homonym']);
    expect(carryOver(first, searched('three', { differentFrom: ['pierre'] }), undefined, TODAY).flags).toEqual([
      'homonym',
    ]);
  });
});
