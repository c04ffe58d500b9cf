import { checkName } from '@spico/domain/values/identity/normalise-name';
import { checkTraits, type IdentityTraits, type TraitProblem } from '@spico/domain/values/identity/traits';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { FieldFailure } from '../../platform/failure.ts';

const dateCodes = {
  'bad-shape': 'shape',
  'no-such-day': 'no-such-day',
  'before-1850': 'before-1850',
  'in-the-future': 'in-future',
};

/**
 * Typed traits as they will be kept (outer and doubled spaces gone), or everything that is wrong with them, field by field.
 * @param today - The day in Paris.
 * @param pointer - Where the traits stand in the body.
 */
export function readTraits(
  typed: IdentityTraits,
  today: string,
  pointer = '/traits',
): Outcome<IdentityTraits, FieldFailure[]> {
  const problems = checkTraits(typed, today);
  if (problems.length > 0) return fail(problems.map((problem) => toField(problem, pointer)));
  const { birthGivenNames, ...rest } = typed;
  return ok({
    ...rest,
    birthFamilyName: kept(typed.birthFamilyName),
    firstBirthGivenName: kept(typed.firstBirthGivenName),
    ...(birthGivenNames ? { birthGivenNames: birthGivenNames.map(kept) } : {}),
  });
}

/** A checked name without outer and doubled spaces. */
function kept(name: string): string {
  const checked = checkName(name);
  return checked.ok ? checked.value.text : name;
}

function toField(problem: TraitProblem, base: string): FieldFailure {
  const at = `${base}/${problem.trait}`;
  switch (problem.trait) {
    case 'birthDate':
      return { pointer: at, code: `date-${dateCodes[problem.problem]}` };
    case 'birthPlace':
      return { pointer: at, code: `place-${problem.problem}` };
    case 'sex':
      return { pointer: at, code: problem.problem };
    case 'birthGivenNames':
      return 'index' in problem
        ? { pointer: `${at}/${problem.index}`, code: `name-${problem.problem}` }
        : { pointer: at, code: problem.problem };
    default:
      return { pointer: at, code: `name-${problem.problem}` };
  }
}
