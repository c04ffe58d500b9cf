import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases, type SignedIn, startTestServer, type TestServer } from '../testing/index.ts';
import { sampleDocument, sampleFeature, type SampleHooks, sampleSchema } from '../testing/sample.ts';
import { nobodysId } from './ids.ts';

describe.each(databases)('a use case, through the whole server, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  const hooks: SampleHooks = {};
  beforeAll(async () => {
    server = await startTestServer({ db, features: [sampleFeature(hooks)], document: sampleDocument(), keepLog: true });
    await server.database.asOwner((run) => run(sampleSchema));
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    delete hooks.beforeAnswer;
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });

  const create = (who: SignedIn, label: string, key?: string, on: TestServer = server) =>
    on.app.inject({
      method: 'POST',
      url: '/api/v1/records',
      headers: { ...who.headers, ...(key ? { 'idempotency-key': key } : {}) },
      payload: { label },
    });
  const open = (who: SignedIn, recordId: string) =>
    server.app.inject({ method: 'GET', url: `/api/v1/records/${recordId}`, headers: who.headers });
  const trail = (where: string, value: string) =>
    server.database.asOwner((run) =>
      run<{
        operation: string;
        outcome: string;
        problem: string | null;
        mode: string;
        account_id: string;
        client_id: string;
        sections: string[];
      }>(`select * from audit.entry where ${where} = $1 order by recorded_at, seq`, [value]),
    );
  const rows = async (table: string) => {
    const [row] = await server.database.asOwner((run) =>
      run<{ n: number }>(`select count(*)::int as n from ${table}`, []),
    );
    return row?.n;
  };
  let serial = 0;
  const label = () => `${db} ${(serial += 1)}`;

  it('lets Nadia create and open her record, and writes down both [F-69]', async () => {
    const created = await create(nadia, label());
    expect(created.statusCode).toBe(201);
    const { recordId } = created.json<{ recordId: string }>();
    expect((await open(nadia, recordId)).statusCode).toBe(200);
    expect(await trail('chain', `record:${recordId}`)).toMatchObject([
      { operation: 'records.create', outcome: 'done', mode: 'creator', account_id: nadia.accountId },
      {
        operation: 'records.open',
        outcome: 'done',
        mode: 'creator',
        sections: ['S01'],
        client_id: `test-${nadia.sessionId}`,
      },
    ]);
  });

  it('answers a stranger, an unknown id and a malformed id alike, and audits the refusal [F-266]', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    const karim = await server.signIn({ name: ['Karim', 'Haddad'] });
    const bodies = [];
    for (const id of [recordId, nobodysId.replace('0', '1'), 'not-an-id', `${recordId}%00`, '..%2f..%2fetc']) {
      const answer = await open(karim, id);
      const { traceId: _trace, ...body } = answer.json<{ traceId: string; code: string }>();
      const { 'x-request-id': _id, date: _date, ...headers } = answer.headers;
      bodies.push(JSON.stringify([answer.statusCode, body, headers]));
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('record-not-found');
    expect((await trail('chain', `record:${recordId}`)).at(-1)).toMatchObject({
      outcome: 'refused',
      problem: 'record-not-found',
      account_id: karim.accountId,
    });
    expect(await trail('account_id', karim.accountId)).toHaveLength(5);
  });

  it('rolls back what a failing act wrote, and keeps the row that says it was tried', async () => {
    const before = await rows('coordination_record');
    const answer = await create(nadia, 'refuse me');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'record-exists']);
    expect(await rows('coordination_record')).toBe(before);
    expect(await trail('account_id', nadia.accountId)).toMatchObject([{ outcome: 'failed', problem: 'record-exists' }]);
  });

  it('gives 503 and no data when the audit row cannot be written', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    const before = await rows('coordination_record');
    await server.database.asOwner((run) => run('revoke execute on function audit.append from spico_app'));
    try {
      const reading = await open(nadia, recordId);
      expect([reading.statusCode, reading.json<{ code: string }>().code]).toEqual([503, 'service-unavailable']);
      expect(reading.body).not.toContain(recordId);
      const writing = await create(nadia, label());
      expect(writing.statusCode).toBe(503);
      expect(writing.headers['retry-after']).toBe('2');
    } finally {
      await server.database.asOwner((run) => run('grant execute on function audit.append to spico_app'));
    }
    expect(await rows('coordination_record')).toBe(before);
    expect((await open(nadia, recordId)).statusCode).toBe(200);
  });

  it('repeats the first answer for the same key and body, and does the deed once', async () => {
    const text = label();
    const first = await create(nadia, text, 'intent-0001');
    const before = await rows('coordination_record');
    const again = await create(nadia, text, 'intent-0001');
    expect(again.statusCode).toBe(201);
    expect(again.body).toBe(first.body);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await rows('coordination_record')).toBe(before);
    expect((await trail('account_id', nadia.accountId)).map((one) => one.outcome).sort()).toEqual(['done', 'replayed']);
  });

  it('refuses the same key with another body, and knows callers apart', async () => {
    await create(nadia, label(), 'intent-0002');
    const other = await create(nadia, label(), 'intent-0002');
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'idempotency-key-reused']);
    const karim = await server.signIn({ name: ['Karim', 'Haddad'] });
    expect((await create(karim, label(), 'intent-0002')).statusCode).toBe(201);
  });

  it('does one intent sent five times at once only once; the others wait or hear 409', async () => {
    const text = label();
    const before = (await rows('coordination_record')) ?? 0;
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(nadia, text, 'intent-0003')));
    const statuses = answers.map((one) => one.statusCode).sort();
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(statuses[0]).toBe(201);
    expect(await rows('coordination_record')).toBe(before + 1);
  });

  it.runIf(db === 'postgres')('says 409 while the first request with the key is still running', async () => {
    const text = label();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      hooks.beforeAnswer = async () => {
        resolve();
        await new Promise<void>((go) => {
          release = go;
        });
      };
    });
    const first = create(nadia, text, 'intent-0004').then((answer) => answer);
    await held;
    const second = await create(nadia, text, 'intent-0004');
    expect([second.statusCode, second.json<{ code: string }>().code]).toEqual([409, 'idempotency-in-flight']);
    release();
    expect((await first).statusCode).toBe(201);
  });

  it('asks for the version, refuses a stale one, and lets one of two writers win', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    const rename = (version: string | undefined, text = label()) =>
      server.app.inject({
        method: 'PUT',
        url: `/api/v1/records/${recordId}`,
        headers: { ...nadia.headers, ...(version === undefined ? {} : { 'if-match': version }) },
        payload: { label: text },
      });
    expect((await rename(undefined)).statusCode).toBe(428);
    for (const tag of ['*', 'W/"1"', '1', '"1", "2"', '']) expect((await rename(tag)).statusCode).toBe(400);
    const both = await Promise.all([rename('"1"'), rename('"1"')]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 412]);
  });

  it('ends a token at five minutes, a session at fifteen idle ones, by the clock of the database [F-12]', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    await server.advanceClock(301);
    expect((await open(nadia, recordId)).json<{ code: string }>().code).toBe('token-expired');
    nadia = await server.freshToken(nadia);
    expect((await open(nadia, recordId)).statusCode).toBe(200);
    await server.advanceClock(899);
    nadia = await server.freshToken(nadia);
    expect((await open(nadia, recordId)).statusCode).toBe(200);
    await server.advanceClock(901);
    nadia = await server.freshToken(nadia);
    expect((await open(nadia, recordId)).json<{ code: string }>().code).toBe('session-ended');
  });

  it('ends an emergency access at two hours, mid-session [F-43]', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    let karim = await server.signIn({ name: ['Karim', 'Haddad'] });
    await server.database.transaction(async (tx) => {
      await tx.updateTable('session').set({ idle_seconds: 43_200 }).where('id', '=', karim.sessionId).execute();
      await tx
        .insertInto('break_glass_grant')
        .values({
          id: crypto.randomUUID(),
          record_id: recordId,
          account_id: karim.accountId,
          reason_code: 'emergency',
          reason_text: 'found unconscious',
        })
        .execute();
    });
    expect((await open(karim, recordId)).statusCode).toBe(200);
    await server.advanceClock(7199);
    karim = await server.freshToken(karim);
    expect((await open(karim, recordId)).statusCode).toBe(200);
    await server.advanceClock(2);
    karim = await server.freshToken(karim);
    const late = await open(karim, recordId);
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([403, 'break-glass-ended']);
    expect((await trail('account_id', karim.accountId)).map((one) => [one.mode, one.outcome])).toEqual([
      ['break-glass', 'done'],
      ['break-glass', 'done'],
      ['none', 'refused'],
    ]);
  });

  it('refuses a token on another page, from an unknown page, or without one', async () => {
    const { recordId } = (await create(nadia, label())).json<{ recordId: string }>();
    await server.database.transaction((tx) =>
      tx
        .insertInto('client')
        .values({ id: `other-${recordId}`, name: 'Other', origins: ['https://other.example'], scopes: [] })
        .execute(),
    );
    const from = (origin: string) =>
      server.app.inject({
        url: `/api/v1/records/${recordId}`,
        headers: { authorization: nadia.headers.authorization, origin },
      });
    expect((await from('https://other.example')).json<{ code: string }>().code).toBe('origin-not-allowed');
    for (const origin of ['https://cabinet.example.evil.example', 'https://evilcabinet.example', 'null']) {
      const answer = await from(origin);
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await server.app.inject({ url: `/api/v1/records/${recordId}` })).statusCode).toBe(401);
  });

  it('coerces nothing, accepts no unknown field, and points at what is wrong', async () => {
    const send = (payload: string, type = 'application/json') =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/records',
        headers: { ...nadia.headers, 'content-type': type },
        payload,
      });
    const wrong = await send('{"label":5,"rank":"1","extra":true}');
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json<{ fields: unknown[] }>().fields).toEqual([
      { pointer: '/extra', code: 'unknown-field' },
      { pointer: '/label', code: 'type' },
      { pointer: '/rank', code: 'type' },
    ]);
    expect((await send('{"label":"a","label":"b"}')).json<{ code: string }>().code).toBe('invalid-json');
    expect((await send('"x"')).statusCode).toBe(400);
    for (const type of [
      'text/plain',
      'application/json\ta',
      'application/json; charset=utf-7',
      'application/problem+json',
    ]) {
      expect((await send('{"label":"a"}', type)).statusCode).toBe(415);
    }
    expect((await send(`{"label":"${'a'.repeat(300_000)}"}`)).statusCode).toBe(413);
    expect((await server.app.inject('/api/v1/hour?zone=2')).statusCode).toBe(200);
    for (const query of ['zone=2.0', 'zone=two', 'zone=1&zone=2', 'zone=99', 'other=1']) {
      expect((await server.app.inject(`/api/v1/hour?${query}`)).statusCode).toBe(400);
    }
  });

  it('puts no name, token, id of a person or typed text into the log [F-208]', async () => {
    await create(nadia, 'CANARY-LABEL');
    await create(nadia, 'CANARY-LABEL');
    await server.app.inject('/api/v1/hour?CANARY=1');
    const log = server.logLines.join('\n');
    expect(log).toContain('"operation":"sampleCreate"');
    expect(log).toContain('request failed');
    for (const canary of ['CANARY', nadia.token, nadia.cookie, 'Nadia', 'Benali']) expect(log).not.toContain(canary);
  });
});
