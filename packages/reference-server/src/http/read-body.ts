import { type FieldFailure, FailureError } from '../platform/failure.ts';
import type { ContractOperation } from './contract.ts';
import { hasForbiddenCharacter, parseStrictJson } from './strict-json.ts';
import type { createChecks } from './validate.ts';

/** The exact content types we take; a parameter other than `charset=utf-8` is another type. */
function typeOf(header: string | undefined): string | undefined {
  return /^([a-z]+\/[a-z0-9.+-]+)(?:; ?charset=utf-8)?$/i.exec(header ?? '')?.[1]?.toLowerCase();
}

/**
 * Reads the body as the operation declares it.
 * @throws {FailureError} `unsupported-media-type`, `invalid-json`
 */
export function readBody(
  operation: ContractOperation,
  header: string | undefined,
  bytes: Uint8Array | undefined,
  check: ReturnType<typeof createChecks>,
): { value: unknown; faults: FieldFailure[] } {
  const empty = bytes === undefined || bytes.length === 0;
  if (!operation.body) {
    return { value: undefined, faults: empty ? [] : [{ pointer: '', code: 'unexpected-body' }] };
  }
  if (empty && header === undefined) {
    return { value: undefined, faults: operation.body.required ? [{ pointer: '', code: 'required' }] : [] };
  }
  const type = typeOf(header);
  const media = type === undefined ? undefined : operation.body.content[type];
  if (!media) throw new FailureError({ code: 'unsupported-media-type' });
  const given = bytes ?? new Uint8Array();
  if (type === 'application/json') {
    const parsed = parseStrictJson(given);
    if (!parsed.ok) throw new FailureError({ code: 'invalid-json', fields: [parsed.fault] });
    return { value: parsed.value, faults: media.schema ? check(media.schema)(parsed.value) : [] };
  }
  if (type === 'application/x-www-form-urlencoded') {
    const value = readForm(given);
    return { value, faults: media.schema ? check(media.schema)(value) : [] };
  }
  return { value: given, faults: empty ? [{ pointer: '', code: 'required' }] : [] };
}

function readForm(bytes: Uint8Array): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(Buffer.from(bytes).toString('utf8'))) {
    const twice = Object.hasOwn(values, name) || name === '__proto__';
    if (twice || hasForbiddenCharacter(name + value)) {
      throw new FailureError({
        code: 'invalid-request',
        fields: [{ pointer: `/${name.slice(0, 100)}`, code: twice ? 'sent-twice' : 'character' }],
      });
    }
    values[name] = value;
  }
  return values;
}
