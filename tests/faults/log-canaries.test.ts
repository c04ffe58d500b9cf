import { randomUUID } from 'node:crypto';
import { type SignedIn, startTestServer, type TestServer } from '@spico/reference-server/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

/*
 * A morning of somebody's work, with its mistakes, read back from the log at its most talkative: no name, number, address,
 * token, cookie or typed text of anybody is in it (quality C7, T32). Nor does a later reader find them in the audit trail.
 */

const secrets = {
  family: 'Zyxcanarifamille',
  given: 'Zyxcanariprenom',
  used: 'Zyxcanariusage',
  birthDate: '1937-07-19',
  email: 'zyxcanari.mail@exemple.fr',
  login: 'zyxcanari.login@exemple.fr',
  mobile: '+33698761234',
  typedMobile: '06 98 76 12 34',
  reason: 'Zyxcanari motif écrit à la main',
  ins: '2370799999123',
  document: 'zyxcanari-octets-de-carte',
  search: 'Zyxcanarirecherche',
} as const;

let server: TestServer;
let nadia: SignedIn;
let awa: SignedIn;
beforeAll(async () => {
  server = await startTestServer({ keepLog: true });
  nadia = await server.signIn({ name: ['Nadia', 'Benali'], professionGroup: 'G01', email: secrets.login });
  awa = await server.signIn({ name: ['Awa', 'Diallo'] });
});
afterAll(() => server.close());

const traits = {
  birthFamilyName: secrets.family,
  firstBirthGivenName: secrets.given,
  sex: 'F',
  birthDate: secrets.birthDate,
  birthPlace: { kind: 'commune', cog: '31555' },
};
const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2024-01-15' };

async function ask<T>(
  who: SignedIn,
  method: string,
  path: string,
  body?: unknown,
  headers: object = {},
): Promise<T & { status: number }> {
  const answer = await server.app.inject({
    method: method as 'GET',
    url: `/api/v1${path}`,
    headers: {
      ...who.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomUUID(),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  });
  const json = String(answer.headers['content-type']).includes('json') ? answer.json<T>() : ({} as T);
  return { ...json, status: answer.statusCode };
}
const statuses: number[] = [];
const say = ({ status }: { status: number }) => void statuses.push(status);

it('keeps the log and the audit trail free of everything typed and every token (C7)', async () => {
  // The work itself.
  const found = await ask<{ searchId: string }>(nadia, 'POST', '/patient-searches', { traits });
  const record = await ask<{ id: string; version: number }>(nadia, 'POST', '/records', {
    searchId: found.searchId,
    traits,
    complementary: { usedFamilyName: secrets.used },
    contact: { email: secrets.email, mobile: secrets.typedMobile },
    consent,
  });
  expect(record.status).toBe(201);
  const at = `/records/${record.id}`;
  say(await ask(nadia, 'GET', at));
  say(await ask(nadia, 'GET', `${at}/identity-history`));
  const flags = { flags: ['doubtful'], reason: secrets.reason };
  say(await ask(nadia, 'PUT', `${at}/identity-flags`, flags, { 'if-match': '"1"' }));
  const bytes = Buffer.from(`%PDF-1.4\n% ${secrets.document}\n%%EOF\n`);
  say(await ask(nadia, 'POST', '/identity-document-copies', bytes, { 'content-type': 'application/octet-stream' }));
  const near = await ask<{ searchId: string; candidates: { candidateId: string }[] }>(
    awa,
    'POST',
    '/patient-searches',
    {
      traits,
    },
  );
  const door = `/patient-searches/${near.searchId}/candidates/${near.candidates[0]?.candidateId}`;
  say(await ask(awa, 'POST', `${door}/break-glass`, { reasonCode: 'urgent-care', reasonText: secrets.reason }));
  expect(statuses).toEqual([200, 200, 200, 201, 201]);

  // Its mistakes: each puts what was typed where a careless server would repeat it.
  say(await ask(nadia, 'GET', `/records/${secrets.family}`));
  say(await ask(nadia, 'GET', `/records?cursor=${secrets.family}&${secrets.given}=1`));
  say(await ask(nadia, 'GET', `/nowhere/${secrets.family}?q=${secrets.given}`));
  say(await ask(nadia, 'POST', '/patient-searches', `{"traits": {"${secrets.family}": "${secrets.given}"`));
  say(await ask(nadia, 'POST', '/patient-searches', { traits: { ...traits, ins: secrets.ins } }));
  say(
    await ask(nadia, 'POST', '/patient-searches', {
      traits: { ...traits, birthFamilyName: `${secrets.search}\u0000` },
    }),
  );
  say(await ask(nadia, 'PATCH', `${at}/administrative`, { email: `${secrets.email}@@` }, { 'if-match': '"2"' }));
  say(await ask(nadia, 'POST', '/records', { searchId: found.searchId, traits, consent }));
  say(await ask(nadia, 'GET', at, undefined, { authorization: `Bearer ${nadia.token}x` }));
  say(await ask(nadia, 'GET', at, undefined, { origin: `https://${secrets.given.toLowerCase()}.example` }));
  say(await ask(nadia, 'POST', '/session/one-time-codes', { email: secrets.login }));
  say(
    await ask(nadia, 'POST', '/oauth/token', `subject_token=${secrets.ins}`, {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`vendor:${secrets.ins}`).toString('base64')}`,
    }),
  );
  expect(statuses.slice(5).every((status) => status < 500)).toBe(true);

  // And a failure of ours, whose driver would quote the row.
  await server.database.asOwner((run) => run('alter table record_contact add check (mobile is null) not valid'));
  say(await ask(nadia, 'PATCH', `${at}/administrative`, { mobile: secrets.typedMobile }, { 'if-match': '"2"' }));
  expect(statuses.at(-1)).toBe(500);

  const log = server.logLines.join('\n');
  expect(server.logLines.length).toBeGreaterThan(15);
  expect(log).toContain('request failed');
  const trail = await server.database.asOwner((run) => run('select row_to_json(e)::text as line from audit.entry e'));
  const written = `${log}\n${JSON.stringify(trail)}`;
  const tokens = { token: nadia.token, cookie: nadia.cookie, otherToken: awa.token };
  const leaked = Object.entries({ ...secrets, ...tokens, person: 'Benali' }).filter(([, text]) =>
    written.toLowerCase().includes(text.toLowerCase()),
  );
  expect(leaked).toEqual([]);
});
