import { checkConsent, type Consent, type ConsentProblem } from '@spico/domain/rules/consent';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { FieldFailure } from '../../platform/failure.ts';

const fields: Readonly<Record<ConsentProblem, readonly [field: string, code: string]>> = {
  'giver-not-allowed': ['givenBy', 'giver-not-allowed'],
  'mode-unknown': ['mode', 'mode-unknown'],
  'date-unreadable': ['collectedOn', 'date-no-such-day'],
  'date-in-the-future': ['collectedOn', 'date-in-future'],
  'date-before-birth': ['collectedOn', 'date-before-birth'],
};

/** A stated consent, or the field that is wrong (F-29). @param pointer - where it stands in the body */
export function readConsent(
  stated: Parameters<typeof checkConsent>[0],
  when: Parameters<typeof checkConsent>[1],
  pointer: string,
): Outcome<Consent, FieldFailure[]> {
  const checked = checkConsent(stated, when);
  if (checked.ok) return ok(checked.value);
  const [field, code] = fields[checked.failure];
  return fail([{ pointer: `${pointer}/${field}`, code }]);
}
