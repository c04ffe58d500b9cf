import { describe, expect, it } from 'vitest';
import { type Actor, CLIENT_SCOPES, type RecordState, type Relation } from './actor.ts';
import { BREAK_GLASS_DURATION_MS, BREAK_GLASS_REASONS, grantBreakGlass, needsSupervisorAlert } from './break-glass.ts';
import { type SelfEnrolmentFacts, selfEnrolmentObstacles, selfEnrolmentRefusals } from './self-enrolment.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const nadia: Actor = {
  accountId: 'nadia',
  personId: 'nadia',
  kind: 'individual',
  professionGroup: 'G02',
  assurance: 'psc',
  accountState: 'active',
  clientScopes: CLIENT_SCOPES,
};

describe('[F-43] Nadia breaks the glass', () => {
  const asked = {
    reasonCode: 'urgent-care',
    reasonText: 'Found unconscious at home.',
    relation: { kind: 'none' } as Relation,
    recordState: 'open' as RecordState,
    now,
  };

  it('for two hours exactly', () => {
    const grant = grantBreakGlass(asked);
    expect(BREAK_GLASS_DURATION_MS).toBe(7_200_000);
    expect(grant.ok && grant.value.until).toEqual(new Date('2026-11-22T14:00:00.000Z'));
  });

  it.each([
    ['on a closed record', { recordState: 'closed' as const }],
    ['after she left the circle', { relation: { kind: 'ended' } as const }],
    ['again, as a new grant', { relation: { kind: 'break-glass', until: now } as const }],
  ])('also %s', (_, change) => {
    expect(grantBreakGlass({ ...asked, ...change }).ok).toBe(true);
  });

  it.each(BREAK_GLASS_REASONS)('for this reason: %s', (reasonCode) => {
    expect(grantBreakGlass({ ...asked, reasonCode })).toMatchObject({ ok: true, value: { reason: reasonCode } });
  });

  it.each([
    ['without a reason of the list', { reasonCode: 'curiosity' }, 'reason-code-unknown'],
    ['with nine characters and many spaces', { reasonText: '   too short    ' }, 'reason-text-too-short'],
    ['with five emoji, which are ten code units', { reasonText: '😀😀😀😀😀' }, 'reason-text-too-short'],
    ['when she is a member', { relation: { kind: 'member', mode: 'added' } as const }, 'already-member'],
    ['on a merged record', { recordState: 'merged' as const }, 'record-merged'],
    ['against a withdrawn consent', { recordState: 'withdrawn' as const }, 'consent-withdrawn'],
  ])('not %s', (_, change, failure) => {
    expect(grantBreakGlass({ ...asked, ...change })).toEqual({ ok: false, failure });
  });

  it('the third time in a day calls a supervisor', () => {
    expect(needsSupervisorAlert([], now)).toBe(false);
    expect(needsSupervisorAlert([ago(120)], now)).toBe(false);
    expect(needsSupervisorAlert([ago(240), ago(120)], now)).toBe(true);
    expect(needsSupervisorAlert([ago(24 * 60), ago(120)], now)).toBe(false);
  });
});

describe('[F-42] Nadia enrols herself', () => {
  const facts: SelfEnrolmentFacts = {
    actor: nadia,
    search: { accountId: 'nadia', at: ago(5), documentType: 'CN', birthPlace: { kind: 'commune' } },
    relation: { kind: 'none' },
    recordState: 'open',
    now,
  };
  const search = facts.search;

  it('[F-39] after a recent search with a checked document, and with the consent', () => {
    expect(selfEnrolmentObstacles(facts)).toEqual([]);
    expect(selfEnrolmentRefusals({ ...facts, consentGivenBy: 'person' })).toEqual([]);
  });

  it('also from a running emergency access', () => {
    expect(selfEnrolmentObstacles({ ...facts, relation: { kind: 'break-glass', until: now } })).toEqual([]);
  });

  it.each([
    ['[F-40] without a checked document', { search: { ...search, documentType: undefined } }, ['document-not-checked']],
    ['with a document of low trust', { search: { ...search, documentType: 'CV' } }, ['document-not-checked']],
    [
      '[F-23] with an unknown birth place',
      { search: { ...search, birthPlace: { kind: 'unknown' as const } } },
      ['birth-place-unknown'],
    ],
    ['thirty minutes after the search', { search: { ...search, at: ago(30) } }, ['search-too-old']],
    ['by a search of tomorrow', { search: { ...search, at: ago(-1) } }, ['search-too-old']],
    ['when she is a member', { relation: { kind: 'member', mode: 'creator' } as const }, ['already-member']],
    ['on a closed record', { recordState: 'closed' as const }, ['record-not-open']],
    [
      'without a profession of the matrix',
      { actor: { ...nadia, professionGroup: undefined } },
      ['profession-not-allowed'],
    ],
    [
      'with everything against her',
      {
        actor: { ...nadia, accountState: 'suspended' as const },
        search: { accountId: 'nadia', at: ago(31), birthPlace: { kind: 'unknown' as const } },
        relation: { kind: 'member', mode: 'added' } as const,
        recordState: 'merged' as const,
      },
      [
        'document-not-checked',
        'birth-place-unknown',
        'search-too-old',
        'already-member',
        'record-not-open',
        'profession-not-allowed',
      ],
    ],
  ])('not %s, and she is told why', (_, change, obstacles) => {
    expect(selfEnrolmentObstacles({ ...facts, ...change })).toEqual(obstacles);
  });

  it('one second before thirty minutes is still in time', () => {
    expect(selfEnrolmentObstacles({ ...facts, search: { ...search, at: new Date(ago(30).getTime() + 1000) } })).toEqual(
      [],
    );
  });

  it('not on the search of a colleague, nor without consent', () => {
    expect(selfEnrolmentRefusals({ ...facts, search: { ...search, accountId: 'claire' } })).toEqual([
      'not-own-search',
      'consent-missing',
    ]);
    expect(selfEnrolmentRefusals({ ...facts, consentGivenBy: 'trusted-person' })).toEqual(['consent-missing']);
  });
});
