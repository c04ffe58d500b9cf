import { readFileSync } from 'node:fs';

/** What the contract says of one operation, as far as the walk needs it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly security: 'none' | 'session' | 'client' | 'bearer';
  readonly authz: Authz;
  readonly problems: readonly string[];
  readonly statuses: readonly number[];
}

/** `x-authz`, word for word. */
export interface Authz {
  readonly action: string;
  readonly reach: 'public' | 'session' | 'person' | 'record';
  readonly section?: string;
  readonly verb?: 'read' | 'write';
  readonly alsoNeeds?: readonly { readonly section: string; readonly verb: 'read' | 'write' }[];
  /** `never`: not under break-glass although it reads; `only`: with a live break-glass and nothing else. */
  readonly emergency?: 'never' | 'only';
  readonly clientScope?: string;
}

/** An operation as it stands in the document. */
interface Written {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly responses: object;
  readonly 'x-authz': Authz;
  readonly 'x-problems': readonly string[];
}

const document = new URL('../../openapi/generated/openapi.json', import.meta.url);

/** Every operation of the generated contract, read here and not through the server's own reader. */
export function readOperations(): Operation[] {
  const { paths } = JSON.parse(readFileSync(document, 'utf8')) as { paths: Record<string, Record<string, Written>> };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, written]) => ({
        id: written.operationId,
        method: method.toUpperCase(),
        path,
        security: (Object.keys(written.security[0] ?? { none: [] })[0] ?? 'none') as Operation['security'],
        authz: written['x-authz'],
        problems: written['x-problems'],
        statuses: Object.keys(written.responses).map(Number),
      })),
  );
}
