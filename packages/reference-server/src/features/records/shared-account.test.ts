import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { startNationalSandbox } from '@spico/national-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, plantRecord, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { access } from '../access/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { ask, create, jeanne, oral, searched, zoe } from './test-kit.ts';

/* A structure account belongs to nobody (F-08): what one person saw, checked and answered for is not the other's. */
describe.each(databases)('two people of one structure, on %s', (db) => {
  let server: TestServer;
  let sandbox: Awaited<ReturnType<typeof startNationalSandbox>>;
  let nadia: SignedIn;
  let paul: SignedIn;

  beforeAll(async () => {
    sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://localhost/callback'] });
    server = await startTestServer({
      db,
      features: [patientSearch, records, identity, access],
      settings: { services: { ...sandbox.settings } },
    });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'], kind: 'structure' });
    paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const { accountId, practiceId } = nadia;
    await server.database.transaction((tx) =>
      statement(tx, 'update session set account_id = $2, practice_id = $3 where id = $1', [
        paul.sessionId,
        accountId,
        practiceId,
      ]),
    );
    paul = { ...paul, accountId, practiceId };
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  it('a document that Nadia checked opens no door to Paul [F-42]', async () => {
    await plantRecord(server, { traits: jeanne });
    const { searchId, candidates } = await searched(server, nadia, jeanne, 'CN');
    const enrol = (who: SignedIn, key: string) =>
      ask<{ code?: string }>(
        server,
        who,
        'POST',
        `/patient-searches/${searchId}/candidates/${candidates[0]?.candidateId}/self-enrolment`,
        { consent: oral },
        { 'idempotency-key': key },
      );
    expect(await enrol(paul, 'enrol-by-paul')).toMatchObject({ status: 404, body: { code: 'search-not-found' } });
    const other = { ...jeanne, birthFamilyName: 'Autre' };
    expect((await create(server, paul, { searchId, traits: other })).body).toMatchObject({ code: 'search-not-found' });
    expect((await enrol(nadia, 'enrol-by-nadia')).status).toBe(201);
  });

  it('an INS that Nadia compared is not decided by Paul [F-36]', async () => {
    const hers = await searched(server, nadia, zoe);
    const query = { searchId: hers.searchId, traits: zoe };
    const { insQueryId } = (await ask<{ insQueryId: string }>(server, nadia, 'POST', '/ins-queries', query)).body;
    const his = await searched(server, paul, zoe);
    const insDecision = { insQueryId, decision: 'accept' } as const;
    const stolen = await create(server, paul, { searchId: his.searchId, traits: zoe, insDecision });
    expect(stolen.body).toMatchObject({ code: 'ins-query-not-found' });
    expect((await create(server, nadia, { ...query, insDecision })).status).toBe(201);
  });

  it('one key stands for one intent of one person', async () => {
    const person = (birthFamilyName: string): IdentityTraits => ({ ...jeanne, birthFamilyName });
    const replies = [];
    for (const [who, traits] of [
      [nadia, person('Cle')],
      [paul, person('Clef')],
    ] as const) {
      const { searchId } = await searched(server, who, traits);
      replies.push(await create(server, who, { searchId, traits }, 'the-very-same-key'));
    }
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  });
});
