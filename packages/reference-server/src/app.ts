import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { ACTIONS } from '@spico/domain/rules/access/action';
import { decide } from '@spico/domain/rules/access/decide';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { bind, onError, sendFailure } from './http/bind.ts';
import { refuseDoubledHeaders } from './http/context.ts';
import { type ContractDocument, readContract } from './http/contract.ts';
import type { Handlers } from './http/handler.ts';
import { problemBody } from './http/problem.ts';
import { crossOrigin, ownNames, secureHeaders, securitySchemes } from './http/security.ts';
import type { Judge } from './platform/access.ts';
import { type Database, statement } from './platform/db.ts';
import { type Ids, uuid7 } from './platform/ids.ts';
import { type JobDefinition, type Jobs, startJobs } from './platform/jobs.ts';
import type { createLog } from './platform/log.ts';
import { registeredOrigins } from './platform/origins.ts';
import { createRunner } from './platform/runner.ts';
import type { Settings } from './platform/settings.ts';

/** What a feature may stand on besides the context of each use case. Connectors and keys come from `settings.services`. */
export interface FeatureDeps {
  readonly settings: Settings;
  readonly database: Database;
  readonly ids: Ids;
}

/** What a feature gives: its handlers, and the work it does after commit. */
export interface Feature {
  handlers(deps: FeatureDeps): Handlers;
  jobs?(deps: FeatureDeps): readonly JobDefinition[];
  /** Once a day, and at start: what is past its time goes. */
  daily?(deps: FeatureDeps): Promise<unknown>;
}

/** Files served as they are. */
export interface StaticFolder {
  /** e.g. `/` or `/widgets/` */
  readonly prefix: string;
  readonly directory: string;
  /** Answered for unknown addresses below the prefix (a single-page application). */
  readonly fallback?: string;
  /** Any page may load these (the widgets' bundle); they hold no data. */
  readonly forAnyOrigin?: boolean;
}

/** What the server is made of. */
export interface AppDeps {
  readonly settings: Settings;
  /** Open and migrated. */
  readonly database: Database;
  readonly features: readonly Feature[];
  readonly log: ReturnType<typeof createLog>;
  readonly staticFolders?: readonly StaticFolder[];
  readonly ids?: Ids;
  /** Tests: every answer is held against the contract. */
  readonly checkResponses?: boolean;
  /** False: jobs are accepted and left for another process. */
  readonly runJobs?: boolean;
  /** For the platform's own tests only; the product's contract, rules and catalogue otherwise. */
  readonly document?: ContractDocument;
  readonly judge?: Judge;
  readonly actions?: Readonly<Record<string, { readonly reach: string }>>;
}

/** The server, ready to listen or to be injected into; `app.jobs` and `app.database` are there for tests. */
export type App = FastifyInstance & { readonly jobs: Jobs };

/**
 * Builds the whole server. Refuses when contract, handlers, rules and security do not fit together.
 * @throws {ContractMismatch}
 */
export async function build(deps: AppDeps): Promise<App> {
  const { settings, database, log, features } = deps;
  const ids = deps.ids ?? uuid7;
  const document = deps.document ?? readContract();
  const https = settings.publicOrigin.startsWith('https:');
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxy ?? false,
    requestTimeout: 30_000,
    connectionTimeout: 35_000,
    keepAliveTimeout: 72_000,
    maxRequestsPerSocket: 10_000,
    bodyLimit: 262_144,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => {
      onError(error, request, reply);
    },
    clientErrorHandler(error, socket) {
      if (!socket.writable) return;
      const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'invalid-request';
      const problem = problemBody({ code }, randomUUID());
      const body = JSON.stringify(problem);
      const head = [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
        'content-type: application/problem+json',
        `content-length: ${Buffer.byteLength(body)}`,
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        'connection: close',
      ];
      socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const origins = {
    own: settings.publicOrigin,
    alsoOwn: ownNames(settings),
    isRegistered: registeredOrigins(database),
  };
  // By the route that was found: `/%61pi/v1/…` leads there too.
  const isApi = ({ url, routeOptions }: FastifyRequest) =>
    url.startsWith('/api/v1') || routeOptions.url?.startsWith('/api/v1') === true;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    refuseDoubledHeaders(request);
    if (isApi(request) && (await crossOrigin(request, reply, origins))) return reply;
    return undefined;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const html = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    if (isApi(request) || html) secureHeaders(reply, html ? 'page' : 'data', https);
    else reply.header('x-content-type-options', 'nosniff');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        operation: request.routeOptions.config.operationId,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    );
  });
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => sendFailure(request, reply, { code: 'not-found' }));

  const featureDeps: FeatureDeps = { settings, database, ids };
  const jobs = await startJobs(
    database,
    features.flatMap((one) => one.jobs?.(featureDeps) ?? []),
    log,
    deps.runJobs ?? true,
  );
  app.decorate('jobs', jobs);
  app.addHook('onClose', () => jobs.stop());

  await serveContract(app, document);
  await serveFolders(app, deps.staticFolders ?? []);
  app.get('/health', { config: { operationId: 'health' } }, async () => {
    await database.transaction((tx) => statement(tx, 'select 1'));
    return { status: 'ready' };
  });
  app.options('/api/v1/*', async (request, reply) => sendFailure(request, reply, { code: 'not-found' }));

  bind(app, {
    document,
    handlers: joinHandlers(features.map((one) => one.handlers(featureDeps))),
    runner: createRunner({ database, judge: deps.judge ?? decide, jobs, ids }),
    schemes: securitySchemes(origins),
    actions: deps.actions ?? ACTIONS,
    checkResponses: deps.checkResponses ?? false,
  });
  await app.ready();
  return app as unknown as App;
}

function joinHandlers(all: readonly Handlers[]): Handlers {
  const joined: Record<string, unknown> = {};
  for (const handlers of all) {
    for (const [id, handler] of Object.entries(handlers)) {
      if (Object.hasOwn(joined, id)) throw new Error(`Two features handle ${id}.`);
      joined[id] = handler;
    }
  }
  return joined as Handlers;
}

const documentationPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'";

/** The contract and its page at /api-docs; everything it loads comes from here. */
async function serveContract(app: FastifyInstance, document: ContractDocument): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document: structuredClone(document) as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api-docs',
    // The plug-in's own policy would let the page ask a public validator and load foreign fonts and styles.
    staticCSP: documentationPolicy,
    uiConfig: { validatorUrl: null, docExpansion: 'list', persistAuthorization: false },
  });
}

async function serveFolders(app: FastifyInstance, folders: readonly StaticFolder[]): Promise<void> {
  let first = true;
  for (const { prefix, directory, fallback, forAnyOrigin } of folders) {
    if (!existsSync(directory)) continue;
    await app.register(async (scope) => {
      await scope.register(fastifyStatic, {
        root: directory,
        prefix,
        decorateReply: first || fallback !== undefined,
        wildcard: false,
        index: 'index.html',
        cacheControl: false,
        setHeaders: (response) => {
          response.header('cache-control', 'no-cache');
          if (forAnyOrigin) {
            response.header('access-control-allow-origin', '*');
            response.header('cross-origin-resource-policy', 'cross-origin');
          }
        },
      });
      if (fallback !== undefined) {
        scope.get(`${prefix}*`, (request, reply) => {
          if (request.url.startsWith('/api')) return sendFailure(request, reply, { code: 'not-found' });
          return reply.sendFile(fallback);
        });
      }
    });
    first = false;
  }
}
