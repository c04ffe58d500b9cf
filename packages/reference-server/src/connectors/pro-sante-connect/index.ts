import { OidcProSanteConnect } from './oidc-client.ts';
import type { ProSanteConnect } from './port.ts';
import { readProSanteConnectSettings } from './settings.ts';

export { OidcProSanteConnect } from './oidc-client.ts';
export {
  type PresentedToken,
  type ProSanteConnect,
  ProSanteConnectError,
  type ProSanteConnectFailure,
  type ProSanteConnectIdentity,
  type ProSanteConnectSignIn,
  type PscPractice,
  type PscRole,
  type SignInChecks,
  type StartSignIn,
} from './port.ts';
export { type ProSanteConnectSettings, readProSanteConnectSettings } from './settings.ts';

/** The connector the settings ask for; undefined when sign-in by Pro Santé Connect is not offered here. */
export function createProSanteConnect(services: Readonly<Record<string, string>>): ProSanteConnect | undefined {
  const settings = readProSanteConnectSettings(services);
  return settings && new OidcProSanteConnect(settings);
}
