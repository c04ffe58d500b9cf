/**
 * Makes the generated faces of the contract: one bundled document, its TypeScript types and the closed list of problem
 * codes. `--check` writes nothing and fails on a difference, so that a hand-edited or stale face cannot be committed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

type ProblemCode = { status: number; retryable: boolean; title: string };
type Operation = {
  operationId: string;
  security?: Record<string, unknown>[];
  responses: Record<string, unknown>;
  'x-authz'?: { action: string; reach: string };
  'x-problems'?: string[];
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { enum?: string[] }> };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = join(root, 'openapi/generated');
const banner = 'Generated from openapi/ by `npm run generate`. Do not edit.';
const methods = new Set(['get', 'put', 'post', 'patch', 'delete']);

/** Problems every operation may answer, by what it asks of the caller. */
const always = [
  'invalid-request',
  'origin-not-allowed',
  'headers-too-large',
  'not-found',
  'internal-error',
  'service-unavailable',
];
const bearer = [
  'unauthenticated',
  'token-expired',
  'session-ended',
  'session-locked',
  'forbidden',
  'client-not-allowed',
  'origin-not-allowed',
];
/** A record that lives on in another one says so to its members, whatever they ask. */
const record = ['record-merged'];
const withBody = ['payload-too-large', 'unsupported-media-type'];

function bundle(): Document {
  const folder = mkdtempSync(join(tmpdir(), 'spico-contract-'));
  try {
    const out = join(folder, 'openapi.json');
    const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    execFileSync(process.execPath, [redocly, 'bundle', 'openapi/spico.yaml', '-o', out], { cwd: root, stdio: 'pipe' });
    return JSON.parse(readFileSync(out, 'utf8')) as Document;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the responses that `x-problems` names, one per status, so that no operation can forget a problem it declares. */
function addProblemResponses(document: Document, codes: Record<string, ProblemCode>): void {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!methods.has(method)) continue;
      const where = `${method.toUpperCase()} ${path}`;
      if (!operation['x-authz']?.action) throw new Error(`${where} states no x-authz`);
      if (!operation['x-problems']) throw new Error(`${where} states no x-problems`);
      const own = operation['x-problems'];
      const names = new Set([
        ...own,
        ...always,
        ...(operation.security?.some((s) => 'bearer' in s) ? [...bearer, 'invalid-request'] : []),
        ...(operation['x-authz'].reach === 'record' ? record : []),
        ...('requestBody' in operation ? withBody : []),
      ]);
      operation['x-problems'] = [...names].sort();
      const byStatus = new Map<number, string[]>();
      for (const name of operation['x-problems']) {
        const code = codes[name];
        if (!code) throw new Error(`${where} names the unknown problem "${name}"`);
        byStatus.set(code.status, [...(byStatus.get(code.status) ?? []), name]);
      }
      for (const [status, list] of byStatus)
        operation.responses[status] = {
          description: list.map((name) => `\`${name}\``).join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
    }
  }
}

async function faces(): Promise<Record<string, string>> {
  const codes = parse(readFileSync(join(root, 'openapi/problem-codes.yaml'), 'utf8')) as Record<string, ProblemCode>;
  const document = bundle();
  addProblemResponses(document, codes);
  const problemCode = document.components.schemas['ProblemCode'];
  if (!problemCode) throw new Error('the contract lost its ProblemCode schema');
  problemCode.enum = Object.keys(codes);
  const json = JSON.stringify({ 'x-generated': banner, ...document }, null, 1);
  const types = astToString(
    await openapiTS(structuredClone(document) as never, {
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
      alphabetize: true,
    }),
  );
  return {
    'openapi.json': `${json}\n`,
    'schema.d.ts': `// ${banner}\n${types}`,
    'problem-codes.ts': `// ${banner}\nexport const problemCodes = ${JSON.stringify(codes, null, 2)} as const;\n\n/** A stable failure code of the contract. */\nexport type ProblemCode = keyof typeof problemCodes;\n`,
  };
}

const check = process.argv.includes('--check');
let stale = false;
for (const [name, text] of Object.entries(await faces())) {
  const file = join(generated, name);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    stale = true;
    console.error(`openapi/generated/${name} is not what the contract says; run \`npm run generate\``);
  }
}
if (stale) process.exitCode = 1;
