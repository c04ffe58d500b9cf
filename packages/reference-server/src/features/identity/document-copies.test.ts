import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from '../records/index.ts';
import { ask, created, jeanne } from '../records/test-kit.ts';
import { identity } from './index.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080078007801011100ffd9', 'hex');
const png = (width: number, height: number) => {
  const header = Buffer.alloc(24);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, randomBytes(64)]);
};
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 0x20)]);

describe.each(databases)('copies of identity documents, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch, records, identity] });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });
  afterAll(() => server.close());

  const upload = (bytes: Buffer, who = nadia, type = 'application/octet-stream') =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/identity-document-copies',
      headers: { ...who.headers, 'content-type': type },
      payload: bytes,
    });
  const rows = <T>(sql: string, values: unknown[] = []) =>
    server.database.transaction((tx) => statement<T>(tx, sql, values));
  const read = (recordId: string, copyId: string, who = nadia) =>
    server.app.inject({ url: `/api/v1/records/${recordId}/identity-document-copies/${copyId}`, headers: who.headers });

  it('[F-32] come back byte for byte from the record that took them, and lie encrypted meanwhile', async () => {
    const bytes = pdf(5000);
    const deposited = await upload(bytes);
    expect(deposited.statusCode).toBe(201);
    const { copyId, mediaType, deletedOn } = deposited.json();
    expect(mediaType).toBe('application/pdf');
    expect(Number(deletedOn.slice(0, 4))).toBe(new Date().getFullYear() + 5);
    const record = await created(server, nadia, jeanne, { identityDocument: { type: 'CN', copyId } });
    expect(record.identity.documentCheck).toMatchObject({ copyId });
    const back = await read(record.id, copyId);
    expect(back.rawPayload.equals(bytes)).toBe(true);
    expect(back.headers).toMatchObject({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' });
    const [kept] = await rows<{ sealed: Uint8Array }>('select sealed from identity_document_copy where id = $1', [
      copyId,
    ]);
    expect(Buffer.from(kept?.sealed ?? []).includes('%PDF')).toBe(false);

    const other = await created(server, nadia, { ...jeanne, birthFamilyName: 'Autre' });
    expect((await read(other.id, copyId)).statusCode).toBe(404);
    const stranger = await server.signIn({ name: ['Marc', 'Petit'] });
    expect((await read(record.id, copyId, stranger)).json()).toMatchObject({ code: 'record-not-found' });
    // Taken once, by whoever deposited it.
    const twice = await ask(
      server,
      nadia,
      'POST',
      `/records/${other.id}/identity-document-checks`,
      { type: 'CN', copyId },
      { 'if-match': '"1"' },
    );
    expect([twice.status, twice.body]).toMatchObject([
      400,
      { fields: [{ pointer: '/copyId', code: 'copy-not-found' }] },
    ]);
  });

  it.each([
    ['a JPEG photo', JPEG, 201],
    ['a PNG photo', png(1200, 800), 201],
    ['nothing at all', Buffer.alloc(0), 400],
    ['exactly 10 MiB', pdf(10_485_760), 201],
    ['10 MiB and one byte', pdf(10_485_761), 413],
    ['HTML renamed', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415],
    ['a zip', Buffer.from('504b0304140000000000', 'hex'), 415],
    ['GIF and script', Buffer.from('GIF89a/*<script>*/'), 415],
    ['a picture of 50,000 × 50,000', png(50_000, 50_000), 400],
    ['the beginning of a JPEG', Buffer.from('ffd8ffe0', 'hex'), 400],
  ])('takes or refuses %s by its bytes', async (_what, bytes, status) => {
    expect((await upload(bytes)).statusCode).toBe(status);
  });

  it('says nothing about a declared type: the bytes decide, and JSON is no copy', async () => {
    expect((await upload(JPEG, nadia, 'application/json')).statusCode).toBe(415);
    expect((await upload(JPEG, nadia, 'image/jpeg')).statusCode).toBe(415);
  });

  it('[F-266] are destroyed after a day without record, after five years with one, each with its own line', async () => {
    const left = (await upload(JPEG)).json().copyId as string;
    const taken = (await upload(JPEG)).json().copyId as string;
    const record = await created(
      server,
      nadia,
      { ...jeanne, birthFamilyName: 'Conservée' },
      { identityDocument: { type: 'PA', copyId: taken } },
    );
    const purge = () =>
      identity.daily?.({ database: server.database, settings: server.settings, ids: { next: () => '' } });
    const there = async () => (await rows<{ id: string }>('select id from identity_document_copy')).map(({ id }) => id);
    await server.advanceClock(25 * 3600);
    await purge();
    expect(await there()).toContain(taken);
    expect(await there()).not.toContain(left);
    await server.advanceClock(5 * 366 * 24 * 3600);
    await purge();
    expect(await there()).toEqual([]);
    const lines = await rows<{ record_id: string | null }>(
      `select record_id from audit.entry where operation = 'identity-documents.purge'`,
    );
    expect(lines.map(({ record_id }) => record_id)).toEqual(expect.arrayContaining([record.id, null]));
    const chain = await rows(
      `select 1 from audit.entry where chain = 'record:' || $1 and operation = 'identity-documents.purge'`,
      [record.id],
    );
    expect(chain).toHaveLength(1);
  });
});
