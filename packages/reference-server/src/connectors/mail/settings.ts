import { SettingsError } from '../../platform/settings.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte (465); `starttls`: upgraded or refused; `none`: loopback sandbox only. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly from: { readonly name: string; readonly address: string };
  readonly login?: { readonly user: string; readonly password: string };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Reads `SPICO_SMTP_*`; undefined without `SPICO_SMTP_HOST`.
 * @throws {SettingsError} naming the variable
 */
export function readMailSettings(services: Readonly<Record<string, string>>): MailSettings | undefined {
  const host = services.SPICO_SMTP_HOST;
  if (!host) return undefined;
  const loopback = LOOPBACK.test(host);
  const tls = services.SPICO_SMTP_TLS ?? (loopback ? 'none' : 'starttls');
  if (tls !== 'implicit' && tls !== 'starttls' && tls !== 'none') {
    throw new SettingsError('SPICO_SMTP_TLS must be implicit, starttls or none.');
  }
  if (tls === 'none' && !loopback) throw new SettingsError('SPICO_SMTP_TLS may be none for a loopback host only.');
  const port = Number(services.SPICO_SMTP_PORT ?? (tls === 'implicit' ? 465 : 587));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new SettingsError('SPICO_SMTP_PORT must be a port.');
  const user = services.SPICO_SMTP_USER;
  return {
    host,
    port,
    tls,
    from: {
      name: services.SPICO_SMTP_FROM_NAME ?? 'SPICO',
      address: services.SPICO_SMTP_FROM ?? 'ne-pas-repondre@spico.invalid',
    },
    ...(user ? { login: { user, password: services.SPICO_SMTP_PASSWORD ?? '' } } : {}),
  };
}
