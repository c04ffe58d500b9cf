import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, ACTIONS, type ActionName } from './action.ts';
import { type Actor, CLIENT_SCOPES, RECORD_STATES, type RecordState, type Relation } from './actor.ts';
import {
  type AccessQuestion,
  allowedActions,
  DENIAL_REASONS,
  decide,
  readableSections,
  sectionRights,
} from './decide.ts';
import { explain, explainDenial } from './explain.ts';
import { matrixAllows, SECTIONS } from './matrix.ts';
import { PROFESSION_GROUPS } from './profession-group.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const inOneHour = new Date('2026-11-22T13:00:00.000Z');

const claire: Actor = {
  accountId: 'claire',
  personId: 'claire',
  kind: 'individual',
  professionGroup: 'G01',
  assurance: 'psc',
  accountState: 'active',
  clientScopes: CLIENT_SCOPES,
};
const nadia: Actor = { ...claire, accountId: 'nadia', professionGroup: 'G02' };
const homeHelp: Actor = { ...claire, accountId: 'hugo', professionGroup: 'G10' };
const secretary: Actor = { ...claire, accountId: 'sonia', professionGroup: 'G12' };
const osteopath: Actor = { ...claire, accountId: 'omar', professionGroup: undefined };

const member: Relation = { kind: 'member', mode: 'added' };
const emergency: Relation = { kind: 'break-glass', until: inOneHour };
const inRecord = { relation: member, recordState: 'open' as const, now };

function verdict(question: AccessQuestion): string {
  const decision = decide(question);
  return decision.allow ? decision.via : decision.reason;
}

describe('[F-39] [F-68] who may act on a person', () => {
  it.each([
    ['Claire searches', claire, 'patient-search.search', 'none'],
    ['Claire creates a record', claire, 'records.create', 'none'],
    ['the home help searches', homeHelp, 'patient-search.search', 'none'],
    ['the home help creates no record', homeHelp, 'records.create', 'section-not-allowed'],
    ['the secretary, who only reads consents, creates no record', secretary, 'records.create', 'section-not-allowed'],
    ['the osteopath searches nobody', osteopath, 'patient-search.search', 'profession-unknown'],
    ['the osteopath reads the list of communes', osteopath, 'reference.read', 'none'],
    ['[F-43] anyone of the matrix may ask for emergency access', homeHelp, 'access.break-glass', 'none'],
    [
      'a suspended doctor',
      { ...claire, accountState: 'suspended' as const },
      'patient-search.search',
      'account-suspended',
    ],
    [
      'Claire through a client that may not search',
      { ...claire, clientScopes: ['session'] as const },
      'patient-search.search',
      'client-scope-missing',
    ],
    ['an act nobody declared', claire, 'records.delete', 'unknown-action'],
    ['an act with the name of a method', claire, 'constructor', 'unknown-action'],
  ])('%s', (_, actor, action, expected) => {
    expect(verdict({ actor, action, now })).toBe(expected);
  });
});

describe('[F-41] [F-68] who may act on a record', () => {
  it.each([
    ['Nadia, added by a colleague, opens it', nadia, 'records.open', {}, 'added'],
    [
      '[F-42] who enrolled herself',
      nadia,
      'records.open',
      { relation: { kind: 'member', mode: 'self-enrolled' } as const },
      'self-enrolled',
    ],
    ['a stranger', claire, 'records.open', { relation: { kind: 'none' } as const }, 'not-a-member'],
    ['nobody said what link there is', claire, 'records.open', { relation: undefined }, 'not-a-member'],
    ['who left the circle', claire, 'records.open', { relation: { kind: 'ended' } as const }, 'membership-ended'],
    ['nobody said in what state it is', claire, 'records.open', { recordState: undefined }, 'record-state-unknown'],
    ['a merged record', claire, 'records.open', { recordState: 'merged' as const }, 'record-merged'],
    ['a withdrawn consent', claire, 'records.open', { recordState: 'withdrawn' as const }, 'consent-withdrawn'],
    ['a closed record is still read', claire, 'records.open', { recordState: 'closed' as const }, 'added'],
    ['and no longer written', claire, 'identity.correct-traits', { recordState: 'closed' as const }, 'record-closed'],
    ['[F-31] the consent is changed by the secretary', secretary, 'consent.change', {}, 'section-not-allowed'],
    ['[F-31] the consent is changed by Nadia', nadia, 'consent.change', {}, 'added'],
    ['the home help does not see the journal', homeHelp, 'access-journal.read', {}, 'section-not-allowed'],
    ['ending an emergency access one does not have', claire, 'access.end-break-glass', {}, 'no-live-break-glass'],
  ])('%s', (_, actor, action, change, expected) => {
    expect(verdict({ actor, action, ...inRecord, ...change })).toBe(expected);
  });
});

describe('[F-43] emergency access', () => {
  const under = { actor: claire, relation: emergency, recordState: 'open' as const, now };

  it.each([
    ['records.open', 'break-glass'],
    ['care-circle.read', 'break-glass'],
    ['access-journal.read', 'break-glass'],
    ['access.end-break-glass', 'break-glass'],
    ['identity.read-document-copy', 'not-under-break-glass'],
    ['dmp.launch', 'not-under-break-glass'],
    ['identity.correct-traits', 'not-under-break-glass'],
    ['consent.change', 'not-under-break-glass'],
  ])('%s: %s', (action, expected) => {
    expect(verdict({ ...under, action, facts: { identityQualified: true } })).toBe(expected);
  });

  it('is refused from its end on, to the millisecond', () => {
    const at = (offset: number): string =>
      verdict({ ...under, action: 'records.open', now: new Date(inOneHour.getTime() + offset) });
    expect(at(-1)).toBe('break-glass');
    expect(at(0)).toBe('break-glass-ended');
    expect(at(3_600_000)).toBe('break-glass-ended');
  });

  it('is refused when its end cannot be read', () => {
    expect(
      verdict({ ...under, action: 'records.open', relation: { kind: 'break-glass', until: new Date(Number.NaN) } }),
    ).toBe('break-glass-ended');
  });

  it('writes in the liaison notebook and nowhere else', () => {
    const written = sectionRights(under).filter(({ write }) => write);
    expect(written.map(({ section }) => section)).toEqual(['S04']);
    expect(readableSections(under)).toEqual([...SECTIONS]);
  });

  it('is given back even when the record was merged meanwhile', () => {
    expect(verdict({ ...under, action: 'access.end-break-glass', recordState: 'merged' })).toBe('break-glass');
  });
});

describe('the door to the DMP', () => {
  it.each([
    ['with Pro Santé Connect and a qualified identity', 'psc', true, 'added'],
    ['with a one-time code', 'otp', true, 'pro-sante-connect-needed'],
    ['in the sandbox', 'sandbox', true, 'pro-sante-connect-needed'],
    ['with an identity not qualified', 'psc', false, 'identity-not-qualified'],
    ['when nobody said', 'psc', undefined, 'identity-not-qualified'],
  ] as const)('[F-103] %s', (_, assurance, identityQualified, expected) => {
    expect(
      verdict({ actor: { ...claire, assurance }, action: 'dmp.launch', ...inRecord, facts: { identityQualified } }),
    ).toBe(expected);
  });
});

describe('what travels with the record', () => {
  it('Claire is offered all but what her situation forbids', () => {
    expect(allowedActions({ actor: claire, ...inRecord })).toEqual([
      'records.update-administrative',
      'identity.correct-traits',
      'identity.check-document',
      'identity.set-flags',
      'identity.query-ins',
      'identity.decide-ins',
      'identity.read-history',
      'identity.read-document-copy',
      'consent.change',
      'care-circle.read',
      'access-journal.read',
    ]);
  });

  it('[F-68] the home help sees no medical document and no consent', () => {
    expect(readableSections({ actor: homeHelp, ...inRecord })).toEqual([
      'S01',
      'S03',
      'S04',
      'S11',
      'S12',
      'S13',
      'S14',
      'S15',
      'S16',
    ]);
  });

  it('a stranger is offered nothing', () => {
    expect(allowedActions({ actor: claire, ...inRecord, relation: { kind: 'none' } })).toEqual([]);
    expect(sectionRights({ actor: claire, ...inRecord, relation: { kind: 'none' } })).toEqual([]);
  });
});

describe('explaining a refusal', () => {
  it('has a word for every reason, and hides that a record exists from who has no link to it', () => {
    for (const reason of DENIAL_REASONS) expect(explainDenial(reason).remedy).toBeTruthy();
    expect(DENIAL_REASONS.filter((reason) => !explainDenial(reason).tellable)).toEqual([
      'not-a-member',
      'membership-ended',
      'record-state-unknown',
    ]);
  });

  it('shows every rule, also the ones that would refuse next', () => {
    const judged = explain({
      actor: homeHelp,
      action: 'consent.change',
      relation: emergency,
      recordState: 'closed',
      now,
    });
    expect(judged.filter(({ denial }) => denial)).toEqual([
      { rule: 'record-state', denial: 'record-closed' },
      { rule: 'emergency', denial: 'not-under-break-glass' },
      { rule: 'matrix', denial: 'section-not-allowed' },
    ]);
  });
});

const actors: fc.Arbitrary<Actor> = fc.record({
  accountId: fc.constant('someone'),
  personId: fc.constant('someone'),
  kind: fc.constantFrom('individual' as const, 'structure' as const),
  professionGroup: fc.constantFrom(undefined, ...PROFESSION_GROUPS),
  assurance: fc.constantFrom('psc' as const, 'otp' as const, 'sandbox' as const),
  accountState: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const),
  clientScopes: fc.subarray([...CLIENT_SCOPES]),
});
const relations: fc.Arbitrary<Relation> = fc.oneof(
  fc.constantFrom<Relation>({ kind: 'none' }, { kind: 'ended' }, member, { kind: 'member', mode: 'creator' }),
  fc
    .date({ min: new Date('2026-11-22T11:00:00Z'), max: new Date('2026-11-22T14:00:00Z'), noInvalidDate: true })
    .map((until): Relation => ({ kind: 'break-glass', until })),
);
const questions: fc.Arbitrary<AccessQuestion> = fc.record({
  actor: actors,
  action: fc.constantFrom<string>(...ACTION_NAMES),
  relation: fc.option(relations, { nil: undefined }),
  recordState: fc.option(fc.constantFrom<RecordState>(...RECORD_STATES), { nil: undefined }),
  facts: fc.option(fc.record({ identityQualified: fc.boolean() }), { nil: undefined }),
  now: fc.constant(now),
});
const many = { numRuns: 2000 };

describe('[F-68] for any question', () => {
  it('what is allowed is in the matrix', () => {
    fc.assert(
      fc.property(questions, (question) => {
        fc.pre(decide(question).allow);
        for (const { section, verb } of ACTIONS[question.action as ActionName].needs) {
          expect(matrixAllows(question.actor.professionGroup, section, verb)).toBe(true);
        }
      }),
      many,
    );
  });

  it('section rights are in the matrix, and writing implies reading', () => {
    fc.assert(
      fc.property(questions, ({ action: _, ...situation }) => {
        for (const { section, read, write } of sectionRights(situation)) {
          expect(read).toBe(matrixAllows(situation.actor.professionGroup, section, 'read'));
          expect(!write || (read && matrixAllows(situation.actor.professionGroup, section, 'write'))).toBe(true);
        }
      }),
      many,
    );
  });

  it('emergency access never gives what membership does not', () => {
    fc.assert(
      fc.property(questions, (question) => {
        fc.pre(question.action !== 'access.end-break-glass');
        const underGlass = { ...question, relation: emergency };
        const asMember = { ...question, relation: member };
        if (decide(underGlass).allow) expect(decide(asMember).allow).toBe(true);
        const memberRights = sectionRights(asMember);
        for (const right of sectionRights(underGlass)) {
          const same = memberRights.find(({ section }) => section === right.section);
          expect(same?.read).toBe(true);
          if (right.write) expect(same?.write).toBe(true);
        }
      }),
      many,
    );
  });

  it('a restriction never opens anything', () => {
    const restrictions: ((question: AccessQuestion) => AccessQuestion)[] = [
      (question) => ({ ...question, actor: { ...question.actor, accountState: 'suspended' } }),
      (question) => ({ ...question, actor: { ...question.actor, clientScopes: question.actor.clientScopes.slice(1) } }),
      (question) => ({ ...question, actor: { ...question.actor, professionGroup: undefined } }),
      (question) => ({ ...question, actor: { ...question.actor, assurance: 'otp' } }),
      (question) => ({ ...question, relation: { kind: 'ended' } }),
      (question) => ({ ...question, relation: undefined }),
      (question) => ({
        ...question,
        recordState:
          'closed' === question.recordState || 'open' === question.recordState ? 'closed' : question.recordState,
      }),
      (question) => ({ ...question, recordState: 'withdrawn' }),
      (question) => ({ ...question, recordState: undefined }),
      (question) => ({ ...question, facts: undefined }),
      (question) => ({ ...question, now: new Date(question.now.getTime() + 7_200_000) }),
    ];
    fc.assert(
      fc.property(questions, fc.constantFrom(...restrictions), (question, restrict) => {
        if (!decide(question).allow) expect(decide(restrict(question)).allow).toBe(false);
        const before = readableSections(question);
        for (const section of readableSections(restrict(question))) expect(before).toContain(section);
      }),
      many,
    );
  });

  it('an unknown profession is given nothing that needs a right', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const stranger = { ...question, actor: { ...question.actor, professionGroup: undefined } };
        expect(readableSections(stranger)).toEqual([]);
        expect(allowedActions(stranger)).toEqual([]);
        if (ACTIONS[question.action as ActionName].needs.length > 0) expect(decide(stranger).allow).toBe(false);
      }),
      many,
    );
  });

  it('a name that is not in the catalogue is denied', () => {
    fc.assert(
      fc.property(questions, fc.string(), (question, action) => {
        fc.pre(!(ACTION_NAMES as readonly string[]).includes(action));
        expect(decide({ ...question, action }).allow).toBe(false);
      }),
    );
  });

  it('deciding and explaining agree', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const first = explain(question).find(({ denial }) => denial)?.denial;
        const decision = decide(question);
        expect(decision.allow ? undefined : decision.reason).toBe(first);
      }),
      many,
    );
  });
});
