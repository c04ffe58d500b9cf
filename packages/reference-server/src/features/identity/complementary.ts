import { checkName } from '@spico/domain/values/identity/normalise-name';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { FieldFailure } from '../../platform/failure.ts';
import type { Complementary } from './record-identity.ts';

/** As they come: null erases, absent keeps. */
export interface ComplementaryInput {
  readonly usedFamilyName?: string | null;
  readonly usedGivenName?: string | null;
  readonly birthOrder?: number | null;
}

/** The used names after a change, or what is wrong with them. Nothing is ever taken over from the birth names (EXI ID 08). */
export function readComplementary(
  before: Complementary,
  typed: ComplementaryInput | undefined,
): Outcome<Complementary, FieldFailure[]> {
  const after: { -readonly [K in keyof Complementary]: Complementary[K] } = { ...before };
  const faults: FieldFailure[] = [];
  for (const field of ['usedFamilyName', 'usedGivenName'] as const) {
    const value = typed?.[field];
    if (value === undefined) continue;
    if (value === null) {
      delete after[field];
      continue;
    }
    const name = checkName(value);
    if (name.ok) after[field] = name.value.text;
    else faults.push({ pointer: `/complementary/${field}`, code: `name-${name.failure}` });
  }
  const order = typed?.birthOrder;
  if (order === null) delete after.birthOrder;
  else if (order !== undefined) after.birthOrder = order;
  return faults.length > 0 ? fail(faults) : ok(after);
}
