import { createHash, randomBytes } from 'node:crypto';
import type { NationalSandbox } from './index.ts';

/** A browser reduced to what a sign-in needs: cookies by path, redirects one at a time, no script. */
export class TestBrowser {
  readonly #cookies = new Map<string, { readonly pair: string; readonly origin: string; readonly path: string }>();

  /** One request, never following a redirect. */
  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const target = new URL(url);
    const cookie = [...this.#cookies.values()]
      .filter(({ origin, path }) => origin === target.origin && target.pathname.startsWith(path))
      .map(({ pair }) => pair)
      .join('; ');
    const response = await fetch(target, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(target, line);
    return response;
  }

  /** Follows redirects until a page, or until an address of another origin (the software's own call-back). */
  async follow(url: string, form?: Readonly<Record<string, string>>): Promise<{ url: string; response?: Response }> {
    let current = url;
    let response = await this.visit(current, form);
    for (let hops = 0; hops < 20; hops += 1) {
      const location = response.headers.get('location');
      if (!location) return { url: current, response };
      await response.body?.cancel();
      const next = new URL(location, current);
      if (next.origin !== new URL(current).origin) return { url: next.href };
      current = next.href;
      response = await this.visit(current);
    }
    throw new Error('too many redirects');
  }

  #keep(target: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const path = attributes.find((part) => /^path=/i.test(part))?.slice(5) ?? '/';
    const expires = attributes.find((part) => /^expires=/i.test(part))?.slice(8);
    const key = `${target.origin} ${path} ${name}`;
    if (expires && Date.parse(expires) <= Date.now()) this.#cookies.delete(key);
    else this.#cookies.set(key, { pair, origin: target.origin, path });
  }
}

/**
 * Opens an authorization address, presses the button of one professional, and gives back the address the browser
 * is sent to: the software's call-back with its `code` and `state`, or with an `error`.
 */
export async function followToCallback(
  authorizationUrl: string,
  key: string,
  browser = new TestBrowser(),
): Promise<string> {
  const shown = await browser.follow(authorizationUrl);
  if (!shown.response) return shown.url;
  const text = await shown.response.text();
  if (!shown.response.ok) throw new Error(`Pro Santé Connect answered ${shown.response.status}: ${text}`);
  const chosen = await browser.follow(shown.url, { professionnel: key });
  if (chosen.response) throw new Error(`no call-back for ${key}: ${await chosen.response.text()}`);
  return chosen.url;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly idToken: string;
}

/**
 * A Pro Santé Connect access token, obtained through the whole code flow as another software would: what the token
 * exchange (RFC 8693) takes as its subject token.
 */
export async function signInAs(
  sandbox: NationalSandbox,
  key: string,
  client: { clientId: string; clientSecret: string; redirectUris: readonly string[] } = sandbox.proSanteConnect,
  browser = new TestBrowser(),
): Promise<SignedIn> {
  const discovery = (await (await fetch(sandbox.proSanteConnect.discoveryUrl)).json()) as Record<string, string>;
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = client.redirectUris[0] ?? '';
  const authorization = new URL(discovery.authorization_endpoint ?? '');
  authorization.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const callback = new URL(await followToCallback(authorization.href, key, browser));
  const response = await fetch(discovery.token_endpoint ?? '', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      client_id: client.clientId,
      client_secret: client.clientSecret,
      code_verifier: verifier,
    }),
  });
  const tokens = (await response.json()) as { access_token?: string; id_token?: string; error?: string };
  if (!tokens.access_token || !tokens.id_token) throw new Error(`token refused: ${tokens.error ?? response.status}`);
  return { accessToken: tokens.access_token, idToken: tokens.id_token };
}
