import { createRequire } from 'node:module';
import openapi from '@spico/contract/openapi.json' with { type: 'json' };
import { createSpicoClient, SpicoError } from '@spico/sdk';
import {
  charlesDArtagnan,
  createScenario,
  handlers,
  type HandlersOptions,
  jeanneLacombe,
  mockFetch,
  operationIds,
  pierreLacombe,
  routes,
  type State,
  typedTraits,
} from '@spico/sdk/testing';
import { expect, test } from 'vitest';

interface Validator {
  (value: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}
interface Checker {
  addSchema(schema: object, key: string): void;
  compile(schema: object): Validator;
}
// Ajv 2020 belongs to the server package; at the root lives an older one.
const require = createRequire(new URL('../../packages/reference-server/package.json', import.meta.url));
const { Ajv2020 } = require('ajv/dist/2020.js') as { Ajv2020: new (options: object) => Checker };
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(openapi, 'contract');

/** What the contract holds against a body, in words. */
function faults(pointer: string, body: unknown): string[] {
  const validate = ajv.compile({ $ref: `contract#${pointer}` });
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const escape = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');

/** A client on the handlers, which writes down every body that the contract would refuse, either way. */
function watched(options: HandlersOptions) {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const reach = mockFetch(handlers(options));
  const check = (where: string, pointer: string, text: string) => {
    for (const fault of faults(pointer, JSON.parse(text))) wrong.push(`${where}: ${fault}`);
  };
  const client = createSpicoClient({
    baseUrl: 'https://spico.example/api/v1',
    retries: 0,
    getToken: () => 'token',
    fetch: async (request) => {
      const path = new URL(request.url).pathname.replace('/api/v1', '');
      const operation = operationIds.find((id) => {
        const [method, template] = routes[id];
        const shape = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
        return method === request.method.toLowerCase() && shape.test(path);
      });
      if (!operation) throw new Error(`no operation for ${request.method} ${path}`);
      seen.add(operation);
      const [method, template] = routes[operation];
      const at = `/paths/${escape(template)}/${method}`;
      const sent = await request.clone().text();
      if (request.headers.get('content-type') === 'application/json') {
        check(`${operation} request`, `${at}/requestBody/content/application~1json/schema`, sent);
      }
      const response = await reach(request);
      const type = response.headers.get('content-type') ?? '';
      if (type.endsWith('json')) {
        const pointer = `${at}/responses/${response.status}/content/${escape(type)}/schema`;
        check(`${operation} ${response.status}`, pointer, await response.clone().text());
      }
      return response;
    },
  });
  return { client, wrong, seen };
}

/** Everything a reader may do, one after the other; a refusal ends only its own step. */
async function theWholeWay(options: HandlersOptions) {
  const { client, wrong, seen } = watched(options);
  const step = async <T>(call: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await call();
    } catch (error) {
      if (SpicoError.is(error)) return undefined;
      throw error;
    }
  };
  const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' } as const;
  const document = { type: 'CN' };
  const uuid = '05000000-0000-4000-8000-000000000001';
  const traits = typedTraits(charlesDArtagnan);
  const pierre = typedTraits(pierreLacombe);

  await step(() => client.session.getOptions());
  await step(() => client.session.get());
  await step(() => client.session.sendOneTimeCode({ email: 'claire.martin@demo.spico.example' }));
  await step(() => client.session.verifyOneTimeCode({ challengeId: uuid, code: '123456' }));
  await step(() => client.session.chooseAccount({ accountId: uuid }));
  await step(() => client.session.createToken());
  await step(() => client.session.lock());
  await step(() => client.session.signOut());
  await step(() => client.sandbox.createToken({ professional: 'dr-martin' }));
  await step(() => client.me.get());
  const exchange = { subjectToken: 'psc', origin: 'https://cabinet-plus.example' };
  await step(() => client.tokenExchange.exchange({ clientId: 'cabinet-plus', clientSecret: 'secret' }, exchange));
  await step(() => client.reference.lists());
  await step(() => client.reference.searchBirthPlaces({ text: 'alb' }));
  await step(() => client.reference.downloadConsentNotice());

  const nobody = await step(() => client.patientSearch.search({ traits, identityDocument: document }));
  const ins = await step(() => client.ins.query({ searchId: nobody?.searchId ?? uuid, traits }));
  const copy = await step(() => client.identity.uploadDocumentCopy(new Blob(['photo'])));
  const created = await step(() =>
    client.records.create({
      searchId: nobody?.searchId ?? uuid,
      traits,
      consent,
      identityDocument: { ...document, ...(copy ? { copyId: copy.copyId } : {}) },
      ...(ins?.insQueryId ? { insDecision: { insQueryId: ins.insQueryId, decision: 'accept' as const } } : {}),
    }),
  );
  const id = created?.id ?? jeanneLacombe.recordId;
  await step(() => client.records.create({ searchId: nobody?.searchId ?? uuid, traits, consent }));
  await step(() => client.records.list().page());
  const opened = await step(() => client.records.open(id));
  let version = opened?.identity.version ?? 1;
  const changed = async (call: () => Promise<{ version: number }>) => {
    version = (await step(call))?.version ?? version;
  };
  await step(() =>
    client.records.updateAdministrative(id, { mobile: '0639980010' }, { version: opened?.version ?? 1 }),
  );
  await step(() => client.records.changeConsent(id, consent, { version: (opened?.version ?? 1) + 1 }));
  await step(() => client.records.launchDmp(id));
  await changed(() => client.identity.correct(id, { traits }, { version }));
  await changed(() => client.identity.setFlags(id, { flags: ['homonym'], reason: 'Another one' }, { version }));
  await changed(() => client.identity.checkDocument(id, document, { version }));
  const again = await step(() => client.identity.queryIns(id));
  await changed(() =>
    client.identity.decideIns(id, { insQueryId: again?.insQueryId ?? uuid, decision: 'accept' }, { version }),
  );
  await step(() => client.identity.history(id));
  await step(() => client.identity.readDocumentCopy(id, copy?.copyId ?? uuid));

  const known = await step(() => client.patientSearch.search({ traits: pierre, identityDocument: document }));
  const searchId = known?.searchId ?? uuid;
  const candidateId = known?.candidates[0]?.candidateId ?? uuid;
  const reason = { reasonCode: 'urgent-care', reasonText: 'Fall at home, treatment unknown.' };
  await step(() => client.patientSearch.requestMembership(searchId, candidateId));
  const granted = await step(() => client.patientSearch.breakGlass(searchId, candidateId, reason));
  await step(() => client.patientSearch.selfEnrol(searchId, candidateId, { consent }));
  const entered = granted?.recordId ?? id;
  await step(() => client.careCircle.list(entered));
  await step(() => client.audit.journal(entered).page());
  await step(() => client.access.endBreakGlass(entered));
  return { wrong, seen };
}

const states: State[] = ['ready', 'empty', 'error', 'forbidden', 'session-expired', 'conflict', 'long-names'];

test.each(states)(
  '[F-220] %s: every operation has its method, and not one body is refused by the contract',
  async (state) => {
    const { wrong, seen } = await theWholeWay({ state });
    expect(wrong).toEqual([]);
    const viaBrowser = ['startProSanteConnect', 'finishProSanteConnect'];
    expect(operationIds.filter((operation) => !seen.has(operation))).toEqual(viaBrowser);
  },
);

test('[F-220] a body that the contract refuses is seen', async () => {
  const scenario = createScenario();
  const record = scenario.store.records.get(jeanneLacombe.recordId);
  Object.assign(record?.identity ?? {}, { status: 'nearly-qualified' });
  expect((await theWholeWay({ scenario })).wrong).toContainEqual(expect.stringContaining('listRecords 200: /items/'));
});
