import { ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import type { Runner } from '../../platform/runner.ts';
import type { Caller, UseCase } from '../../platform/use-case.ts';

/** One step of an operation that goes outside in between: the use case is run, audited and committed, and its value kept. */
export async function run<C, V>(
  runner: Runner,
  useCase: UseCase<C, V>,
  command: C,
  caller: Caller,
): Promise<Outcome<V, Failure>> {
  const kept: V[] = [];
  const outcome = await runner.run(useCase, command, caller, (value) => {
    kept.push(value);
    return { status: 200 };
  });
  return outcome.ok ? ok(kept[0] as V) : outcome;
}
