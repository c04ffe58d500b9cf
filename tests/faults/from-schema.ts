import fc from 'fast-check';

/** A JSON Schema of the contract, as far as requests use it. */
export type Schema = { readonly [keyword: string]: unknown };

type Schemas = Readonly<Record<string, Schema>>;

/** Follows `$ref` into the components. */
function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return name === undefined ? schema : resolve(schemas[name] ?? {}, schemas);
}

const properties = (schema: Schema) => Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
const requires = (schema: Schema) => new Set((schema['required'] ?? []) as string[]);

/**
 * Bodies the schema accepts. `known` offers values that mean something here (ids, codes, dates) beside the arbitrary ones,
 * by the name of the component they stand for.
 */
export function valid(
  schema: Schema,
  schemas: Schemas,
  known: Readonly<Record<string, readonly unknown[]>>,
): fc.Arbitrary<unknown> {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  const offered = name === undefined ? undefined : known[name];
  const plain = ofResolved(resolve(schema, schemas), schemas, known);
  return offered
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...offered) }, { weight: 1, arbitrary: plain })
    : plain;
}

function ofResolved(
  schema: Schema,
  schemas: Schemas,
  known: Readonly<Record<string, readonly unknown[]>>,
): fc.Arbitrary<unknown> {
  const {
    type,
    minLength = 0,
    maxLength = 40,
    minimum = 0,
    maximum = 100,
    minItems = 0,
    maxItems = 5,
  } = schema as {
    [keyword: string]: number;
  } & { type?: unknown };
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (Array.isArray(schema['oneOf'])) {
    return fc.oneof(...(schema['oneOf'] as Schema[]).map((one) => valid(one, schemas, known)));
  }
  switch (type as unknown) {
    case 'object': {
      const required = requires(schema);
      const fields = Object.fromEntries(properties(schema).map(([key, one]) => [key, valid(one, schemas, known)]));
      return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true });
    }
    case 'array': {
      const items = valid(schema['items'] as Schema, schemas, known);
      const size = { minLength: minItems, maxLength: Math.min(maxItems, 6) };
      return schema['uniqueItems'] ? fc.uniqueArray(items, size) : fc.array(items, size);
    }
    case 'string':
      if (typeof schema['pattern'] === 'string') {
        return fc
          .stringMatching(new RegExp(schema['pattern']))
          .filter((text) => [...text].length >= minLength && [...text].length <= (maxLength === 40 ? 5000 : maxLength));
      }
      return fc.oneof(
        fc
          .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 30) })
          .filter(fits(maxLength)),
        fc
          .string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, minLength + 30) })
          .filter(fits(maxLength)),
        fc.constant('a'.repeat(maxLength)),
      );
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`The fuzz does not know ${JSON.stringify(schema)}`);
  }
}

const fits = (most: number) => (text: string) => [...text].length <= most;

/** A body with exactly one rule broken, and which. */
export interface Broken {
  readonly pointer: string;
  readonly rule: string;
  readonly value: unknown;
}

/** Every way to break one rule of the schema in this valid value. */
export function brokenOnce(schema: Schema, schemas: Schemas, value: unknown, pointer = ''): Broken[] {
  const own = resolve(schema, schemas);
  const found: Broken[] = [];
  const put = (rule: string, wrong: unknown) => found.push({ pointer, rule, value: wrong });
  const branches = own['oneOf'] as Schema[] | undefined;
  if (branches) {
    put('no branch', { neither: true });
    return found;
  }
  put('type', own['type'] === 'string' ? 7 : 'text of another type'.slice(own['type'] === 'object' ? 0 : 1));
  put('null', null);
  if (Array.isArray(own['enum'])) put('enum', 'nothing of the list');
  if (typeof value === 'string') {
    const { maxLength, minLength, pattern } = own as { maxLength?: number; minLength?: number; pattern?: string };
    if (maxLength !== undefined) put('too long', 'a'.repeat(maxLength + 1));
    if (minLength !== undefined && minLength > 0) put('too short', '');
    if (pattern !== undefined) put('pattern', '¡ no !');
  }
  if (typeof value === 'number') {
    if (typeof own['minimum'] === 'number') put('too small', own['minimum'] - 1);
    if (typeof own['maximum'] === 'number') put('too large', own['maximum'] + 1);
    put('no integer', 1.5);
  }
  if (Array.isArray(value)) {
    const items = own['items'] as Schema;
    const { maxItems, minItems } = own as { maxItems?: number; minItems?: number };
    if (maxItems !== undefined)
      put(
        'too many',
        Array.from({ length: maxItems + 1 }, (_, index) => `${value[0]}${index}`),
      );
    if (minItems !== undefined && minItems > 0) put('too few', []);
    if (own['uniqueItems'] && value.length > 0) put('twice', [...value.slice(0, 1), ...value.slice(0, 1)]);
    value.forEach((one, index) => {
      for (const inner of brokenOnce(items, schemas, one, `${pointer}/${index}`)) {
        found.push({ ...inner, value: value.map((other, at) => (at === index ? inner.value : other)) });
      }
    });
  } else if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    found.push({ pointer: `${pointer}/surplus`, rule: 'unknown field', value: { ...object, surplus: 1 } });
    for (const key of requires(own)) {
      const { [key]: _left, ...rest } = object;
      found.push({ pointer: `${pointer}/${key}`, rule: 'missing', value: rest });
    }
    for (const [key, one] of properties(own)) {
      if (!Object.hasOwn(object, key)) continue;
      for (const inner of brokenOnce(one, schemas, object[key], `${pointer}/${key}`)) {
        found.push({ ...inner, value: { ...object, [key]: inner.value } });
      }
    }
  }
  return found;
}
