import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FieldFailure } from '../platform/failure.ts';
import { nobodysId, uuidPattern } from '../platform/ids.ts';
import type { ContractDocument, Parameter, Schema } from './contract.ts';
import { hasForbiddenCharacter } from './strict-json.ts';

/** Says what is wrong with a value; an empty list when nothing is. */
export type Check = (value: unknown) => FieldFailure[];

/** Compiles checks of a document's schemas: nothing is coerced, filled in or removed. */
export function createChecks(document: ContractDocument): (schema: Schema) => Check {
  const ajv = new Ajv2020({
    coerceTypes: false,
    useDefaults: false,
    removeAdditional: false,
    allErrors: true,
    allowUnionTypes: true,
    strict: false,
    validateFormats: true,
    logger: false,
  });
  (formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    ajv.addSchema(localReferences(schema), name);
  }
  const compiled = new Map<string, ValidateFunction>();
  return (schema) => {
    const key = JSON.stringify(schema);
    let validate = compiled.get(key);
    if (!validate) {
      validate = ajv.compile(localReferences(schema));
      compiled.set(key, validate);
    }
    const check = validate;
    return (value) => (check(value) ? [] : faults(check.errors ?? []));
  };
}

/** `#/components/schemas/Name/…` → `Name#/…`: the form Ajv and Fastify's serialiser both resolve. */
export function localReferences(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    const match = /^#\/components\/schemas\/([^/]+)(.*)$/.exec(value);
    return match ? `${match[1]}#${match[2]}` : value;
  }) as Schema;
}

const escaped = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');
// Their own message only repeats that something below them failed.
const wrappers = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not']);

function faults(errors: readonly ErrorObject[]): FieldFailure[] {
  const own = errors.filter((one) => !wrappers.has(one.keyword));
  const found = new Map<string, FieldFailure>();
  for (const error of own.length > 0 ? own : errors) {
    const { keyword, instancePath, params } = error;
    const extra: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
    const pointer = typeof extra === 'string' ? `${instancePath}/${escaped(extra)}` : instancePath;
    const code = codeOf(keyword, params);
    const limit: unknown = params['limit'];
    const fault: FieldFailure = {
      pointer: pointer.slice(0, 500),
      code,
      ...(typeof limit === 'number' || typeof limit === 'string' ? { limit } : {}),
    };
    if (found.size < 50) found.set(`${fault.pointer} ${code}`, fault);
  }
  return [...found.values()];
}

function codeOf(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return 'unknown-field';
  if (keyword === 'format') return `format-${String(params['format'])}`;
  return keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A text of the address or a header as the type its schema names; undefined when it is not one. Only here is there coercion. */
function typed(text: string, schema: Schema): unknown {
  const type = schema['type'];
  if (type === 'integer') return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  return text;
}

const isId = (schema: Schema) => schema['$ref'] === '#/components/schemas/Uuid' || schema['format'] === 'uuid';

/** Reads the parameters of one place. An unknown name is refused, a malformed id becomes nobody's. */
export function readParameters(
  place: 'path' | 'query',
  parameters: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
  check: (schema: Schema) => Check,
): { values: Record<string, unknown>; faults: FieldFailure[] } {
  const values: Record<string, unknown> = {};
  const found: FieldFailure[] = [];
  const say = (name: string, code: string) => found.push({ pointer: `?${name}`, code });
  const own = parameters.filter((one) => one.in === place);
  for (const name of Object.keys(given)) {
    if (!own.some((one) => one.name === name)) say(name.slice(0, 100), 'unknown-parameter');
  }
  for (const { name, required, schema } of own) {
    const raw = given[name];
    if (raw === undefined) {
      if (required && place === 'query') say(name, 'required');
      continue;
    }
    if (place === 'path' && isId(schema)) {
      values[name] = typeof raw === 'string' && uuidPattern.test(raw) ? raw : nobodysId;
      continue;
    }
    if (typeof raw !== 'string') {
      say(name, 'sent-twice');
      continue;
    }
    const value = hasForbiddenCharacter(raw) ? undefined : typed(raw, schema);
    if (value === undefined) {
      say(name, hasForbiddenCharacter(raw) ? 'character' : 'type');
      continue;
    }
    for (const fault of check(schema)(value)) say(name, fault.code);
    values[name] = value;
  }
  return { values, faults: found };
}
