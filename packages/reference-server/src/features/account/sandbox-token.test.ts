import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { account } from './index.ts';

const portal = 'http://localhost:4010';
let server: TestServer;

const ask = (professional: string, origin?: string, on = server) =>
  on.app.inject({
    method: 'POST',
    url: '/api/v1/sandbox/tokens',
    payload: { professional },
    headers: origin ? { origin } : {},
  });
const me = (token: string, origin?: string) =>
  server.app.inject({
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${token}`, ...(origin ? { origin } : {}) },
  });

beforeAll(async () => {
  server = await startTestServer({ features: [account] });
});
afterAll(() => server.close());

describe('a token of the sandbox', () => {
  it('stands for Dr Martin, in her first practice, for five minutes', async () => {
    const asked = await ask('dr-martin', portal);
    expect(asked.statusCode).toBe(201);
    const { accessToken, tokenType, expiresInSeconds } = asked.json();
    expect({ tokenType, expiresInSeconds }).toEqual({ tokenType: 'Bearer', expiresInSeconds: 300 });

    const seen = await me(accessToken, portal);
    expect(seen.statusCode).toBe(200);
    expect(seen.json()).toMatchObject({
      professional: {
        displayName: 'Dr Claire MARTIN',
        profession: { system: 'TRE_G15', code: '10', labelFr: 'Médecin' },
        structureName: 'Maison de santé du Tarn',
        town: 'Albi',
      },
      kind: 'individual',
      assurance: 'sandbox',
      mayCreateRecords: true,
    });

    await server.advanceClock(301);
    expect((await me(accessToken, portal)).json().code).toBe('token-expired');
  });

  it('finds the same account again, and tells a pharmacist that she may not create records', async () => {
    const accountOf = async (key: string) => (await me((await ask(key, portal)).json().accessToken, portal)).json();
    const one = await accountOf('etienne-cabrol');
    const two = await accountOf('etienne-cabrol');
    expect(two.professional.accountId).toBe(one.professional.accountId);
    expect(two.mayCreateRecords).toBe(false);
  });

  it('is worth nothing on another page, and is not given to a page nobody registered', async () => {
    const { headers } = await server.signIn();
    const { accessToken } = (await ask('nadia-haddad', portal)).json();
    expect((await me(accessToken, headers.origin)).json().code).toBe('origin-not-allowed');
    expect((await ask('nadia-haddad', 'https://ailleurs.example')).json().code).toBe('origin-not-allowed');
    const given = (await ask('nadia-haddad', headers.origin)).json().accessToken;
    expect((await me(given, headers.origin)).json().clientName).toBe('Cabinet Test');
  });

  it('does not exist for somebody who is not in the cast, nor on a server that is no demonstration', async () => {
    expect((await ask('madame-nobody', portal)).json().code).toBe('not-found');
    const real = await startTestServer({ features: [account], settings: { demo: false } });
    try {
      expect((await ask('dr-martin', portal, real)).statusCode).toBe(404);
    } finally {
      await real.close();
    }
  });
});
