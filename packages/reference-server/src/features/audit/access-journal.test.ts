import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantRecord, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { account } from '../account/index.ts';
import { careCircle } from '../care-circle/index.ts';
import { jeanne } from '../records/test-kit.ts';
import { audit } from './index.ts';

describe('the access journal', () => {
  let server: TestServer;
  let nadia: SignedIn;
  beforeAll(async () => {
    server = await startTestServer({ features: [audit, careCircle, account] });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });
  afterAll(() => server.close());

  it('names the software that was used, and none for the portal itself [F-69]', async () => {
    const recordId = await plantRecord(server, { traits: jeanne, members: [[nadia, 'creator']] });
    const portal = { origin: server.settings.publicOrigin, cookie: `spico_session=${nadia.cookie}` };
    const given = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session/tokens',
      headers: portal,
      payload: {},
    });
    const { accessToken } = given.json<{ accessToken: string }>();
    const fromPortal = { origin: portal.origin, authorization: `Bearer ${accessToken}` };
    for (const headers of [nadia.headers, fromPortal]) {
      await server.app.inject({ url: `/api/v1/records/${recordId}/care-circle`, headers });
    }
    const journal = await server.app.inject({ url: `/api/v1/records/${recordId}/access-journal`, headers: fromPortal });
    const items = journal.json<{ items: { clientName?: string }[] }>().items;
    expect(items.map(({ clientName }) => clientName)).toEqual([undefined, 'Cabinet Test']);
  });

  it('says of a record that lives on in another one that it does, and nothing else', async () => {
    const traits = { ...jeanne, birthFamilyName: 'Réunie' };
    const recordId = await plantRecord(server, { traits, state: 'merged', members: [[nadia, 'creator']] });
    for (const part of ['access-journal', 'care-circle']) {
      const answer = await server.app.inject({ url: `/api/v1/records/${recordId}/${part}`, headers: nadia.headers });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'record-merged']);
    }
  });
});
