import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSpicoClient, SpicoError } from './index.ts';
import {
  charlesDArtagnan,
  createScenario,
  drMartin,
  emptyRefusal,
  type Failure,
  handlers,
  jeanneLacombe,
  meOf,
  mockFetch,
  offline,
  on,
  problem,
  SEARCH_ID,
  typedTraits,
} from './testing/index.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const client = createSpicoClient({ baseUrl: 'https://spico.example/api/v1', getToken: () => 'token' });
const creation = {
  searchId: SEARCH_ID,
  traits: typedTraits(charlesDArtagnan),
  consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
} as const;

async function failure(call: Promise<unknown>): Promise<SpicoError> {
  const outcome = await call.catch((error: unknown) => error);
  if (!SpicoError.is(outcome)) throw new Error(`expected a SpicoError, got ${String(outcome)}`);
  return outcome;
}

/** Puts up a handler that fails in these ways one after the other, then answers; gives the keys it saw. */
function faltering(failures: Failure[], handler: (next: (headers: Headers) => Failure | undefined) => HttpHandler) {
  const keys: (string | null)[] = [];
  server.use(
    handler((headers) => {
      keys.push(headers.get('idempotency-key'));
      return failures[keys.length - 1];
    }),
  );
  return keys;
}
const falteringMe = (...failures: Failure[]) =>
  faltering(failures, (next) => on('getMe', ({ headers }) => next(headers) ?? meOf(drMartin)));
const falteringCreation = (...failures: Failure[]) =>
  faltering(failures, (next) => on('createRecord', ({ headers }) => next(headers) ?? problem('search-not-found')));

describe('the line breaks', () => {
  test('[F-220] a read is tried again by itself', async () => {
    const seen = falteringMe(offline(), offline());
    expect((await client.me.get()).professional.displayName).toBe('Dr Claire MARTIN');
    expect(seen).toHaveLength(3);
  });

  test('[F-220] it stops after two more tries', async () => {
    const seen = falteringMe(offline(), offline(), offline(), offline());
    expect((await failure(client.me.get())).kind).toBe('offline');
    expect(seen).toHaveLength(3);
  });

  test('[F-220] the answer to a creation is lost: one key, one record', async () => {
    const scenario = createScenario({ seed: 'empty' });
    const keys: (string | null)[] = [];
    let lost = false;
    const reach = mockFetch(handlers({ scenario }));
    const flaky = createSpicoClient({
      baseUrl: 'https://spico.example/api/v1',
      getToken: () => 'token',
      fetch: async (request) => {
        keys.push(request.headers.get('idempotency-key'));
        const response = await reach(request);
        if (lost) return response;
        lost = true;
        // The server did the deed; the line broke before the answer arrived.
        throw new TypeError('network changed');
      },
    });
    const record = await flaky.records.create(creation);
    expect(scenario.store.records.size).toBe(1);
    expect([...scenario.store.records.keys()]).toEqual([record.id]);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test('[F-220] the line breaks in the middle of the body: that too is a broken line', async () => {
    let calls = 0;
    const cut = createSpicoClient({
      baseUrl: 'https://spico.example/api/v1',
      fetch: async () => {
        calls += 1;
        if (calls === 2) return Response.json({ signInMethods: [], sandbox: true });
        const half = new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode('{"signInMethods":'));
            controller.error(new TypeError('terminated'));
          },
        });
        return new Response(half, { headers: { 'Content-Type': 'application/json' } });
      },
    });
    expect(await cut.session.getOptions()).toEqual({ signInMethods: [], sandbox: true });
    expect(calls).toBe(2);
  });

  test.each([
    [
      'a search, which is audited each time',
      () => client.patientSearch.search({ traits: creation.traits }),
      'searchPatients',
    ],
    [
      'a change',
      () => client.identity.setFlags(jeanneLacombe.recordId, { flags: [], reason: 'Cleared' }, { version: 1 }),
      'setIdentityFlags',
    ],
    ['an INS query', () => client.identity.queryIns(jeanneLacombe.recordId), 'queryRecordIns'],
    ['an upload', () => client.identity.uploadDocumentCopy(new Blob(['x'])), 'uploadIdentityDocumentCopy'],
  ] as const)('[F-220] %s is not sent twice behind the reader’s back', async (_, call, operation) => {
    let seen = 0;
    server.use(
      on(operation, () => {
        seen += 1;
        return offline();
      }),
    );
    expect((await failure(call())).kind).toBe('offline');
    expect(seen).toBe(1);
  });
});

describe('the server asks for patience', () => {
  test('[F-220] Retry-After is waited for, then the call goes through', async () => {
    const seen = falteringMe(problem('service-unavailable', { retryAfterSeconds: 0 }));
    await client.me.get();
    expect(seen).toHaveLength(2);
  });

  test('[F-220] half an hour is not waited for: the reader is told at once', async () => {
    const seen = faltering([problem('search-rate-limited', { retryAfterSeconds: 1800 })], (next) =>
      on('searchPatients', ({ headers }) => next(headers) ?? offline()),
    );
    const error = await failure(client.patientSearch.search({ traits: creation.traits }));
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 1800, retryable: true });
    expect(seen).toHaveLength(1);
  });

  test('[F-220] a refusal that did nothing is repeated for a change too', async () => {
    server.use(...handlers());
    const refused = problem('service-unavailable', { retryAfterSeconds: 0 });
    server.use(on('setIdentityFlags', refused, { once: true }));
    const input = { flags: ['homonym' as const], reason: 'Two Jeanne Lacombe in Albi' };
    const identity = await client.identity.setFlags(jeanneLacombe.recordId, input, { version: 1 });
    expect(identity.flags).toEqual(['homonym']);
  });

  test('[F-220] a gateway’s 502 is repeated for a keyed act, not for a change', async () => {
    const creations = falteringCreation(emptyRefusal(502));
    expect((await failure(client.records.create(creation))).code).toBe('search-not-found');
    expect(new Set(creations).size).toBe(1);
    expect(creations).toHaveLength(2);

    const changes = faltering([emptyRefusal(502)], (next) =>
      on('setIdentityFlags', ({ headers }) => next(headers) ?? problem('version-stale')),
    );
    const input = { flags: [], reason: 'Cleared' };
    const error = await failure(client.identity.setFlags(jeanneLacombe.recordId, input, { version: 1 }));
    expect(error.kind).toBe('unavailable');
    expect(changes).toHaveLength(1);
  });

  test('[F-220] while the first sending is still running, its twin waits and takes its answer', async () => {
    const seen = falteringCreation(problem('idempotency-in-flight'));
    expect((await failure(client.records.create(creation))).code).toBe('search-not-found');
    expect(seen).toHaveLength(2);
  });

  test('[F-220] leaving while waiting ends the wait', async () => {
    const seen = falteringMe(problem('service-unavailable', { retryAfterSeconds: 5 }));
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 30);
    const begun = Date.now();
    expect((await failure(client.me.get({ signal: leaving.signal }))).kind).toBe('aborted');
    expect(Date.now() - begun).toBeLessThan(2000);
    expect(seen).toHaveLength(1);
  });
});

describe('the key of one intent', () => {
  test('[F-220] each call has its own; the caller may keep one over an uncertain end', async () => {
    const seen = falteringCreation();
    await failure(client.records.create(creation));
    await failure(client.records.create(creation));
    await failure(client.records.create(creation, { idempotencyKey: 'intent-of-claire-martin' }));
    await failure(client.records.create(creation, { idempotencyKey: 'intent-of-claire-martin' }));
    expect(new Set(seen).size).toBe(3);
    expect(seen.slice(2)).toEqual(['intent-of-claire-martin', 'intent-of-claire-martin']);
    expect(seen[0]).toMatch(/^[A-Za-z0-9_-]{8,100}$/);
  });
});
