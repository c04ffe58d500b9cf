import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSpicoClient, type SpicoClient, SpicoError, type SpicoErrorKind } from './index.ts';
import {
  candidate,
  charlesDArtagnan,
  conflict,
  createScenario,
  drMartin,
  emptyRefusal,
  handlers,
  jeanneLacombe,
  offline,
  on,
  pending,
  pierreLacombe,
  problem,
  searchResult,
  typedTraits,
} from './testing/index.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const baseUrl = 'https://spico.example/api/v1';
const client = createSpicoClient({ baseUrl, getToken: () => 'token-of-claire-martin' });
const oralConsent = { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' } as const;

/** The error of a call that must fail. */
async function failure(call: Promise<unknown>): Promise<SpicoError> {
  const outcome = await call.then(
    () => 'succeeded',
    (error: unknown) => error,
  );
  if (!SpicoError.is(outcome)) throw new Error(`expected a SpicoError, got ${String(outcome)}`);
  return outcome;
}

describe('Dr Claire Martin finds nobody and creates the record', () => {
  test('[F-220] search, INS, create, open, circle, journal and list speak of the same person', async () => {
    server.use(...handlers({ scenario: createScenario({ seed: 'empty' }) }));
    const traits = typedTraits(charlesDArtagnan);

    const search = await client.patientSearch.search({ traits, identityDocument: { type: 'CN' } });
    expect(search.candidates).toEqual([]);
    const ins = await client.ins.query({ searchId: search.searchId, traits });
    expect(ins.outcome).toBe('found');
    const record = await client.records.create({
      searchId: search.searchId,
      traits,
      consent: oralConsent,
      identityDocument: { type: 'CN' },
      insDecision: { insQueryId: ins.insQueryId ?? '', decision: 'accept' },
    });
    expect(record.identity.status).toBe('qualified');

    const opened = await client.records.open(record.id);
    expect(opened.identity.traits.birthFamilyName).toBe('D’Artagnan');
    const { items: circle } = await client.careCircle.list(record.id);
    expect(circle.map((member) => member.professional.displayName)).toEqual([drMartin.ref.displayName]);
    const acts: string[] = [];
    for await (const entry of client.audit.journal(record.id)) acts.push(entry.action);
    expect(acts).toEqual(['records.open', 'records.create']);
    const { items: list } = await client.records.list().page();
    expect(list.map((row) => row.recordId)).toEqual([record.id]);
  });

  test('[F-220] a record that exists comes back with its candidates, so that nothing is searched twice', async () => {
    const existing = searchResult([candidate(pierreLacombe)]);
    server.use(on('createRecord', conflict(existing)));

    const error = await failure(
      client.records.create({ searchId: existing.searchId, traits: typedTraits(pierreLacombe), consent: oralConsent }),
    );
    expect(error).toMatchObject({ kind: 'conflict', code: 'record-exists', status: 409, retryable: false });
    expect(error.existing?.candidates[0]?.traits.birthFamilyName).toBe('Lacombe');
  });

  test('[F-220] what an error prints holds no name, although it carries the candidates', async () => {
    server.use(on('createRecord', conflict(searchResult([candidate(pierreLacombe)]))));
    const error = await failure(
      client.records.create({ searchId: 'a', traits: typedTraits(pierreLacombe), consent: oralConsent }),
    );
    const printed = `${error.message} ${JSON.stringify(error)} ${JSON.stringify({ ...error })} ${error.stack}`;
    expect(printed).not.toMatch(/lacombe|1935|records\//i);
    expect(printed).toContain('trace-of-the-story');
  });
});

describe('a refusal is never taken for a success', () => {
  test.each([
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'stale'],
    [500, 'unexpected'],
    [503, 'unavailable'],
  ] as const)('[F-220] %i with an empty body is %s', async (status, kind) => {
    server.use(on('openRecord', emptyRefusal(status)));
    const impatient = createSpicoClient({ baseUrl, retries: 0, getToken: () => 'token' });
    expect(await failure(impatient.records.open(jeanneLacombe.recordId))).toMatchObject({ kind, status });
  });

  test('[F-220] a sign-in page of the hotel network, 200 in HTML, is an unexpected answer', async () => {
    server.use(on('getMe', new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } })));
    expect(await failure(client.me.get())).toMatchObject({ kind: 'unexpected', code: 'unexpected-answer' });
  });

  test('[F-220] 200 with nothing in it is an unexpected answer', async () => {
    server.use(on('getMe', new Response(null, { status: 200 })));
    expect(await failure(client.me.get())).toMatchObject({ kind: 'unexpected', code: 'unexpected-answer' });
  });

  test('[F-220] the right that is missing and the fields that are wrong arrive with the error', async () => {
    server.use(
      on('openRecord', problem('forbidden', { reason: 'S01.read' })),
      on(
        'searchPatients',
        problem('invalid-request', { fields: [{ pointer: '/traits/birthDate', code: 'date-in-future' }] }),
      ),
    );
    expect(await failure(client.records.open(jeanneLacombe.recordId))).toMatchObject({ reason: 'S01.read' });
    const { fields } = await failure(client.patientSearch.search({ traits: typedTraits(jeanneLacombe) }));
    expect(fields).toEqual([{ pointer: '/traits/birthDate', code: 'date-in-future' }]);
  });

  test('[F-220] the kinds are exhaustive: forgetting one does not compile', () => {
    const sentence = (kind: SpicoErrorKind): string => {
      switch (kind) {
        case 'unauthenticated':
        case 'session-ended':
          return 'sign in';
        case 'forbidden':
        case 'not-found':
        case 'conflict':
        case 'stale':
        case 'invalid':
          return 'change something';
        case 'rate-limited':
        case 'unavailable':
        case 'offline':
        case 'timeout':
          return 'try later';
        case 'aborted':
          return 'nothing';
        case 'unexpected':
          return 'call for help';
      }
    };
    expect(sentence('offline')).toBe('try later');
  });
});

describe('the ends of a call', () => {
  test('[F-220] aborted by its own signal, before and during', async () => {
    server.use(on('openRecord', pending()));
    const before = await failure(client.records.open(jeanneLacombe.recordId, { signal: AbortSignal.abort() }));
    expect(before.kind).toBe('aborted');
    const leaving = new AbortController();
    const call = failure(client.records.open(jeanneLacombe.recordId, { signal: leaving.signal }));
    setTimeout(() => leaving.abort(), 20);
    expect((await call).kind).toBe('aborted');
  });

  test('[F-220] a signal that is aborted already sends nothing', async () => {
    let sent = 0;
    server.use(
      on('openRecord', () => {
        sent += 1;
        return problem('internal-error');
      }),
    );
    await failure(client.records.open(jeanneLacombe.recordId, { signal: AbortSignal.abort() }));
    expect(sent).toBe(0);
  });

  test('[F-220] a server that never answers ends in a timeout that may be tried again', async () => {
    server.use(on('openRecord', pending()));
    const error = await failure(client.records.open(jeanneLacombe.recordId, { timeoutMs: 30 }));
    expect(error).toMatchObject({ kind: 'timeout', code: 'timeout', retryable: true });
  });

  test('[F-220] without a network the error says offline', async () => {
    server.use(on('searchPatients', offline()));
    const error = await failure(client.patientSearch.search({ traits: typedTraits(jeanneLacombe) }));
    expect(error).toMatchObject({ kind: 'offline', code: 'network', retryable: true });
  });

  test('[F-220] a relative address outside a page is said in plain words', async () => {
    const error = await failure(createSpicoClient({ baseUrl: '/api/v1' }).session.getOptions());
    expect(error).toMatchObject({ kind: 'unexpected', code: 'unusable-base-url' });
  });
});

describe('changes', () => {
  test('[F-220] the version that was read is sent as a strong tag', async () => {
    let tag: string | null = null;
    server.use(
      on('setIdentityFlags', ({ headers }) => {
        tag = headers.get('if-match');
        return problem('version-stale');
      }),
    );
    const input = { flags: ['doubtful'], reason: 'Two birth dates given' } as const;
    const error = await failure(
      client.identity.setFlags(jeanneLacombe.recordId, { ...input, flags: [...input.flags] }, { version: 3 }),
    );
    expect(tag).toBe('"3"');
    expect(error.kind).toBe('stale');
  });

  test('[F-220] the photo of an identity document travels byte for byte, there and back', async () => {
    server.use(...handlers());
    const photo = new Blob([new Uint8Array([0xff, 0xd8, 0, 255, 10])], { type: 'image/jpeg' });
    const { copyId, bytes } = await client.identity.uploadDocumentCopy(photo);
    expect(bytes).toBe(5);
    const back = await client.identity.readDocumentCopy(jeanneLacombe.recordId, copyId);
    expect([...new Uint8Array(await back.arrayBuffer())]).toEqual([0xff, 0xd8, 0, 255, 10]);
  });

  test('[F-220] ending an emergency access answers nothing, and the record is closed to the reader', async () => {
    server.use(...handlers({ scenario: createScenario() }));
    const search = await client.patientSearch.search({ traits: typedTraits(pierreLacombe) });
    const [pierre] = search.candidates;
    const input = { reasonCode: 'urgent-care', reasonText: 'Fall at home, treatment unknown.' };
    const granted = await client.patientSearch.breakGlass(search.searchId, pierre?.candidateId ?? '', input);
    expect(granted.access.remainingSeconds).toBeGreaterThan(7190);
    await expect(client.access.endBreakGlass(granted.recordId)).resolves.toBeUndefined();
    expect(await failure(client.records.open(granted.recordId))).toMatchObject({ code: 'break-glass-ended' });
  });
});

describe('around the calls', () => {
  test('[F-220] the reader’s language goes with each call, and follows a change', async () => {
    const heard: (string | null)[] = [];
    server.use(
      on('getReferenceLists', ({ headers }) => {
        heard.push(headers.get('accept-language'));
        return problem('forbidden');
      }),
    );
    let locale = 'fr';
    const polyglot = createSpicoClient({ baseUrl, locale: () => locale, getToken: () => 'token' });
    await failure(polyglot.reference.lists());
    locale = 'en';
    await failure(polyglot.reference.lists());
    expect(heard).toEqual(['fr', 'en']);
  });

  test('[F-220] cookie operations send no token, data operations do', async () => {
    const heard: Record<string, string | null> = {};
    server.use(
      on('createSessionToken', ({ headers }) => {
        heard['session'] = headers.get('authorization');
        return { accessToken: 'short', tokenType: 'Bearer', expiresInSeconds: 300 };
      }),
      on('getMe', ({ headers }) => {
        heard['me'] = headers.get('authorization');
        return problem('forbidden');
      }),
    );
    const portal: SpicoClient = createSpicoClient({
      baseUrl,
      getToken: async () => (await portal.session.createToken({ activity: true })).accessToken,
    });
    await failure(portal.me.get());
    expect(heard).toEqual({ session: null, me: 'Bearer short' });
  });

  test('[F-201] a vendor’s back end exchanges a token with its own credentials, form-encoded', async () => {
    let seen: unknown;
    server.use(
      on('exchangeToken', async ({ request, headers }) => {
        seen = [headers.get('authorization'), Object.fromEntries(new URLSearchParams(await request.text()))];
        return problem('invalid-client');
      }),
    );
    const credentials = { clientId: 'cabinet-plus', clientSecret: 'é:secret' };
    const input = { subjectToken: 'psc-token', origin: 'https://cabinet-plus.example', scopes: ['session', 'search'] };
    const error = await failure(client.tokenExchange.exchange(credentials, input));
    expect(error).toMatchObject({ kind: 'unauthenticated', code: 'invalid-client' });
    expect(seen).toEqual([
      `Basic ${btoa('cabinet-plus:%C3%A9%3Asecret')}`,
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'psc-token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        origin: 'https://cabinet-plus.example',
        scope: 'session search',
      },
    ]);
  });

  test('[F-220] a trace of each call names the operation and nothing of the person', async () => {
    const traces: unknown[] = [];
    server.use(on('openRecord', () => HttpResponse.json({}, { status: 403 })));
    const watched = createSpicoClient({ baseUrl, getToken: () => 'token', onCall: (trace) => traces.push(trace) });
    await failure(watched.records.open(jeanneLacombe.recordId));
    expect(traces).toEqual([
      { operation: 'openRecord', outcome: 'forbidden', attempts: 1, durationMs: expect.any(Number), status: 403 },
    ]);
  });
});
