import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databases, openTestDatabase, scratchDirectory } from '@spico/reference-server/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, runToEnd, type ServerProcess, startServer } from './server-process.ts';

/*
 * The real server, in a process of its own, killed at any instant while it writes (quality S4, S11): what it acknowledged is
 * there, nothing is there twice, and the audit trail still verifies.
 */

const full = process.env['SPICO_TEST_FULL'] === '1';
const verify = 'packages/reference-server/src/cli/audit-verify.ts';

/** One creation that was sent, and the record that was acknowledged for it. */
interface Attempt {
  readonly key: string;
  readonly body: string;
  acknowledged?: string;
}

/** A physician at her practice software. */
class Writer {
  readonly attempts: Attempt[] = [];
  readonly #server: ServerProcess;
  #token = '';
  #searchId = '';

  constructor(server: ServerProcess, former: readonly Attempt[] = []) {
    this.#server = server;
    this.attempts.push(...former);
  }

  async #send(method: string, path: string, body?: string, key?: string) {
    return fetch(`${this.#server.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  async signIn(): Promise<this> {
    const given = await this.#send('POST', '/sandbox/tokens', '{"professional":"dr-martin"}');
    this.#token = ((await given.json()) as { accessToken: string }).accessToken;
    const searched = await this.#send('POST', '/patient-searches', JSON.stringify({ traits: person('Cherchee') }));
    this.#searchId = ((await searched.json()) as { searchId: string }).searchId;
    expect(searched.status).toBe(201);
    return this;
  }

  /** Creates one record after the other until the server is gone. */
  async writeUntilTheEnd(): Promise<void> {
    for (;;) {
      const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2024-01-15' };
      const body = JSON.stringify({ searchId: this.#searchId, traits: person(newName()), consent });
      const attempt: Attempt = { key: randomUUID(), body };
      this.attempts.push(attempt);
      try {
        const answer = await this.#send('POST', '/records', body, attempt.key);
        const { id } = (await answer.json()) as { id: string };
        if (answer.status === 201) attempt.acknowledged = id;
      } catch {
        return;
      }
    }
  }

  /** Sends an attempt again, as a client does that never heard the answer. */
  async again({ key, body }: Attempt): Promise<{ status: number; id: string }> {
    const answer = await this.#send('POST', '/records', body, key);
    const { id } = (await answer.json()) as { id: string };
    return { status: answer.status, id };
  }

  /** Every record of the patient list. */
  async listed(): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const answer = await this.#send('GET', `/records?limit=200${cursor}`);
      const page = (await answer.json()) as { items: { recordId: string }[]; nextCursor?: string };
      ids.push(...page.items.map(({ recordId }) => recordId));
      if (page.nextCursor === undefined) return ids;
      cursor = `&cursor=${page.nextCursor}`;
    }
  }
}

const newName = () =>
  `Q${randomBytes(9)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'x')}`;
const person = (birthFamilyName: string) => ({
  birthFamilyName,
  firstBirthGivenName: newName(),
  sex: 'F',
  birthDate: '1931-01-31',
  birthPlace: { kind: 'commune', cog: '31555' },
});

describe.each(databases)('killed while writing, on %s', (db) => {
  const clean: (() => unknown)[] = [];
  afterEach(async () => {
    for (const one of clean.splice(0).reverse()) await one();
  });

  async function place(): Promise<Place> {
    const { path, remove } = scratchDirectory();
    clean.push(remove);
    if (db === 'pglite') return { dataDirectory: path };
    const store = await openTestDatabase(db);
    clean.push(() => store.close());
    return { dataDirectory: path, databaseUrl: store.settings.kind === 'postgres' ? store.settings.url : '' };
  }

  it(
    'loses nothing it acknowledged, keeps nothing twice, and its trail verifies',
    async () => {
      const where = await place();
      const rounds = full ? 20 : db === 'pglite' ? 3 : 1;
      let attempts: readonly Attempt[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const server = await startServer(where);
        const writer = await new Writer(server, attempts).signIn();
        const before = attempts.filter((one) => one.acknowledged).length;
        const writing = Promise.all([1, 2, 3, 4].map(() => writer.writeUntilTheEnd()));
        const acknowledgedNow = () => writer.attempts.filter((one) => one.acknowledged).length;
        // From the first answer on, at any instant: on a busy machine it takes a while to come.
        await expect.poll(acknowledgedNow, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before);
        await pause(randomInt(0, 1200));
        await server.killNine();
        await writing;
        ({ attempts } = writer);
      }

      const server = await startServer(where);
      clean.push(() => server.killNine());
      const after = await new Writer(server).signIn();
      const acknowledged = attempts.flatMap((one) => one.acknowledged ?? []);
      const found = await after.listed();
      expect(acknowledged.filter((id) => !found.includes(id))).toEqual([]);

      const records: string[] = [];
      for (const attempt of attempts) {
        const { status, id } = await after.again(attempt);
        expect(status).toBe(201);
        if (attempt.acknowledged) expect(id).toBe(attempt.acknowledged);
        records.push(id);
      }
      expect((await after.listed()).toSorted()).toEqual(records.toSorted());

      await server.stop();
      const { code, output } = await runToEnd(verify, where);
      expect([code, output]).toEqual([0, expect.stringContaining('Intact.')]);
    },
    full ? 900_000 : 180_000,
  );
});

describe('a second process', () => {
  it('does not start on a directory that is in use, and says who uses it (G4)', async () => {
    const { path, remove } = scratchDirectory();
    const first = await startServer({ dataDirectory: path });
    try {
      const second = await runToEnd('packages/reference-server/src/main.ts', { dataDirectory: path });
      expect(second.code).toBe(1);
      expect(second.output).toMatch(new RegExp(`in use by process ${first.pid}`));
      expect(second.output).not.toContain('ready');
      // The first one has not noticed anything.
      expect((await fetch(`${first.address}/health`)).status).toBe(200);
    } finally {
      await first.killNine();
      remove();
    }
  });
});
