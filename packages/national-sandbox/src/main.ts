import { startNationalSandbox } from './index.ts';

/**
 * Runs the sandbox alone.
 *
 * | Variable | Meaning | Default |
 * |---|---|---|
 * | SANDBOX_HOST | address to listen on | 127.0.0.1 |
 * | SANDBOX_HTTP_PORT | Pro Santé Connect, INSi, mailbox page, DMP | 4100 |
 * | SANDBOX_SMTP_PORT | mail | 4125 |
 * | SANDBOX_PUBLIC_ORIGIN | address seen by browsers, when it differs | http://host:port |
 * | SANDBOX_REDIRECT_URIS | call-back addresses of the software, separated by spaces | http://localhost:4010/api/v1/session/pro-sante-connect/callback |
 * | SANDBOX_POST_LOGOUT_URIS | where the browser may return after signing out | the origins of the call-backs |
 */
const { env } = process;

function port(name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`${name} must be a port number`);
  return value;
}

const list = (value: string | undefined): string[] => (value ?? '').split(' ').filter(Boolean);
const redirectUris = list(
  env.SANDBOX_REDIRECT_URIS ?? 'http://localhost:4010/api/v1/session/pro-sante-connect/callback',
);
const postLogoutRedirectUris = list(env.SANDBOX_POST_LOGOUT_URIS);

const sandbox = await startNationalSandbox({
  host: env.SANDBOX_HOST ?? '127.0.0.1',
  ports: { http: port('SANDBOX_HTTP_PORT', 4100), smtp: port('SANDBOX_SMTP_PORT', 4125) },
  redirectUris,
  postLogoutRedirectUris,
  ...(env.SANDBOX_PUBLIC_ORIGIN ? { publicOrigin: env.SANDBOX_PUBLIC_ORIGIN } : {}),
});
// Ready to be pasted in front of the server's own start, or sourced by a script.
process.stdout.write(`Services nationaux simulés : ${sandbox.url}\n\n`);
for (const [name, value] of Object.entries(sandbox.settings)) process.stdout.write(`${name}='${value}'\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
