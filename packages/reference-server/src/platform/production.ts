import { type Settings, SettingsError } from './settings.ts';

const keys = [
  'SPICO_KEY_CURSORS',
  'SPICO_KEY_IDENTITY_DOCUMENTS',
  'SPICO_KEY_ONE_TIME_CODES',
  'SPICO_KEY_ID_TOKENS',
] as const;

/** What a service of the real world needs to be told; the sandbox is content with our defaults. */
const identifications = {
  SPICO_INSI_URL: ['SPICO_INSI_EMITTER', 'SPICO_INSI_AUTHORISATION', 'SPICO_INSI_INSTANCE'],
  SPICO_SMTP_HOST: ['SPICO_SMTP_FROM', 'SPICO_SMTP_SUPERVISOR'],
} as const;

/**
 * Refuses the defaults that are good for a demonstration only: a server with real people starts when all is said.
 * @throws {SettingsError} naming everything that is missing
 */
export function refuseUnsafe({ demo, publicOrigin, database, services }: Settings): void {
  if (demo) return;
  const faults: string[] = [];
  if (!publicOrigin.startsWith('https:')) {
    faults.push('SPICO_PUBLIC_ORIGIN must be an https origin: the session cookie travels under it.');
  }
  // With the owner's login, whoever gets a statement in could leave the application's role and rewrite the audit trail.
  if (database.kind === 'postgres' && loginOf(database.url) === loginOf(database.ownerUrl)) {
    faults.push('DATABASE_OWNER_URL must be given, with another login than DATABASE_URL.');
  }
  // A key made in the data directory is lost with it, and unknown to a second server.
  const given = keys.map((name) => services[name]);
  keys.forEach((name, at) => {
    if (!given[at]) faults.push(`${name} must be given.`);
    else if (given.indexOf(given[at]) < at) faults.push(`${name} must be a key of its own.`);
  });
  for (const [service, names] of Object.entries(identifications)) {
    if (!services[service]) continue;
    for (const name of names) if (!services[name]) faults.push(`${name} must be given with ${service}.`);
  }
  if (faults.length === 0) return;
  throw new SettingsError(`This server is no demonstration (SPICO_DEMO is not yes):\n- ${faults.join('\n- ')}`);
}

const loginOf = (url: string): string => new URL(url).username;
