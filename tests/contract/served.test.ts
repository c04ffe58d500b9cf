import openapi from '@spico/contract/openapi.json' with { type: 'json' };
import { startTestServer, type TestServer } from '@spico/reference-server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The contract where the server shows it: behind its locks, and on pages that load nothing from anywhere else. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const guarded = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { operationId: string; security: Record<string, unknown>[] }>)
    .filter(([method]) => method !== 'parameters')
    .flatMap(([method, { operationId, security }]) => {
      const [scheme] = security.flatMap((one) => Object.keys(one));
      return scheme === undefined ? [] : [{ operationId, method: method.toUpperCase(), path, scheme }];
    }),
);

describe.each(guarded)('$operationId ($scheme)', ({ method, path, scheme }) => {
  const never: Readonly<Record<string, readonly (readonly [string, Record<string, string>])[]>> = {
    bearer: [
      ['nothing', {}],
      ['an invented token', { authorization: `Bearer ${'a'.repeat(43)}` }],
      ['another scheme', { authorization: `Basic ${'a'.repeat(40)}` }],
      ['the cookie of the portal', { cookie: `spico_session=${'a'.repeat(43)}` }],
      ['a token in the address', {}],
    ],
    session: [
      ['nothing', {}],
      ['an invented cookie', { cookie: `spico_session=${'a'.repeat(43)}`, origin: 'http://localhost:4010' }],
      ['a token', { authorization: `Bearer ${'a'.repeat(43)}` }],
    ],
    client: [
      ['nothing', {}],
      ['an unknown client', { authorization: `Basic ${Buffer.from('who:what').toString('base64')}` }],
    ],
  };

  it.each(never[scheme] ?? [])('refuses %s before it looks at the request', async (what, headers) => {
    const url = `/api/v1${path.replaceAll(/\{\w+\}/g, '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000')}`;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const exchange = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'a',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      origin: 'https://cabinet.example',
    });
    const answer = await server.app.inject({
      method: method as 'GET',
      url: what.includes('address') ? `${url}?access_token=${'a'.repeat(43)}` : url,
      headers: { ...headers, ...(scheme === 'client' ? form : {}) },
      ...(scheme === 'client' ? { payload: exchange.toString() } : {}),
    });
    const { code } = answer.json<{ code: string }>();
    // With a credential that has the right shape a body is read first; it says nothing about anybody.
    const asked = what.startsWith('an invented') ? [401, 400, 415, 428] : [401];
    expect(asked, `${answer.statusCode} ${code}`).toContain(answer.statusCode);
    if (answer.statusCode === 401) expect(code).toBe(scheme === 'client' ? 'invalid-client' : 'unauthenticated');
  });
});

describe('the pages of the contract', () => {
  const get = async (url: string) => server.app.inject({ method: 'GET', url });

  it('[F-230] show the contract that was generated', async () => {
    const served = (await get('/api-docs/json')).json<typeof openapi>();
    expect(Object.keys(served.paths)).toEqual(Object.keys(openapi.paths));
    expect(served.servers.map(({ url }) => url)).toEqual(['/api/v1']);
    expect(JSON.stringify(served)).not.toMatch(/"\$ref":"(?!#)/);
  });

  it('fetch nothing from another host, and could not', async () => {
    const page = await get('/api-docs');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|\.[a-z]|'unsafe-/);
    const fetched = [...page.body.matchAll(/(?:src|href|action)\s*=\s*["']([^"']+)/g)].map((one) => one[1] ?? '');
    expect(fetched.length).toBeGreaterThan(3);
    expect(fetched.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address))).toEqual([]);

    const parts = await Promise.all(
      fetched
        .filter((address) => /\.(css|js)$/.test(address))
        .map((address) => get(new URL(address, 'http://localhost/api-docs').pathname)),
    );
    expect(parts.length).toBeGreaterThan(2);
    for (const { statusCode, body, headers } of parts) {
      expect([statusCode, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
      const loads = /(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^)"']*/g;
      if (String(headers['content-type']).includes('css')) expect(body.match(loads) ?? []).toEqual([]);
    }
    const setUp = parts.map(({ body }) => body).find((body) => body.includes('SwaggerUIBundle(')) ?? '';
    expect(setUp).toMatch(/"validatorUrl":\s*null/);
    expect(setUp).not.toContain('validator.swagger.io');
  });
});
