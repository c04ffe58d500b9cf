/** Pages of other people's software: served from an origin of their own, registered with SPICO as a vendor would. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { registerClient } from '@spico/reference-server/features/account';
import type { JourneyStack } from './stack.ts';

export interface HostPage {
  /** e.g. `http://localhost:41234` */
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Serves files from memory (`/` is the page) and registers their origin.
 * @param policy - Content-Security-Policy of the page; none when absent.
 */
export async function serveHostPage(
  stack: JourneyStack,
  files: Readonly<Record<string, string | Uint8Array>>,
  { policy }: { readonly policy?: string } = {},
): Promise<HostPage> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files[path];
    if (file === undefined) return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    response.setHeader(
      'content-type',
      types[extname(path === '/' ? '/index.html' : path)] ?? 'application/octet-stream',
    );
    if (policy) response.setHeader('content-security-policy', policy);
    response.end(file);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const registered = await stack.server.database.transaction((tx) =>
    registerClient(tx, { name: 'Page of a test', origins: [origin], scopes: CLIENT_SCOPES, proSanteClientIds: [] }),
  );
  if (!registered.ok) throw new Error(`The page's origin was not registered: ${registered.failure}.`);
  return {
    origin,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}
