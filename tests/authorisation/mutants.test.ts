import { randomBytes } from 'node:crypto';
import { features } from '@spico/reference-server/features';
import { startTestServer, type TestServer } from '@spico/reference-server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, modes, plantFixture } from './fixture.ts';
import { broken, mutants } from './mutants.ts';
import { type Ground, type Violation, walk } from './walk.ts';

// Every mutant reads what the sound server sealed, so they share its keys.
const services = {
  SPICO_DMP_URL_TEMPLATE: 'https://dmp.example/{ins}/{oid}',
  SPICO_KEY_CURSORS: randomBytes(32).toString('base64'),
  SPICO_KEY_IDENTITY_DOCUMENTS: randomBytes(32).toString('base64'),
};

let sound: TestServer;
let fixture: Fixture;
beforeAll(async () => {
  sound = await startTestServer({ settings: { services } });
  fixture = await plantFixture(sound);
});
afterAll(() => sound.close());

async function firstViolation(stage: Fixture, ground: Ground): Promise<Violation | undefined> {
  for await (const violation of walk(stage, ground)) return violation;
  return undefined;
}

describe('the walk finds what was broken on purpose [F-68]', () => {
  it('and nothing in the server that is sound', async () => {
    const few = modes.filter(({ name }) => ['no link', 'added member', 'expired break-glass'].includes(name));
    expect(await firstViolation(fixture, { groups: ['G10', 'G12'], modes: few })).toBeUndefined();
  });

  it.each(mutants)('$name', async ({ groups, judge, handler, view, operation, sign }) => {
    const mended = view ? await breakView(view) : undefined;
    const server = await startTestServer({
      on: sound,
      settings: { services },
      features: broken(features, handler, fixture),
      ...(judge ? { judge } : {}),
    });
    try {
      const found = await firstViolation({ ...fixture, server }, { groups, modes });
      expect(found?.what).toMatch(sign);
      if (operation) expect(found?.operation).toBe(operation);
    } finally {
      await server.close();
      await mended?.();
    }
  });
});

/** Breaks the view every request asks how somebody reaches a record. @returns what puts it back */
async function breakView(view: (sound: string) => string): Promise<() => Promise<void>> {
  const [row] = await fixture.sql<{ text: string }>(`select pg_get_viewdef('record_relation') as text`);
  const text = row?.text ?? '';
  const wrong = view(text);
  if (wrong === text) throw new Error(`The view is not broken: ${text}`);
  await fixture.sql(`create or replace view record_relation as ${wrong}`);
  return async () => {
    await fixture.sql(`create or replace view record_relation as ${text}`);
  };
}
