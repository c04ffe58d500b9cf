import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';
import { rules } from './rules.ts';

async function violations(folders: string[], base: string): Promise<{ rule: string; from: string; to: string }[]> {
  const result = await cruise(
    folders,
    {
      ruleSet: { forbidden: rules(base) },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      // Our own builds are not sources; the dist folders of libraries must stay visible.
      exclude: { path: '^packages/[^/]+/dist/' },
      tsPreCompilationDeps: true,
    },
    { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'node', 'default'] },
  );
  return (result.output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }));
}

it('imports run downwards, through front doors only', async () => {
  expect(await violations(['packages', 'openapi/generated'], '')).toEqual([]);
});

it('finds each planted violation, so that a green run means something', async () => {
  const found = await violations(['tests/architecture/planted'], 'tests/architecture/planted/');
  const planted = [
    '1-browser-never-imports-server',
    '1-browser-never-imports-rules',
    '1-elements-stand-below-portal',
    '2-domain-knows-nobody',
    '2-values-never-import-rules',
    '3-wire-types-stay-at-the-seam',
    '4-features-have-one-door',
    '4-no-cycles',
    '4-test-kits-stay-with-tests',
    '5-openapi-fetch-only-in-the-transport',
    '5-fastify-only-at-the-edge',
    '5-drivers-only-in-the-platform',
    '5-sql-only-in-repositories-and-queries',
    '0-everything-resolves',
  ];
  expect([...new Set(found.map((each) => each.rule))].sort()).toEqual(expect.arrayContaining(planted.sort()));
});
