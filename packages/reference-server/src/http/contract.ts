import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A JSON Schema, as far as the binder looks at it. */
export type Schema = { readonly [keyword: string]: unknown };

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What the contract says one operation may be used for. */
export interface Authorisation {
  readonly action: string;
  readonly reach: 'public' | 'session' | 'person' | 'record';
  readonly section?: string;
  readonly verb?: string;
  readonly clientScope?: string;
}

/** One operation, with the parameters of its path joined in. */
export interface ContractOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly authorisation: Authorisation | undefined;
  readonly security: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly required: boolean; readonly content: Readonly<Record<string, { schema?: Schema }>> }
    | undefined;
  readonly maxBytes: number | undefined;
  readonly responses: Readonly<Record<string, Readonly<Record<string, { schema?: Schema }>>>>;
  readonly problems: readonly string[];
}

/** The bundled OpenAPI document. */
export interface ContractDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { url: string }[];
  readonly security?: readonly Record<string, unknown>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>>; readonly securitySchemes?: object };
}

/** The contract as it was generated. */
export function readContract(): ContractDocument {
  const text = readFileSync(fileURLToPath(import.meta.resolve('@spico/contract/openapi.json')), 'utf8');
  return JSON.parse(text) as ContractDocument;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

interface RawOperation {
  readonly operationId?: string;
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Record<string, { schema?: Schema }> };
  readonly responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  readonly 'x-authz'?: Authorisation;
  readonly 'x-problems'?: readonly string[];
  readonly 'x-max-bytes'?: number;
}

/** Every operation of a document. */
export function operationsOf(document: ContractDocument): ContractOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method] as RawOperation | undefined;
      if (!raw) return [];
      const shared = (item['parameters'] as readonly Parameter[] | undefined) ?? [];
      const own = raw.parameters ?? [];
      const security = raw.security ?? document.security ?? [];
      return [
        {
          id: raw.operationId ?? `${method} ${path}`,
          method: method.toUpperCase(),
          path,
          authorisation: raw['x-authz'],
          security: security.flatMap((one) => Object.keys(one)),
          parameters: [
            ...shared.filter((one) => !own.some((other) => other.name === one.name && other.in === one.in)),
            ...own,
          ],
          body: raw.requestBody && { required: raw.requestBody.required ?? false, content: raw.requestBody.content },
          maxBytes: raw['x-max-bytes'],
          responses: Object.fromEntries(
            Object.entries(raw.responses ?? {}).map(([status, one]) => [status, one.content ?? {}]),
          ),
          problems: raw['x-problems'] ?? [],
        },
      ];
    }),
  );
}
