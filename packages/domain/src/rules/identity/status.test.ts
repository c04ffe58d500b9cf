import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentityFlag, IdentityTraits } from '../../values/identity/traits.ts';
import { flagsConflict } from './flags.ts';
import { insCall } from './ins-call.ts';
import {
  acceptIns,
  checkDocument,
  clearFlag,
  createIdentity,
  editStrictTraits,
  type Identity,
  type IdentityOutcome,
  refuseIns,
  replaceFlags,
  setFlag,
  statusOf,
  verifyKo,
} from './status.ts';

const zoeTyped: IdentityTraits = {
  birthFamilyName: 'Adrun',
  firstBirthGivenName: 'Zoé',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: { kind: 'commune', cog: '63220' },
};
const zoeFound = {
  traits: { ...zoeTyped, birthFamilyName: 'ADRUN', firstBirthGivenName: 'ZOE', birthGivenNames: ['ZOE', 'ANNE'] },
  ins: { matricule: '2751263220749', key: '74', oid: '1.2.250.1.213.1.4.8' },
};
const zoeFoundElsewhere = {
  ...zoeFound,
  traits: { ...zoeFound.traits, birthPlace: { kind: 'commune' as const, cog: '34172' } },
};
const notAgain = { documentConfirmed: false };

function done(outcome: IdentityOutcome): Identity {
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value;
}
const zoe = (document?: string): Identity => done(createIdentity(zoeTyped, document ? { document } : {}));
const withIns = (identity: Identity): Identity => done(acceptIns(identity, zoeFound, notAgain));

describe('[F-103] the status of Zoé', () => {
  it('goes from provisional to validated to qualified', () => {
    expect(statusOf(zoe())).toBe('provisional');
    const validated = done(checkDocument(zoe(), 'CN'));
    expect(statusOf(validated)).toBe('validated');
    expect(statusOf(withIns(validated))).toBe('qualified');
  });

  it('or from provisional to retrieved to qualified', () => {
    const retrieved = withIns(zoe());
    expect(statusOf(retrieved)).toBe('retrieved');
    expect(statusOf(done(checkDocument(retrieved, 'PA')))).toBe('qualified');
  });

  it('[F-37] does not change when the INS is refused', () => {
    const validated = zoe('CN');
    expect(refuseIns(validated)).toEqual(validated);
  });

  it('[F-36] the accepted INS overwrites the traits', () => {
    expect(withIns(zoe()).traits).toEqual(zoeFound.traits);
  });

  it('[F-36] [F-261] loses its document check when the INS changes more than the writing', () => {
    expect(statusOf(done(acceptIns(zoe('CN'), zoeFoundElsewhere, notAgain)))).toBe('retrieved');
    expect(statusOf(done(acceptIns(zoe('CN'), zoeFoundElsewhere, { documentConfirmed: true })))).toBe('qualified');
  });

  it('falls back when the service no longer recognises the number, which stays in history', () => {
    const refused = done(verifyKo(withIns(zoe('CN'))));
    expect(statusOf(refused)).toBe('validated');
    expect(refused.formerIns).toEqual([zoeFound.ins]);
    expect(verifyKo(refused)).toEqual({ ok: false, failure: 'no-ins' });
  });

  it('[F-47] goes back to provisional when a strict trait is corrected, accents included', () => {
    const corrected = editStrictTraits(withIns(zoe('CN')), { ...zoeFound.traits, birthFamilyName: 'ADRUND' });
    expect(statusOf(corrected)).toBe('provisional');
    expect(corrected.formerIns).toEqual([zoeFound.ins]);
    expect(statusOf(editStrictTraits(zoe('CN'), { ...zoeTyped, firstBirthGivenName: 'Zoe' }))).toBe('provisional');
  });

  it('stays when nothing strict was corrected', () => {
    const same = editStrictTraits(withIns(zoe('CN')), { ...zoeFound.traits });
    expect(statusOf(same)).toBe('qualified');
    expect(same.formerIns).toEqual([]);
  });
});

describe('[F-23] [F-32] the document check', () => {
  it('is impossible while the birth place is unknown', () => {
    const somewhere = { ...zoeTyped, birthPlace: { kind: 'unknown' as const, cog: '99999' } };
    expect(createIdentity(somewhere, { document: 'CN' })).toEqual({ ok: false, failure: 'birth-place-unknown' });
    expect(createIdentity(somewhere).ok).toBe(true);
  });

  it('takes a high-trust document only: not the carte Vitale alone', () => {
    expect(checkDocument(zoe(), 'CV')).toEqual({ ok: false, failure: 'not-a-high-trust-document' });
  });
});

describe('[F-33] special identities', () => {
  it.each([
    [[], undefined],
    [['homonym'], undefined],
    [['doubtful', 'homonym'], undefined],
    [['doubtful', 'fictitious'], 'fictitious-stands-alone'],
    [['homonym', 'fictitious'], 'fictitious-stands-alone'],
    [['homonym', 'doubtful', 'fictitious'], 'fictitious-stands-alone'],
    [['fictitious', 'fictitious'], undefined],
  ] as [IdentityFlag[], string | undefined][])('%j: %s', (flags, conflict) => {
    expect(flagsConflict(flags)).toBe(conflict);
    expect(createIdentity(zoeTyped, { flags }).ok).toBe(conflict === undefined);
  });

  it.each(['doubtful', 'fictitious'] as const)('%s makes a qualified identity provisional for good', (flag) => {
    const flagged = done(setFlag(withIns(zoe('CN')), flag));
    expect(statusOf(flagged)).toBe('provisional');
    expect(flagged.formerIns).toEqual([zoeFound.ins]);
    const cleared = done(clearFlag(flagged, flag, 'the person came back with her passport'));
    expect(cleared.flags).toEqual([]);
    expect(statusOf(cleared)).toBe('provisional');
  });

  it('homonym changes no status', () => {
    expect(statusOf(done(setFlag(withIns(zoe('CN')), 'homonym')))).toBe('qualified');
  });

  it('a flag is cleared with a reason', () => {
    expect(clearFlag(done(setFlag(zoe(), 'homonym')), 'homonym', '  ')).toEqual({
      ok: false,
      failure: 'reason-missing',
    });
  });

  it('flags are replaced as one act', () => {
    const doubtful = done(setFlag(zoe(), 'doubtful'));
    expect(done(replaceFlags(doubtful, ['homonym'], 'two sisters')).flags).toEqual(['homonym']);
    expect(done(replaceFlags(doubtful, ['fictitious'], 'an alias')).flags).toEqual(['fictitious']);
    expect(replaceFlags(doubtful, ['fictitious', 'homonym'], 'an alias').ok).toBe(false);
  });
});

describe('[F-34] calling the INSi teleservice', () => {
  it.each([
    ['a provisional identity', { traits: zoeTyped, flags: [] }, { ok: true, value: 'search' }],
    ['an identity with an INS', { traits: zoeTyped, flags: [], ins: zoeFound.ins }, { ok: true, value: 'verify' }],
    ['a homonym', { traits: zoeTyped, flags: ['homonym'] }, { ok: true, value: 'search' }],
    [
      'a doubtful identity',
      { traits: zoeTyped, flags: ['doubtful', 'homonym'] },
      { ok: false, failure: 'doubtful-identity' },
    ],
    [
      'a fictitious identity',
      { traits: zoeTyped, flags: ['fictitious'] },
      { ok: false, failure: 'fictitious-identity' },
    ],
    [
      'an indeterminate sex',
      { traits: { ...zoeTyped, sex: 'I' }, flags: [] },
      { ok: false, failure: 'sex-indeterminate' },
    ],
    [
      'a name in Arabic',
      { traits: { ...zoeTyped, birthFamilyName: 'محمد' }, flags: [] },
      { ok: false, failure: 'family-name-not-accepted' },
    ],
    [
      'a given name with a digit',
      { traits: { ...zoeTyped, firstBirthGivenName: 'Zoé 2' }, flags: [] },
      { ok: false, failure: 'given-name-not-accepted' },
    ],
  ] as const)('for %s', (_, identity, answer) => {
    expect(insCall(identity)).toEqual(answer);
  });
});

const event = fc.oneof(
  fc.constantFrom('CN', 'PA', 'CV').map((type) => (identity: Identity) => checkDocument(identity, type)),
  fc.record({ found: fc.constantFrom(zoeFound, zoeFoundElsewhere), documentConfirmed: fc.boolean() }).map(
    ({ found, documentConfirmed }) =>
      (identity: Identity) =>
        acceptIns(identity, found, { documentConfirmed }),
  ),
  fc.constant(verifyKo),
  fc.constantFrom('Adrun', 'ADRUN', 'Adroun').map((birthFamilyName) => (identity: Identity): IdentityOutcome => {
    return { ok: true, value: editStrictTraits(identity, { ...identity.traits, birthFamilyName }) };
  }),
  fc
    .constantFrom<IdentityFlag>('homonym', 'doubtful', 'fictitious')
    .map((flag) => (identity: Identity) => setFlag(identity, flag)),
  fc
    .constantFrom<IdentityFlag>('homonym', 'doubtful', 'fictitious')
    .map((flag) => (identity: Identity) => clearFlag(identity, flag, 'seen')),
);

describe('[F-103] whatever happens to an identity', () => {
  it('doubtful or fictitious is provisional, flags never conflict, no number is ever lost', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let identity = zoe();
        for (const happen of events) {
          const before = identity;
          const outcome = happen(identity);
          if (!outcome.ok) continue;
          identity = outcome.value;
          expect(flagsConflict(identity.flags)).toBeUndefined();
          if (identity.flags.includes('doubtful') || identity.flags.includes('fictitious')) {
            expect(identity.ins).toBeUndefined();
            expect(identity.document).toBeUndefined();
            expect(statusOf(identity)).toBe('provisional');
            expect(insCall(identity).ok).toBe(false);
          }
          expect(identity.formerIns.slice(0, before.formerIns.length)).toEqual(before.formerIns);
          if (before.ins && !identity.ins) expect(identity.formerIns.at(-1)).toEqual(before.ins);
          if (identity.traits.birthPlace.kind === 'unknown') expect(identity.document).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('qualified is reached only through an accepted INS and a checked document', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let identity = zoe();
        for (const happen of events) {
          const before = statusOf(identity);
          const outcome = happen(identity);
          if (!outcome.ok) continue;
          identity = outcome.value;
          if (statusOf(identity) === 'qualified') expect(before).not.toBe('provisional');
        }
      }),
      { numRuns: 500 },
    );
  });
});
