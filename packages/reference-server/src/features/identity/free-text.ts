import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { FieldFailure } from '../../platform/failure.ts';

/** A sentence somebody will read: no control characters, no direction overrides, not only spaces or invisible signs. */
export function checkFreeText(typed: string, pointer: string): Outcome<string, FieldFailure> {
  const text = typed.trim();
  if (/[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/[\n\t]/g, ' '))) {
    return fail({ pointer, code: 'text-control-character' });
  }
  if (text.replace(/[\p{Cf}\p{Z}\u2800\u3164]/gu, '') === '') return fail({ pointer, code: 'required' });
  return ok(text);
}
