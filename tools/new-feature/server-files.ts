import type { Names } from './names.ts';

/** Contract, migration and server folder of a feature: path → text. */
export function serverFiles(names: Names, migration: string): Record<string, string> {
  const { kebab, camel, pascal, snake, words, section } = names;
  const folder = `packages/reference-server/src/features/${kebab}`;
  return {
    [`openapi/paths/${kebab}.yaml`]: `${kebab}:
  parameters: [{ name: recordId, in: path, required: true, schema: { $ref: '../schemas/common/common.yaml#/Uuid' } }]
  get:
    operationId: list${pascal}
    tags: [${kebab}]
    summary: The ${words} of a record, newest first
    security: [{ bearer: [] }]
    x-authz: { action: ${kebab}.read, reach: record, section: ${section}, verb: read, clientScope: records.read }
    x-problems: [record-not-found, break-glass-ended, record-merged]
    responses: { '200': { description: Newest first, content: { application/json: { schema: { $ref: '../schemas/${kebab}/${kebab}.yaml#/${pascal}' } } } } }
  post:
    operationId: addTo${pascal}
    tags: [${kebab}]
    summary: Add an entry to the ${words}
    security: [{ bearer: [] }]
    x-authz: { action: ${kebab}.add, reach: record, section: ${section}, verb: write, clientScope: records.write }
    x-problems: [invalid-request, invalid-json, record-not-found, break-glass-ended, record-merged, idempotency-in-flight, idempotency-key-reused]
    parameters: [{ name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' }, description: One key per intent; kept when retrying. }]
    requestBody: { required: true, content: { application/json: { schema: { $ref: '../schemas/${kebab}/${kebab}.yaml#/${pascal}Input' } } } }
    responses: { '201': { description: Added, content: { application/json: { schema: { $ref: '../schemas/${kebab}/${kebab}.yaml#/${pascal}Entry' } } } } }
`,
    [`openapi/schemas/${kebab}/${kebab}.yaml`]: `${pascal}Entry:
  type: object
  additionalProperties: false
  required: [entryId, text, writtenAt]
  properties:
    entryId: { $ref: '../common/common.yaml#/Uuid' }
    text: { type: string }
    writtenAt: { $ref: '../common/common.yaml#/Instant' }
${pascal}:
  type: object
  additionalProperties: false
  required: [items]
  properties: { items: { type: array, items: { $ref: '#/${pascal}Entry' } } }
${pascal}Input:
  type: object
  additionalProperties: false
  required: [text]
  properties: { text: { type: string, minLength: 1, maxLength: 2000 } }
`,
    [`packages/reference-server/migrations/${migration}_${snake}.sql`]: `-- ${names.title} of a record. What was written stays.
create table ${snake}_entry (
  id uuid primary key,
  record_id uuid not null references coordination_record,
  text text not null check (text <> ''),
  written_at timestamptz not null default spico_now(),
  written_by uuid not null references account
);
create index ${snake}_entry_record on ${snake}_entry (record_id, written_at desc);
revoke update, delete on ${snake}_entry from spico_app;
`,
    [`${folder}/index.ts`]: `/** ${names.title} of a record. */
import type { Feature } from '../../app.ts';
import { ${camel}Handlers } from './${kebab}.routes.ts';

export const ${camel}: Feature = { handlers: ${camel}Handlers };
`,
    [`${folder}/${kebab}.routes.ts`]: `import { type Handlers, route } from '../../http/handler.ts';
import { addTo${pascal} } from './add-to-${kebab}.ts';
import { list${pascal} } from './list-${kebab}.query.ts';
import { toEntry } from './${kebab}.mapper.ts';

export function ${camel}Handlers(): Handlers {
  return {
    list${pascal}: route('list${pascal}', {
      useCase: list${pascal},
      command: ({ params }) => params,
      answer: (entries) => ({ status: 200, body: { items: entries.map(toEntry) } }),
    }),
    addTo${pascal}: route('addTo${pascal}', {
      useCase: addTo${pascal},
      command: ({ params, body }) => ({ recordId: params.recordId, text: body.text }),
      answer: (entry) => ({ status: 201, body: toEntry(entry) }),
    }),
  };
}
`,
    [`${folder}/${kebab}.mapper.ts`]: `import type { components } from '@spico/contract/schema';
import type { ${pascal}Entry } from './${kebab}.repository.ts';

/** Domain → wire. */
export function toEntry({ entryId, text, writtenAt }: ${pascal}Entry): components['schemas']['${pascal}Entry'] {
  return { entryId, text, writtenAt: writtenAt.toISOString() };
}
`,
    [`${folder}/${kebab}.repository.ts`]: `import { statement, type Tx } from '../../platform/db.ts';

/** One entry, as it was written. */
export interface ${pascal}Entry {
  readonly entryId: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** Adds an entry; the database's clock says when. */
export async function insertEntry(
  tx: Tx,
  recordId: string,
  entry: Pick<${pascal}Entry, 'entryId' | 'text'>,
  accountId: string,
): Promise<${pascal}Entry> {
  const [written] = await statement<{ writtenAt: Date }>(
    tx,
    \`insert into ${snake}_entry (id, record_id, text, written_by) values ($1, $2, $3, $4)
     returning written_at as "writtenAt"\`,
    [entry.entryId, recordId, entry.text, accountId],
  );
  if (!written) throw new Error('An inserted entry is not there.');
  return { ...entry, ...written };
}
`,
    [`${folder}/list-${kebab}.query.ts`]: `import { ok } from '@spico/domain/values/outcome';
import { statement } from '../../platform/db.ts';
import { useCase } from '../../platform/use-case.ts';
import type { ${pascal}Entry } from './${kebab}.repository.ts';

/** The ${words} of a record, newest first. */
export const list${pascal} = useCase<{ readonly recordId: string }, readonly ${pascal}Entry[]>({
  action: '${kebab}.read',
  sections: ['${section}'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId }, { tx }) {
    return ok(
      await statement<${pascal}Entry>(
        tx,
        \`select id as "entryId", text, written_at as "writtenAt" from ${snake}_entry
         where record_id = $1 order by written_at desc, id desc limit 200\`,
        [recordId],
      ),
    );
  },
});
`,
    [`${folder}/add-to-${kebab}.ts`]: `import { ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { insertEntry, type ${pascal}Entry } from './${kebab}.repository.ts';

/** Adds an entry to the ${words} of a record. */
export const addTo${pascal} = useCase<{ readonly recordId: string; readonly text: string }, ${pascal}Entry>({
  action: '${kebab}.add',
  sections: ['${section}'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, text }, { tx, ids, actor }) {
    return ok(await insertEntry(tx, recordId, { entryId: ids.next(), text }, actor.accountId));
  },
});
`,
    [`${folder}/${kebab}.test.ts`]: `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantRecord, startTestServer, type TestServer } from '../../testing/index.ts';
import { ${camel} } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ features: [${camel}] });
});
afterAll(() => server.close());

const jeanne = {
  birthFamilyName: 'Lacombe',
  firstBirthGivenName: 'Jeanne',
  sex: 'F',
  birthDate: '1938-03-14',
  birthPlace: { kind: 'commune', cog: '81004' },
} as const;

describe('the ${words} of Jeanne', () => {
  it('keep what Claire writes, and show it to no stranger', async () => {
    const claire = await server.signIn({ professionGroup: 'G01', profession: ['TRE_G15', '10'] });
    const stranger = await server.signIn();
    const recordId = await plantRecord(server, { traits: jeanne, members: [[claire, 'creator']] });
    const url = \`/api/v1/records/\${recordId}/${kebab}\`;
    const added = await server.app.inject({
      method: 'POST',
      url,
      headers: { ...claire.headers, 'idempotency-key': 'one-intent' },
      payload: { text: 'Une première ligne' },
    });
    expect(added.statusCode).toBe(201);

    const read = await server.app.inject({ url, headers: claire.headers });
    expect(read.json().items).toMatchObject([{ text: 'Une première ligne' }]);
    expect((await server.app.inject({ url, headers: stranger.headers })).statusCode).toBe(404);
  });
});
`,
  };
}
