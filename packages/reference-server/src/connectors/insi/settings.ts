import { SettingsError } from '../../platform/settings.ts';
import { isAllowedServiceUrl } from '../loopback.ts';

export interface InsiSettings {
  /** `https://services-ps.ameli.fr/lps` in production; http only on the loopback. */
  readonly url: string;
  readonly soapVersion: '1.1' | '1.2';
  /** For a whole search, follow-up questions included. */
  readonly timeoutMs: number;
  /** Identification of the software (contextes LPS and BAM): given by the CNDA with the authorisation. */
  readonly emitter: string;
  readonly authorisation: string;
  readonly softwareName: string;
  readonly softwareVersion: string;
  /** A UUID of this installation. */
  readonly instance: string;
  /** PKCS#12 file of the organisation, for mutual TLS. */
  readonly certificate?: { readonly file: string; readonly passphrase: string };
}

/**
 * Reads `SPICO_INSI_*`. Without `SPICO_INSI_URL` there is no teleservice and the answer is undefined.
 * @throws {SettingsError} naming the variable
 */
export function readInsiSettings(services: Readonly<Record<string, string>>): InsiSettings | undefined {
  const url = services.SPICO_INSI_URL;
  if (!url) return undefined;
  if (!isAllowedServiceUrl(url))
    throw new SettingsError('SPICO_INSI_URL must be an https address (http on the loopback only).');
  const timeoutMs = Number(services.SPICO_INSI_TIMEOUT_MS ?? 5000);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 100 || timeoutMs > 30_000) {
    throw new SettingsError('SPICO_INSI_TIMEOUT_MS must be a whole number from 100 to 30000.');
  }
  const soapVersion = services.SPICO_INSI_SOAP ?? '1.2';
  if (soapVersion !== '1.1' && soapVersion !== '1.2') throw new SettingsError('SPICO_INSI_SOAP must be 1.1 or 1.2.');
  const file = services.SPICO_INSI_CERTIFICATE;
  return {
    url,
    soapVersion,
    timeoutMs,
    emitter: services.SPICO_INSI_EMITTER ?? '899900000000',
    authorisation: services.SPICO_INSI_AUTHORISATION ?? 'BACASABLE000',
    softwareName: services.SPICO_INSI_SOFTWARE ?? 'SPICO',
    softwareVersion: services.SPICO_INSI_SOFTWARE_VERSION ?? '0.1.0',
    instance: services.SPICO_INSI_INSTANCE ?? '00000000-0000-4000-8000-000000000000',
    ...(file ? { certificate: { file, passphrase: services.SPICO_INSI_CERTIFICATE_PASSPHRASE ?? '' } } : {}),
  };
}
