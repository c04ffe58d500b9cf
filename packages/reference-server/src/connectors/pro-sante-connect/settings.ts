import { SettingsError } from '../../platform/settings.ts';
import { isAllowedServiceUrl } from '../loopback.ts';

export interface ProSanteConnectSettings {
  readonly issuer: string;
  /** Name of the discovery document under `issuer/.well-known/`; the national service does not use the standard one. */
  readonly discoveryDocument: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuthentication: 'post' | 'basic';
  /** The level demanded and checked. */
  readonly acr: string;
  readonly scope: string;
  /** How a userinfo given as a JWT is signed: by the service's key, or by our shared secret. */
  readonly userinfoAlgorithm: 'RS256' | 'HS256';
  readonly timeoutSeconds: number;
}

/**
 * Reads `SPICO_PSC_*`; undefined without `SPICO_PSC_ISSUER`.
 * @throws {SettingsError} naming the variable
 */
export function readProSanteConnectSettings(
  services: Readonly<Record<string, string>>,
): ProSanteConnectSettings | undefined {
  const issuer = services.SPICO_PSC_ISSUER;
  if (!issuer) return undefined;
  if (!isAllowedServiceUrl(issuer)) {
    throw new SettingsError('SPICO_PSC_ISSUER must be an https address (http on the loopback only).');
  }
  const { SPICO_PSC_CLIENT_ID: clientId, SPICO_PSC_CLIENT_SECRET: clientSecret } = services;
  if (!clientId || !clientSecret) {
    throw new SettingsError('SPICO_PSC_CLIENT_ID and SPICO_PSC_CLIENT_SECRET are needed with SPICO_PSC_ISSUER.');
  }
  const userinfoAlgorithm = services.SPICO_PSC_USERINFO_ALGORITHM ?? 'RS256';
  if (userinfoAlgorithm !== 'RS256' && userinfoAlgorithm !== 'HS256') {
    throw new SettingsError('SPICO_PSC_USERINFO_ALGORITHM must be RS256 or HS256.');
  }
  const clientAuthentication = services.SPICO_PSC_CLIENT_AUTHENTICATION ?? 'post';
  if (clientAuthentication !== 'post' && clientAuthentication !== 'basic') {
    throw new SettingsError('SPICO_PSC_CLIENT_AUTHENTICATION must be post or basic.');
  }
  const discoveryDocument = services.SPICO_PSC_DISCOVERY ?? 'wallet-openid-configuration';
  if (!/^[\w.-]+$/.test(discoveryDocument)) throw new SettingsError('SPICO_PSC_DISCOVERY must be a file name.');
  return {
    issuer: issuer.replace(/\/$/, ''),
    discoveryDocument,
    clientId,
    clientSecret,
    clientAuthentication,
    acr: 'eidas1',
    scope: 'openid scope_all',
    userinfoAlgorithm,
    timeoutSeconds: 5,
  };
}
