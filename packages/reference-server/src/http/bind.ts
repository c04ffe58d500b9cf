import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldFailure, type Failure, FailureError } from '../platform/failure.ts';
import type { Answer } from '../platform/answer.ts';
import type { Runner } from '../platform/runner.ts';
import { callerOf } from './context.ts';
import { type ContractDocument, type ContractOperation, operationsOf } from './contract.ts';
import type { Call, Handler, Handlers } from './handler.ts';
import { failureOf, isProblemCode, problemBody } from './problem.ts';
import { readBody } from './read-body.ts';
import { cookiesOf, type Shown } from './security.ts';
import { createChecks, localReferences, readParameters } from './validate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the operation in the contract. */
    operationId?: string;
  }
}

/** The contract and the handlers do not fit: the server does not start, and this says everything that is missing. */
export class ContractMismatch extends Error {
  override readonly name = 'ContractMismatch';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The contract and the server do not fit:\n${faults.map((one) => `- ${one}`).join('\n')}`);
    this.faults = faults;
  }
}

/** What binding stands on. */
export interface BindDeps {
  readonly document: ContractDocument;
  readonly handlers: Handlers;
  readonly runner: Runner;
  readonly schemes: Readonly<Record<string, (request: FastifyRequest) => Shown>>;
  /** The catalogue of actions the judge knows, with the reach of each. */
  readonly actions: Readonly<Record<string, { readonly reach: string }>>;
  /** Tests: every answer must be what the contract says, else it fails loudly. */
  readonly checkResponses: boolean;
}

/** Everything that does not fit, before anything is served. */
export function mismatches({
  document,
  handlers,
  schemes,
  actions,
}: Omit<BindDeps, 'runner' | 'checkResponses'>): string[] {
  const operations = operationsOf(document);
  const handled = handlers as Readonly<Record<string, Handler | undefined>>;
  const faults = Object.keys(handlers)
    .filter((id) => !operations.some((one) => one.id === id))
    .map((id) => `handler ${id} has no operation in the contract`);
  for (const { id, authorisation, security, problems, responses } of operations) {
    for (const scheme of security)
      if (!schemes[scheme]) faults.push(`${id}: nothing verifies security scheme ${scheme}`);
    for (const code of problems)
      if (!isProblemCode(code)) faults.push(`${id}: ${code} is not in the list of problem codes`);
    if (Object.keys(responses).length === 0) faults.push(`${id}: no response is declared`);
    const handler = handled[id];
    if (!handler) faults.push(`${id}: no handler`);
    if (!authorisation?.action || !authorisation.reach) {
      faults.push(`${id}: x-authz does not say action and reach`);
      continue;
    }
    const { action, reach } = authorisation;
    if (reach === 'person' || reach === 'record') {
      for (const key of ['section', 'verb', 'clientScope'] as const) {
        if (!authorisation[key] && !(key !== 'clientScope' && reach === 'person'))
          faults.push(`${id}: x-authz lacks ${key}`);
      }
      if (!security.includes('bearer')) faults.push(`${id}: reach ${reach} needs security bearer`);
      if (!actions[action]) faults.push(`${id}: no rule knows the action ${action}`);
      else if (actions[action].reach !== reach)
        faults.push(`${id}: the rules say ${action} reaches ${actions[action].reach}`);
    }
    if (!handler) continue;
    if (handler.useCase.action !== action)
      faults.push(`${id}: its use case is ${handler.useCase.action}, not ${action}`);
    const wanted =
      reach === 'person' || reach === 'record' ? 'judged' : security.includes('session') ? 'session' : 'public';
    if (handler.useCase.reach !== wanted) faults.push(`${id}: its use case is ${handler.useCase.reach}, not ${wanted}`);
  }
  return faults;
}

/** Gives every operation its route. @throws {ContractMismatch} */
export function bind(app: FastifyInstance, deps: BindDeps): void {
  const faults = mismatches(deps);
  if (faults.length > 0) throw new ContractMismatch(faults);
  for (const [name, schema] of Object.entries(deps.document.components?.schemas ?? {})) {
    app.addSchema({ $id: name, ...localReferences(schema) });
  }
  const check = createChecks(deps.document);
  for (const operation of operationsOf(deps.document)) {
    const handler = (deps.handlers as Readonly<Record<string, Handler>>)[operation.id];
    if (handler) bindOne(app, deps, operation, handler, check);
  }
}

function bindOne(
  app: FastifyInstance,
  { runner, schemes, checkResponses }: BindDeps,
  operation: ContractOperation,
  handler: Handler,
  check: ReturnType<typeof createChecks>,
): void {
  const takes = {
    idempotencyKey: operation.parameters.some(
      (one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key',
    ),
    ifMatch: operation.parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'if-match'),
  };
  const keyRequired = operation.parameters.some((one) => one.name.toLowerCase() === 'idempotency-key' && one.required);
  const shownBy = (request: FastifyRequest): Shown => {
    const [scheme] = operation.security;
    const verify = scheme === undefined ? undefined : schemes[scheme];
    return verify ? verify(request) : { credential: { kind: 'none' } };
  };

  const guard = async (request: FastifyRequest) => {
    // Who cannot even show a credential learns nothing about the shape of the request.
    shownBy(request);
  };
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const { credential, client } = shownBy(request);
    const bytes = request.body as Uint8Array | undefined;
    const path = readParameters('path', operation.parameters, request.params as Record<string, unknown>, check);
    const query = readParameters('query', operation.parameters, request.query as Record<string, unknown>, check);
    refusePackedBody(operation, request);
    const body = readBody(operation, request.headers['content-type'], bytes, check);
    const wrong: FieldFailure[] = [...query.faults, ...path.faults, ...body.faults];
    if (keyRequired && request.headers['idempotency-key'] === undefined) {
      wrong.push({ pointer: '#Idempotency-Key', code: 'required' });
    }
    if (wrong.length > 0) throw new FailureError({ code: 'invalid-request', fields: wrong });
    const caller = callerOf(request, credential, takes, bytes);
    const call = {
      params: path.values,
      query: query.values,
      body: body.value,
      caller,
      client,
      cookies: cookiesOf(request),
    } as unknown as Call;

    const outcome = handler.run
      ? await handler.run(runner, call)
      : await runner.run(handler.useCase, handler.command(call), caller, (value) =>
          handler.answer(value as never, call),
        );
    if (!outcome.ok) return sendFailure(request, reply, outcome.failure, handler.problem?.(outcome.failure, call));
    return sendAnswer(reply, outcome.value);
  };

  app.route({
    method: operation.method,
    url: `/api/v1${operation.path.replaceAll(/\{([^}]+)\}/g, ':$1')}`,
    exposeHeadRoute: false,
    bodyLimit: operation.maxBytes ?? (operation.body?.content['application/octet-stream'] ? 10_485_760 : 262_144),
    config: { operationId: operation.id },
    schema: { response: serialised(operation) },
    onRequest: guard,
    handler: handle,
    ...(checkResponses ? { preSerialization: checkAgainst(operation, check) } : {}),
  });
}

/** Bytes packed by the sender are not the bytes the contract describes. */
function refusePackedBody({ body }: ContractOperation, { headers }: FastifyRequest): void {
  const packed = headers['content-encoding'];
  if (body && packed !== undefined && packed !== 'identity') throw new FailureError({ code: 'unsupported-media-type' });
}

function serialised(operation: ContractOperation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.responses).flatMap(([status, content]) => {
      const json = Object.entries(content).filter(([type, media]) => /[/+]json$/.test(type) && media.schema);
      if (json.length === 0) return [];
      return [
        [
          status,
          {
            content: Object.fromEntries(
              json.map(([type, media]) => [type, { schema: localReferences(media.schema ?? {}) }]),
            ),
          },
        ],
      ];
    }),
  );
}

/** In tests: an undeclared status, code or field is a defect of ours, and is not sent. */
function checkAgainst(operation: ContractOperation, check: ReturnType<typeof createChecks>) {
  return async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const status = String(reply.statusCode);
    const media = operation.responses[status];
    const loud = (what: string) => new Error(`${operation.id} answered what the contract does not say: ${what}`);
    if (!media) throw loud(`status ${status} ${JSON.stringify(payload)}`);
    const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? '';
    const schema = media[type]?.schema;
    if (!schema) throw loud(`type ${type} with ${status}`);
    const wrong = check(schema)(payload);
    if (wrong.length > 0) throw loud(wrong.map((one) => `${one.pointer} ${one.code}`).join(', '));
    const code = (payload as { code?: unknown }).code;
    if (reply.statusCode >= 400 && !operation.problems.includes(String(code))) throw loud(`problem ${String(code)}`);
    return payload;
  };
}

function sendAnswer(reply: FastifyReply, { status, headers, body, contentType }: Answer) {
  for (const [name, value] of Object.entries(headers ?? {})) reply.header(name, value);
  reply.code(status);
  if (body === undefined) return reply.send();
  if (body instanceof Uint8Array) return reply.type(contentType ?? 'application/octet-stream').send(Buffer.from(body));
  return reply.type('application/json').send(body);
}

/** Sends a problem; the one way a failure leaves the server. */
export function sendFailure(request: FastifyRequest, reply: FastifyReply, failure: Failure, extra: object = {}) {
  const body = problemBody(failure, request.id);
  if (body.retryAfterSeconds !== undefined) reply.header('retry-after', String(body.retryAfterSeconds));
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(body.status)
    .type('application/problem+json')
    .send({ ...body, ...extra });
}

/** Last resort for what was thrown. */
export function onError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const failure = failureOf(error);
  if (failure.code === 'internal-error' || failure.code === 'service-unavailable') {
    request.log.error({ err: error, requestId: request.id, code: failure.code }, 'request failed');
  }
  return sendFailure(request, reply, failure);
}
