/** Everything the environment may decide. main.ts hands the environment over once; nothing else reads it. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Origin under which browsers see this server, e.g. `https://spico.example`. Cookies and redirects stand on it. */
  readonly publicOrigin: string;
  readonly database: DatabaseSettings;
  /** Directory for what stands beside the database: signed audit heads, the key that signs them, PGlite itself. */
  readonly dataDirectory: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Address or network of the one proxy whose `X-Forwarded-*` may be believed; absent: none is believed. */
  readonly trustedProxy?: string;
  /** A demo server: named people, sandbox sign-in, sandbox national services. Never with real data. */
  readonly demo: boolean;
  /** Inactivity after which a session ends, in seconds (F-12). */
  readonly sessionIdleSeconds: number;
  /** The national services and their credentials; each connector reads its own keys from here. */
  readonly services: Readonly<Record<string, string>>;
}

export type DatabaseSettings =
  | {
      readonly kind: 'postgres';
      /** The application's login; it needs nothing but membership of `spico_app`. */
      readonly url: string;
      /** The owner's login, for migrations; the application's own when absent (demo only). */
      readonly ownerUrl: string;
      readonly poolSize: number;
    }
  | { readonly kind: 'pglite' /** Absent: in memory. */; readonly directory?: string };

/** A setting that cannot be used, said in one sentence. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/**
 * Reads `SPICO_*` and `DATABASE_URL`; everything has a demo default.
 * @throws {SettingsError} naming the variable and what it should hold
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const text = (name: string, fallback: string) => environment[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, least: number, most: number) => {
    const raw = text(name, String(fallback));
    const value = Number(raw);
    if (!/^\d+$/.test(raw) || value < least || value > most) {
      throw new SettingsError(`${name} must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };

  const host = text('SPICO_HOST', '127.0.0.1');
  const port = whole('SPICO_PORT', 4010, 0, 65_535);
  const dataDirectory = text('SPICO_DATA_DIR', '.data');
  const level = text('SPICO_LOG_LEVEL', 'info');
  const logLevel = levels.find((one) => one === level);
  if (!logLevel) throw new SettingsError(`SPICO_LOG_LEVEL must be one of ${levels.join(', ')}.`);
  const publicOrigin = text('SPICO_PUBLIC_ORIGIN', `http://localhost:${port}`);
  if (!URL.canParse(publicOrigin) || new URL(publicOrigin).origin !== publicOrigin) {
    throw new SettingsError('SPICO_PUBLIC_ORIGIN must be an origin such as https://spico.example, without a path.');
  }
  const url = environment['DATABASE_URL']?.trim();
  if (url && !/^postgres(ql)?:\/\//.test(url)) throw new SettingsError('DATABASE_URL must start with postgres://.');
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    const given = environment[name]?.trim();
    // They would take the place of the role, the clock and the time limits that every session starts with.
    if (given && URL.canParse(given) && new URL(given).searchParams.has('options')) {
      throw new SettingsError(`${name} must not hold "options".`);
    }
  }
  const trustedProxy = environment['SPICO_TRUSTED_PROXY']?.trim();
  const services: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (/^SPICO_(PSC|INSI|SMTP|SANDBOX|KEY|DMP|IDENTITY)_/.test(name) && value) services[name] = value;
  }

  return {
    host,
    port,
    publicOrigin,
    dataDirectory,
    logLevel,
    demo: text('SPICO_DEMO', 'no') === 'yes',
    sessionIdleSeconds: whole('SPICO_SESSION_IDLE_SECONDS', 900, 1, 43_200),
    services,
    ...(trustedProxy ? { trustedProxy } : {}),
    database: url
      ? {
          kind: 'postgres',
          url,
          ownerUrl: text('DATABASE_OWNER_URL', url),
          poolSize: whole('SPICO_POOL_SIZE', 10, 1, 200),
        }
      : { kind: 'pglite', directory: `${dataDirectory}/database` },
  };
}
