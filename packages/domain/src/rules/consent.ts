import { parseCivilDate } from '../values/identity/civil-date.ts';
import { fail, ok, type Outcome } from '../values/outcome.ts';

/**
 * Who may give the consent (F-29): the person, a legal representative, a holder of parental authority, the guardian
 * (tuteur), the person assisted by the curator, the agent of a future protection mandate. The trusted person (personne de
 * confiance) testifies and is only consulted: not in this list.
 */
export const CONSENT_GIVERS = [
  'person',
  'legal-representative',
  'parental-authority',
  'guardian',
  'curator-assisted',
  'future-protection-agent',
] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

/** Oral is the legal rule, written a beginning of proof (F-30). */
export const CONSENT_MODES = ['oral', 'written'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

export interface Consent {
  readonly givenBy: ConsentGiver;
  readonly mode: ConsentMode;
  /** `YYYY-MM-DD`. */
  readonly collectedOn: string;
}

export type ConsentProblem =
  | 'giver-not-allowed'
  | 'mode-unknown'
  | 'date-unreadable'
  | 'date-in-the-future'
  | 'date-before-birth';

export function isConsentGiver(value: string): value is ConsentGiver {
  return (CONSENT_GIVERS as readonly string[]).includes(value);
}

/**
 * Checks a stated consent.
 * @param when - The person's birth date and the day in Paris, both `YYYY-MM-DD`.
 */
export function checkConsent(
  stated: { readonly givenBy: string; readonly mode: string; readonly collectedOn: string },
  when: { readonly birthDate: string; readonly today: string },
): Outcome<Consent, ConsentProblem> {
  const { givenBy, mode, collectedOn } = stated;
  if (!isConsentGiver(givenBy)) return fail('giver-not-allowed');
  if (mode !== 'oral' && mode !== 'written') return fail('mode-unknown');
  if (!parseCivilDate(collectedOn).ok) return fail('date-unreadable');
  if (collectedOn > when.today) return fail('date-in-the-future');
  if (collectedOn < when.birthDate) return fail('date-before-birth');
  return ok({ givenBy, mode, collectedOn });
}
