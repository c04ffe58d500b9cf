import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, testOrigin } from './testing/index.ts';
import { sampleDocument, sampleFeature } from './testing/sample.ts';

/** Sends bytes as they are and reads what comes back: what `inject` would hide. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (data) => {
      answer += String(data);
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}

describe('the server at its door', () => {
  let server: TestServer;
  let port = 0;
  const folder = mkdtempSync(join(tmpdir(), 'spico-static-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portail</title>');
    writeFileSync(join(folder, 'spico.js'), 'export {}');
    server = await startTestServer({
      features: [sampleFeature()],
      document: sampleDocument(),
      staticFolders: [
        { prefix: '/widgets/', directory: folder, forAnyOrigin: true },
        { prefix: '/', directory: folder, fallback: 'index.html' },
      ],
    });
    port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  it.each(['/api/v1/hour', '/%61pi/v1/hour', '/api/v%31/hour'])(
    'answers %s under the same rules, however the address is written',
    async (url) => {
      const asked = await server.app.inject({ url });
      expect(asked.headers['cache-control']).toBe(asked.statusCode === 200 ? 'no-store' : 'no-cache');
      const foreign = await server.app.inject({ url, headers: { origin: 'https://evil.example' } });
      expect(foreign.body).not.toContain('"at"');
    },
  );

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves the contract and its page, and nothing on it comes from elsewhere [F-203]', async () => {
    const page = await server.app.inject('/api-docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'self'|script-src 'self'/);
    const contract = await server.app.inject('/api-docs/json');
    expect(Object.keys(contract.json<{ paths: object }>().paths)).toContain('/records/{recordId}');
  });

  it('serves the portal and the bundle with their own rules', async () => {
    for (const url of ['/', '/records/some-page']) {
      const page = await server.app.inject(url);
      expect([url, page.statusCode, page.body.includes('Portail')]).toEqual([url, 200, true]);
      expect(page.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
    const bundle = await server.app.inject('/widgets/spico.js');
    expect(bundle.headers['access-control-allow-origin']).toBe('*');
    expect(bundle.headers['x-content-type-options']).toBe('nosniff');
    expect((await server.app.inject('/api/v1/nothing')).json<{ code: string }>().code).toBe('not-found');
  });

  it('never lets data be kept, framed or sniffed', async () => {
    const { headers } = await server.app.inject('/api/v1/hour');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'") as unknown,
    });
  });

  it('answers a preflight of a registered page, and no other [F-201]', async () => {
    await server.signIn();
    const preflight = (origin: string) =>
      server.app.inject({
        method: 'OPTIONS',
        url: '/api/v1/records',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const known = await preflight(testOrigin);
    expect([known.statusCode, known.headers['access-control-allow-origin']]).toEqual([204, testOrigin]);
    const unknown = await preflight('https://elsewhere.example');
    expect([unknown.statusCode, unknown.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  it.each([
    [
      'two Authorization headers',
      'GET /api/v1/hour HTTP/1.1\r\nHost: x\r\nAuthorization: a\r\nAuthorization: b\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['two Host headers', 'GET /api/v1/hour HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n', 400],
    [
      'Content-Length with Transfer-Encoding',
      'POST /api/v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header of 64 kB', `GET /api/v1/hour HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(65_536)}\r\n\r\n`, 431],
    ['a folded header', 'GET /api/v1/hour HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\nConnection: close\r\n\r\n', 400],
  ])('refuses %s (172)', async (_what, text, status) => {
    expect((await raw(port, text)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
  });

  it('believes no header that says who or where the caller is (173)', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: '/api/v1/records/00000000-0000-7000-8000-000000000000',
      headers: { 'x-user-id': '1', 'x-http-method-override': 'PUT', 'x-forwarded-for': '10.0.0.1' },
    });
    expect(answer.statusCode).toBe(401);
  });
});
