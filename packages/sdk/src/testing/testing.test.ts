import openapi from '@spico/contract/openapi.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { createSpicoClient, SpicoError } from '../index.ts';
import {
  charlesDArtagnan,
  createScenario,
  etienneCabrol,
  handlers,
  type HandlersOptions,
  jeanneLacombe,
  marieMartinRodez,
  mockFetch,
  on,
  pierreLacombe,
  problem,
  routes,
  SEARCH_ID,
  typedTraits,
} from './index.ts';

const baseUrl = 'https://spico.example/api/v1';
const clientOf = (options: HandlersOptions = {}) =>
  createSpicoClient({ baseUrl, retries: 0, getToken: () => 'token', fetch: mockFetch(handlers(options)) });

const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (SpicoError.is(error) ? `${error.kind} ${error.code}` : String(error)),
  );

const creation = {
  searchId: SEARCH_ID,
  traits: typedTraits(charlesDArtagnan),
  consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
} as const;

describe('the handlers follow the contract', () => {
  test('[F-220] every operation stands at the address, method and status of the contract', () => {
    const written: Record<string, unknown> = {};
    for (const [path, item] of Object.entries(openapi.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (typeof operation !== 'object' || !('operationId' in operation)) continue;
        const success = Object.keys(operation.responses).find((status) => /^[23]/.test(status));
        written[operation.operationId] = [method, path, Number(success)];
      }
    }
    expect(routes).toEqual(written);
  });

  test('[F-220] what the contract does not know does not compile', () => {
    // @ts-expect-error there is no such operation
    expect(() => on('forgetPatients', problem('not-found'))).toThrow();
    // @ts-expect-error `maybe` is no outcome of an INS query
    on('queryIns', () => ({ outcome: 'maybe' }));
    // @ts-expect-error a search has traits, not a name
    on('searchPatients', ({ body }) => problem(body.name === '' ? 'invalid-request' : 'forbidden'));
    // @ts-expect-error this code is not in the closed list
    expect(() => problem('computer-says-no')).toThrow();
    on('queryIns', ({ body }) => ({ outcome: body.flags ? 'none' : 'several' }));
  });
});

describe('one line for each state of a story', () => {
  test.each([
    ['ready', 'done', 'done'],
    ['empty', 'done', 'done'],
    ['long-names', 'done', 'done'],
    ['error', 'unexpected internal-error', 'unexpected internal-error'],
    ['forbidden', 'forbidden forbidden', 'forbidden forbidden'],
    ['session-expired', 'session-ended session-ended', 'session-ended session-ended'],
    ['offline', 'offline network', 'offline network'],
    ['conflict', 'done', 'conflict record-exists'],
  ] as const)('[F-220] %s: the list is %s, a creation is %s', async (state, list, create) => {
    const client = clientOf({ state });
    expect(await kindOf(client.records.list().page())).toBe(list);
    expect(await kindOf(client.records.create(creation))).toBe(create);
  });

  test('[F-220] loading never answers', async () => {
    expect(await kindOf(clientOf({ state: 'loading' }).records.open('x', { timeoutMs: 40 }))).toBe('timeout timeout');
  });

  test('[F-220] a state may be given to one operation only, forms keep their lists in the others', async () => {
    const failing = clientOf({ state: 'error', only: ['searchPatients'] });
    expect(await kindOf(failing.patientSearch.search({ traits: creation.traits }))).toMatch(/^unexpected/);
    expect(await kindOf(failing.records.list().page())).toBe('done');
    expect(await kindOf(clientOf({ state: 'error' }).reference.lists())).toBe('done');
  });

  test('[F-220] two stories share nothing', async () => {
    const [one, other] = [clientOf({ state: 'empty' }), clientOf({ state: 'empty' })];
    await one.records.create(creation);
    expect((await one.records.list().page()).items).toHaveLength(1);
    expect((await other.records.list().page()).items).toHaveLength(0);
  });
});

describe('the way through the scenario', () => {
  test('[F-220] Pierre Lacombe: the document was checked, so Dr Martin enrols herself, once', async () => {
    const client = clientOf();
    const traits = typedTraits(pierreLacombe);
    const { searchId, candidates } = await client.patientSearch.search({ traits, identityDocument: { type: 'CN' } });
    const [pierre] = candidates;
    expect(pierre).toMatchObject({ grade: 'certain', relation: 'none' });
    expect(pierre?.allowedActions).toContain('self-enrol');
    expect(pierre).not.toHaveProperty('recordId');
    const input = { consent: creation.consent };
    const candidateId = pierre?.candidateId ?? '';
    const granted = await client.patientSearch.selfEnrol(searchId, candidateId, input);
    expect(granted).toMatchObject({ access: { mode: 'self-enrolled' }, notifiedMembers: 2 });
    expect(await kindOf(client.patientSearch.selfEnrol(searchId, candidateId, input))).toBe('conflict already-member');
    const { items } = await client.careCircle.list(granted.recordId);
    expect(items.filter((member) => member.isReader)).toHaveLength(1);
  });

  test('[F-220] without the document, self-enrolment says why not', async () => {
    const client = clientOf();
    const { searchId, candidates } = await client.patientSearch.search({ traits: typedTraits(pierreLacombe) });
    expect(candidates[0]?.selfEnrolmentObstacles).toEqual(['document-not-checked']);
    const call = client.patientSearch.selfEnrol(searchId, candidates[0]?.candidateId ?? '', {
      consent: creation.consent,
    });
    expect(await kindOf(call)).toBe('forbidden self-enrolment-not-allowed');
  });

  test('[F-220] Marie Martin of Rodez brings her homonym of Albi along, as probable', async () => {
    const { candidates } = await clientOf().patientSearch.search({ traits: typedTraits(marieMartinRodez) });
    expect(candidates.map(({ grade, traits }) => [grade, traits.birthPlace.label])).toEqual([
      ['certain', 'Rodez (12)'],
      ['probable', 'Albi (81)'],
    ]);
  });

  test('[F-220] a form shown alone goes on from the search that was handed to it', async () => {
    expect(await kindOf(clientOf().records.create(creation))).toBe('done');
  });

  test('[F-220] a change starts from the version that was read, and the history grows', async () => {
    const client = clientOf();
    const { identity } = await client.records.open(jeanneLacombe.recordId);
    const input = { flags: ['homonym' as const], reason: 'Another Jeanne Lacombe in Albi' };
    const changed = await client.identity.setFlags(jeanneLacombe.recordId, input, { version: identity.version });
    expect(changed.version).toBe(identity.version + 1);
    const twice = client.identity.setFlags(jeanneLacombe.recordId, input, { version: identity.version });
    expect(await kindOf(twice)).toBe('stale version-stale');
    const { items } = await client.identity.history(jeanneLacombe.recordId);
    expect(items.map((entry) => entry.event)).toEqual(['flags-set', 'created']);
  });

  test('[F-220] a pharmacist may look and not create', async () => {
    const client = clientOf({ scenario: createScenario({ reader: etienneCabrol }) });
    expect((await client.me.get()).mayCreateRecords).toBe(false);
    const { mayCreate } = await client.patientSearch.search({ traits: creation.traits });
    expect(mayCreate).toBe(false);
  });
});
