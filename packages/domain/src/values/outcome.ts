/**
 * The answer of a function that may not succeed for a reason the caller has to handle.
 * Expected failures are values with a name; exceptions stay for what nobody expected.
 */
export type Outcome<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** A success carrying its value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failure carrying its name or its details. */
export function fail<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
