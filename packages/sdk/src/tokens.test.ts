import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSpicoClient, type SpicoClient, SpicoError, type TokenReason } from './index.ts';
import { drMartin, jeanneLacombe, meOf, on, pending, problem } from './testing/index.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  vi.useRealTimers();
});
afterAll(() => server.close());

const baseUrl = 'https://spico.example/api/v1';

/** A host that counts how it is asked, and a server that accepts its newest token only. */
function host() {
  const reasons: TokenReason[] = [];
  const sent: string[] = [];
  let valid = 'token-1';
  server.use(
    on('getMe', ({ headers }) => {
      const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
      sent.push(token);
      return token === valid ? meOf(drMartin) : problem('token-expired');
    }),
  );
  return {
    reasons,
    sent,
    expire: () => {
      valid = `token-${reasons.length + 1}`;
    },
    getToken: async ({ reason }: { reason: TokenReason }) => {
      reasons.push(reason);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return `token-${reasons.length}`;
    },
  };
}

async function failure(call: Promise<unknown>): Promise<SpicoError> {
  const outcome = await call.catch((error: unknown) => error);
  if (!SpicoError.is(outcome)) throw new Error(`expected a SpicoError, got ${String(outcome)}`);
  return outcome;
}

describe('the host hands a token over', () => {
  test('[F-201] nothing is asked before the first call, and once for twenty calls at a time', async () => {
    const practice = host();
    const client = createSpicoClient({ baseUrl, getToken: practice.getToken });
    expect(practice.reasons).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => client.me.get()));
    expect(practice.reasons).toEqual(['initial']);
  });

  test('[F-201] twenty refusals of an expired token make one question, and every call succeeds', async () => {
    const practice = host();
    const client = createSpicoClient({ baseUrl, getToken: practice.getToken });
    await client.me.get();
    practice.expire();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.me.get()));
    expect(answers.every((me) => me.professional.displayName === 'Dr Claire MARTIN')).toBe(true);
    expect(practice.reasons).toEqual(['initial', 'expired']);
  });

  test('[F-201] one refresh and one retry, then the refusal is told', async () => {
    let sent = 0;
    server.use(
      on('getMe', () => {
        sent += 1;
        return problem('token-expired');
      }),
    );
    const client = createSpicoClient({ baseUrl, getToken: () => 'always-too-old' });
    expect(await failure(client.me.get())).toMatchObject({ kind: 'unauthenticated', code: 'token-expired' });
    expect(sent).toBe(2);
  });

  test('[F-201] the body of a refused write is sent whole the second time, under the same key', async () => {
    const bodies: unknown[] = [];
    const keys = new Set<string | null>();
    server.use(
      on('breakGlass', ({ body, headers }) => {
        bodies.push(body);
        keys.add(headers.get('idempotency-key'));
        return bodies.length === 1 ? problem('token-expired') : problem('search-not-found');
      }),
    );
    const client = createSpicoClient({ baseUrl, getToken: () => 'token' });
    const input = { reasonCode: 'urgent-care', reasonText: 'Fall at home, treatment unknown.' };
    await failure(client.patientSearch.breakGlass(jeanneLacombe.recordId, jeanneLacombe.recordId, input));
    expect(bodies).toEqual([input, input]);
    expect(keys.size).toBe(1);
  });

  test('[F-201] after six hours of sleep the old token is not even tried: the first click works', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const practice = host();
    const client = createSpicoClient({ baseUrl, getToken: practice.getToken });
    await client.me.get();
    practice.expire();
    vi.setSystemTime(Date.now() + 6 * 3_600_000);
    await client.me.get();
    expect(practice.reasons).toEqual(['initial', 'wake']);
    expect(practice.sent).toEqual(['token-1', 'token-2']);
  });

  test('[F-201] one caller who leaves while the token is fetched does not take it from the others', async () => {
    const practice = host();
    const client = createSpicoClient({ baseUrl, getToken: practice.getToken });
    const leaving = new AbortController();
    const left = failure(client.me.get({ signal: leaving.signal }));
    const stayed = client.me.get();
    leaving.abort();
    expect((await left).kind).toBe('aborted');
    expect((await stayed).professional.displayName).toBe('Dr Claire MARTIN');
    expect(practice.reasons).toEqual(['initial']);
  });

  test('[F-201] a host that fails or gives nothing is named, and asked again by the next call', async () => {
    const practice = host();
    let broken = true;
    const client = createSpicoClient({
      baseUrl,
      getToken: (context) => {
        if (broken) throw new Error('the vault is closed');
        return practice.getToken(context);
      },
    });
    const error = await failure(client.me.get());
    expect(error).toMatchObject({ kind: 'unauthenticated', code: 'token-unavailable', retryable: true });
    expect(error.cause).toMatchObject({ message: 'the vault is closed' });
    broken = false;
    await client.me.get();
    expect(await failure(createSpicoClient({ baseUrl, getToken: () => '' }).me.get())).toMatchObject({
      code: 'token-unavailable',
    });
  });

  test('[F-201] a host that never answers ends in a timeout, not in silence', async () => {
    const client = createSpicoClient({ baseUrl, timeoutMs: 30, getToken: () => new Promise(() => {}) });
    expect((await failure(client.me.get())).kind).toBe('timeout');
  });

  test('[F-201] the token stands in no address and in no visible part of the client', async () => {
    const addresses: string[] = [];
    server.use(
      on('getMe', ({ request }) => {
        addresses.push(request.url);
        return meOf(drMartin);
      }),
    );
    const client = createSpicoClient({ baseUrl, getToken: () => 'very-secret' });
    await client.me.get();
    expect(`${addresses.join()} ${JSON.stringify(client)}`).not.toContain('very-secret');
  });
});

describe('the session ends', () => {
  test.each(['session-ended', 'session-locked'] as const)(
    '[F-201] %s is told once, however many calls meet it',
    async (code) => {
      const told: string[] = [];
      server.use(on('getMe', problem(code)));
      const client = createSpicoClient({
        baseUrl,
        getToken: () => 'token',
        onSessionEnded: (end) => told.push(end.code),
      });
      const errors = await Promise.all(Array.from({ length: 5 }, () => failure(client.me.get())));
      expect(new Set(errors.map((error) => error.kind))).toEqual(new Set(['session-ended']));
      expect(told).toEqual([code]);
    },
  );

  test('[F-201] the portal’s own getToken passes the end of the session through', async () => {
    server.use(on('createSessionToken', problem('session-ended')), on('getMe', pending()));
    const portal: SpicoClient = createSpicoClient({
      baseUrl,
      getToken: async () => (await portal.session.createToken()).accessToken,
    });
    expect(await failure(portal.me.get())).toMatchObject({ kind: 'session-ended', code: 'session-ended' });
  });
});
