import type { ClientMetadata } from 'oidc-provider';

/** A software registered with the sandbox. */
export interface SandboxClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Where the browser may be sent after signing out; the origins of `redirectUris` are always allowed at `/`. */
  readonly postLogoutRedirectUris?: readonly string[];
  /** How userinfo answers: `jwt` is the real service's habit. */
  readonly userinfo?: 'json' | 'jwt';
  readonly name?: string;
}

export function clientMetadata(client: SandboxClient): ClientMetadata {
  const homes = client.redirectUris.map((uri) => `${new URL(uri).origin}/`);
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    client_name: client.name ?? client.clientId,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...new Set([...homes, ...(client.postLogoutRedirectUris ?? [])])],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
    ...(client.userinfo === 'json' ? {} : { userinfo_signed_response_alg: 'RS256' as const }),
  };
}
