import { type AccessQuestion, type AccessRule, type DenialReason, RULES } from './decide.ts';

/** What the refused person can do about it. */
export type Remedy =
  | 'ask-a-member'
  | 'sign-in-with-pro-sante-connect'
  | 'use-another-client'
  | 'break-glass-again-or-ask-a-member'
  | 'open-the-surviving-record'
  | 'collect-a-new-consent'
  | 'qualify-the-identity'
  | 'check-the-declared-profession'
  | 'contact-support'
  | 'none';

export interface DenialExplanation {
  /**
   * Whether the refusal may be told. Where it may not, the answer has to be the one of a record that never existed:
   * that somebody has a record is itself a secret.
   */
  readonly tellable: boolean;
  readonly remedy: Remedy;
}

const EXPLANATIONS: Readonly<Record<DenialReason, DenialExplanation>> = {
  'account-suspended': { tellable: true, remedy: 'contact-support' },
  'unknown-action': { tellable: true, remedy: 'none' },
  'client-scope-missing': { tellable: true, remedy: 'use-another-client' },
  'not-a-member': { tellable: false, remedy: 'ask-a-member' },
  'membership-ended': { tellable: false, remedy: 'ask-a-member' },
  'break-glass-ended': { tellable: true, remedy: 'break-glass-again-or-ask-a-member' },
  'record-state-unknown': { tellable: false, remedy: 'none' },
  'record-merged': { tellable: true, remedy: 'open-the-surviving-record' },
  'consent-withdrawn': { tellable: true, remedy: 'collect-a-new-consent' },
  'record-closed': { tellable: true, remedy: 'none' },
  'not-under-break-glass': { tellable: true, remedy: 'ask-a-member' },
  'no-live-break-glass': { tellable: true, remedy: 'none' },
  'profession-unknown': { tellable: true, remedy: 'check-the-declared-profession' },
  'section-not-allowed': { tellable: true, remedy: 'none' },
  'pro-sante-connect-needed': { tellable: true, remedy: 'sign-in-with-pro-sante-connect' },
  'identity-not-qualified': { tellable: true, remedy: 'qualify-the-identity' },
};

export function explainDenial(reason: DenialReason): DenialExplanation {
  return EXPLANATIONS[reason];
}

export interface JudgedRule {
  readonly rule: AccessRule['name'];
  /** Absent when the rule holds. */
  readonly denial?: DenialReason;
}

/** The whole judgement, rule by rule in its order, for support and for tests: also what would be refused next. */
export function explain(question: AccessQuestion): readonly JudgedRule[] {
  return RULES.map(({ name, denies }) => {
    const denial = denies(question);
    return denial ? { rule: name, denial } : { rule: name };
  });
}
