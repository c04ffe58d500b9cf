import { fail, ok } from '@spico/domain/values/outcome';
import type { Feature } from '../app.ts';
import type { ContractDocument } from '../http/contract.ts';
import { etag } from '../http/etag.ts';
import type { Call, Handler, Handlers } from '../http/handler.ts';
import { statement } from '../platform/db.ts';
import { publicUseCase, useCase } from '../platform/use-case.ts';

/*
 * The smallest contract that shows every trait of the platform: a record is created, opened and renamed, and everybody may
 * ask for the hour. Its acts carry names of the real catalogue, so that the real rules judge them.
 */
const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const failures = Object.fromEntries(
  [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 431, 500, 503].map((status) => [status, problem]),
);
const problems = [
  'invalid-request',
  'invalid-json',
  'unauthenticated',
  'token-expired',
  'session-ended',
  'session-locked',
  'origin-not-allowed',
  'client-not-allowed',
  'forbidden',
  'break-glass-ended',
  'record-not-found',
  'not-found',
  'idempotency-in-flight',
  'idempotency-key-reused',
  'version-required',
  'version-stale',
  'payload-too-large',
  'unsupported-media-type',
  'headers-too-large',
  'internal-error',
  'service-unavailable',
  'record-exists',
];
const record = { content: { 'application/json': { schema: { $ref: '#/components/schemas/SampleRecord' } } } };
const uuid = { $ref: '#/components/schemas/Uuid' };
const recordId = { name: 'recordId', in: 'path', required: true, schema: uuid };
const header = (name: string) => ({ name, in: 'header', required: false, schema: { type: 'string' } });
const body = {
  required: true,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/SampleInput' } } },
};

/** The sample contract; a fresh copy each time, so that a test may break it. */
export function sampleDocument(): ContractDocument {
  return structuredClone({
    openapi: '3.1.0',
    info: { title: 'Sample', version: '1' },
    paths: {
      '/records': {
        post: {
          operationId: 'sampleCreate',
          security: [{ bearer: [] }],
          'x-authz': {
            action: 'records.create',
            reach: 'person',
            section: 'S01',
            verb: 'write',
            clientScope: 'records.write',
          },
          'x-problems': problems,
          parameters: [header('Idempotency-Key')],
          requestBody: body,
          responses: { 201: record, ...failures },
        },
      },
      '/records/{recordId}': {
        parameters: [recordId],
        get: {
          operationId: 'sampleOpen',
          security: [{ bearer: [] }],
          'x-authz': {
            action: 'records.open',
            reach: 'record',
            section: 'S01',
            verb: 'read',
            clientScope: 'records.read',
          },
          'x-problems': problems,
          responses: { 200: record, ...failures },
        },
        put: {
          operationId: 'sampleRename',
          security: [{ bearer: [] }],
          'x-authz': {
            action: 'identity.correct-traits',
            reach: 'record',
            section: 'S01',
            verb: 'write',
            clientScope: 'records.write',
          },
          'x-problems': problems,
          parameters: [header('If-Match')],
          requestBody: body,
          responses: { 200: record, ...failures },
        },
      },
      '/hour': {
        get: {
          operationId: 'sampleHour',
          security: [],
          'x-authz': { action: 'account.read-options', reach: 'public' },
          'x-problems': problems,
          parameters: [{ name: 'zone', in: 'query', schema: { type: 'integer', minimum: -12, maximum: 14 } }],
          responses: {
            200: {
              content: { 'application/json': { schema: { type: 'object', properties: { at: { type: 'string' } } } } },
            },
            ...failures,
          },
        },
      },
    },
    components: {
      schemas: {
        Uuid: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' },
        SampleInput: {
          type: 'object',
          additionalProperties: false,
          required: ['label'],
          properties: { label: { type: 'string', minLength: 1, maxLength: 40 }, rank: { type: 'integer', minimum: 1 } },
        },
        SampleRecord: {
          type: 'object',
          additionalProperties: false,
          required: ['recordId', 'label', 'version'],
          properties: { recordId: uuid, label: { type: 'string' }, version: { type: 'integer' } },
        },
        Problem: {
          type: 'object',
          additionalProperties: false,
          required: ['type', 'title', 'status', 'code', 'traceId', 'retryable'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            traceId: { type: 'string' },
            retryable: { type: 'boolean' },
            reason: { type: 'string' },
            retryAfterSeconds: { type: 'integer' },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  pointer: { type: 'string' },
                  code: { type: 'string' },
                  limit: { type: ['number', 'string'] },
                },
              },
            },
          },
        },
      },
    },
  }) as unknown as ContractDocument;
}

interface Sample {
  readonly recordId: string;
  readonly label: string;
  readonly version: number;
}

/** What tests may hook into: to hold a transaction open, or to make it fail. */
export interface SampleHooks {
  beforeAnswer?(label: string): Promise<void>;
}

const wire = ({ recordId: id, label, version }: Sample) => ({ recordId: id, label, version });
const sampleTable =
  'create table if not exists sample_label (record_id uuid primary key references coordination_record, label text not null unique)';

/** Prepares the one table the sample needs; run as the owner. */
export const sampleSchema = `${sampleTable}; grant select, insert, update, delete on sample_label to spico_app`;

/** The feature behind the sample contract. */
export function sampleFeature(hooks: SampleHooks = {}): Feature {
  const create = useCase<{ label: string }, Sample>({
    action: 'records.create',
    access: () => ({}),
    async execute({ label }, { tx, ids, actor, audit }) {
      const id = ids.next();
      await tx.insertInto('coordination_record').values({ id }).execute();
      await tx
        .insertInto('record_membership')
        .values({ id: ids.next(), record_id: id, account_id: actor.accountId, mode: 'creator' })
        .execute();
      audit.on(id).through('creator');
      if (label === 'refuse me') return fail({ code: 'record-exists' });
      await statement(tx, 'insert into sample_label values ($1, $2)', [id, label]);
      await hooks.beforeAnswer?.(label);
      return ok({ recordId: id, label, version: 1 });
    },
  });
  const open = useCase<{ recordId: string }, Sample>({
    action: 'records.open',
    sections: ['S01'],
    access: (command) => ({ record: command.recordId }),
    async execute(command, { tx }) {
      const [row] = await statement<Sample>(
        tx,
        'select r.id as "recordId", l.label, r.version from coordination_record r join sample_label l on l.record_id = r.id where r.id = $1',
        [command.recordId],
      );
      return row ? ok(row) : fail({ code: 'record-not-found' });
    },
  });
  const rename = useCase<{ recordId: string; label: string }, Sample>({
    action: 'identity.correct-traits',
    access: (command) => ({ record: command.recordId }),
    async execute({ recordId: id, label }, { tx, stale }) {
      const [row] = await statement<{ version: number }>(
        tx,
        'select version from coordination_record where id = $1 for update',
        [id],
      );
      const failure = row ? stale(row.version) : { code: 'record-not-found' };
      if (failure || !row) return fail(failure ?? { code: 'record-not-found' });
      const version = row.version + 1;
      await tx.updateTable('coordination_record').set({ version }).where('id', '=', id).execute();
      await statement(tx, 'update sample_label set label = $2 where record_id = $1', [id, label]);
      return ok({ recordId: id, label, version });
    },
  });
  const hour = publicUseCase<null, Date>({
    action: 'account.read-options',
    execute: async (_command, { clock }) => ok(clock.now()),
  });

  const parts = (call: Call) => call as unknown as { params: { recordId: string }; body: { label: string } };
  const handlers = {
    sampleCreate: {
      useCase: create,
      command: (call: Call) => parts(call).body,
      answer: (value: Sample) => ({
        status: 201,
        headers: { location: `/api/v1/records/${value.recordId}` },
        body: wire(value),
      }),
    },
    sampleOpen: {
      useCase: open,
      command: (call: Call) => parts(call).params,
      answer: (value: Sample) => ({ status: 200, headers: { etag: etag(value.version) }, body: wire(value) }),
    },
    sampleRename: {
      useCase: rename,
      command: (call: Call) => ({ ...parts(call).params, ...parts(call).body }),
      answer: (value: Sample) => ({ status: 200, body: wire(value) }),
    },
    sampleHour: {
      useCase: hour,
      command: () => null,
      answer: (value: Date) => ({ status: 200, body: { at: value.toISOString() } }),
    },
  } as unknown as Record<string, Handler>;
  return { handlers: () => handlers as Handlers };
}
