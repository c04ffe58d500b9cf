import { ACTIONS } from '@spico/domain/rules/access/action';
import { startTestServer } from '@spico/reference-server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from './contract.ts';
import { everyGroup, type Fixture, modes, plantFixture } from './fixture.ts';
import { groups, holds } from './oracle.ts';
import { ways } from './requests.ts';
import { type Violation, walk } from './walk.ts';

const full = process.env['SPICO_TEST_FULL'] === '1';

test('the walk knows every operation of the contract, and no other [F-68]', () => {
  expect(Object.keys(ways).sort()).toEqual(
    readOperations()
      .map(({ id }) => id)
      .sort(),
  );
});

test.each(readOperations())('the contract asks for $id what the rules ask [F-68]', ({ authz, method }) => {
  const { action, reach, section, verb, alsoNeeds = [], emergency, clientScope } = authz;
  if (reach === 'public' || reach === 'session') {
    expect({ section, verb, clientScope, alsoNeeds }).toEqual({ alsoNeeds: [] });
    return;
  }
  const rule = (ACTIONS as Record<string, (typeof ACTIONS)['records.open'] | undefined>)[action];
  const ordinary = reach === 'record' && verb === 'read';
  expect({ reach, clientScope, needs: section ? [{ section, verb }, ...alsoNeeds] : [] }).toEqual({
    reach: rule?.reach,
    clientScope: rule?.clientScope,
    needs: rule?.needs,
  });
  expect(emergency === undefined ? ordinary : emergency === 'only').toBe(rule?.breakGlass);
  expect(emergency === 'only').toBe(rule?.only === 'own-live-break-glass');
  // A GET never asks for a right to write, whatever else changes.
  if (method === 'GET') expect(verb).not.toBe('write');
});

/** One column per different row set of the sections that operations name; the others would only say the same again. */
function pruned(): (string | null)[] {
  const named = new Set(
    readOperations().flatMap(({ authz }) => [authz.section, ...(authz.alsoNeeds ?? []).map((one) => one.section)]),
  );
  const face = (group: string | null) =>
    [...named, 'S02', 'S03']
      .map((section) => ['read', 'write'].map((verb) => holds(group, section ?? '', verb as 'read')))
      .join();
  return everyGroup.filter((group, index) => everyGroup.findIndex((other) => face(other) === face(group)) === index);
}

test('the oracle reads the page: twelve columns, and nothing outside it', () => {
  expect(groups).toEqual(Array.from({ length: 12 }, (_, index) => `G${String(index + 1).padStart(2, '0')}`));
  expect([holds('G01', 'S01', 'write'), holds('G10', 'S02', 'read'), holds('G10', 'S03', 'read')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([holds(null, 'S01', 'read'), holds('G13', 'S01', 'read'), holds('G01', 'S99', 'read')]).toEqual([
    false,
    false,
    false,
  ]);
});

let fixture: Fixture;
beforeAll(async () => {
  const services = { SPICO_DMP_URL_TEMPLATE: 'https://dmp.example/{ins}/{oid}' };
  fixture = await plantFixture(await startTestServer({ settings: { services } }));
});
afterAll(() => fixture.server.close());

/** One line per disagreement, with everybody it happened to. */
function told(violations: readonly Violation[]): string[] {
  const lines = Map.groupBy(violations, ({ operation, what }) => `${operation} ${what}`);
  return [...lines].map(([line, those]) => `${line} — ${those.map(({ who }) => who).join('; ')}`);
}

test(
  'every operation, as everybody, in every mode: what the matrix grants and nothing else [F-68]',
  async () => {
    const [first = null, ...others] = pruned();
    // What is wrong with a token or a session is wrong for every profession alike: one column stands for all.
    const links = modes.filter(({ name }) =>
      ['no link', 'added member', 'removed member', 'live break-glass', 'expired break-glass'].includes(name),
    );
    const grounds = full
      ? [{ groups: everyGroup, modes }]
      : [
          { groups: [first], modes },
          { groups: others, modes: links },
        ];
    const violations: Violation[] = [];
    for (const ground of grounds) for await (const violation of walk(fixture, ground)) violations.push(violation);
    expect(told(violations)).toEqual([]);
  },
  full ? 1_800_000 : 240_000,
);
