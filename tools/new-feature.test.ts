import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './lib/steps.ts';
import { layOut } from './new-feature.ts';

let copy = '';

/** The sources, with the installed packages beside them; our own packages are those of the copy. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'spico-new-feature-'));
  for (const name of [
    'openapi',
    'packages',
    'stories',
    'tests',
    'tools',
    'examples',
    'tsconfig.base.json',
    'package.json',
    'redocly.yaml',
  ])
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/\/(dist|node_modules)(\/|$)/.test(path),
    });
  mkdirSync(join(copy, 'node_modules/@spico'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@spico') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  const ours = {
    contract: 'openapi',
    domain: '',
    'reference-data': '',
    sdk: '',
    elements: '',
    portal: '',
    'reference-server': '',
    'national-sandbox': '',
  };
  // Versions of their own that some packages have.
  for (const name of readdirSync(join(root, 'packages'))) {
    const own = join(root, 'packages', name, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, 'packages', name, 'node_modules'));
  }
  for (const [name, folder] of Object.entries(ours))
    symlinkSync(join(copy, folder || `packages/${name}`), join(copy, 'node_modules/@spico', name));
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, stdio: 'pipe', encoding: 'utf8' });
const failures = (project: string) => {
  try {
    run(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', project);
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
};

describe('a new feature', () => {
  it.each(['Care-plans', 'carePlans', 'care_plans', 'care--plans', '-plans', 'plans2', '../plans', ''])(
    'is not called %j',
    (name) => {
      expect(() => layOut(name, { into: copy })).toThrow(/is no feature name/);
    },
  );

  it('does not take the place of one that exists, and leaves everything as it was', () => {
    const before = readFileSync(join(copy, 'openapi/spico.yaml'), 'utf8');
    expect(() => layOut('care-circle', { into: copy })).toThrow(/a feature "care-circle" already/);
    expect(readFileSync(join(copy, 'openapi/spico.yaml'), 'utf8')).toBe(before);
  });

  it('stands in every package under its one name, and compiles from the contract to the story', () => {
    const written = layOut('care-plans', { section: 'S12', into: copy });
    for (const place of [
      'openapi/paths/',
      'reference-server/src/features/',
      'sdk/src/features/',
      'elements/src/widgets/',
      'stories/',
      'tests/journeys/',
    ])
      expect(
        written.some((path) => path.includes(place) && path.includes('care-plans')),
        place,
      ).toBe(true);
    run('tools/generate.ts');
    expect(readFileSync(join(copy, 'openapi/generated/schema.d.ts'), 'utf8')).toContain('addToCarePlans');
    // Domain and SDK come along with what imports them.
    for (const project of ['packages/reference-server', 'stories']) {
      expect(
        failures(project)
          .split('\n')
          .filter((line) => /care-?plans/i.test(line)),
      ).toEqual([]);
    }
  }, 240_000);

  it('works: Claire writes, a stranger sees nothing', () => {
    const test = 'packages/reference-server/src/features/care-plans/care-plans.test.ts';
    cpSync(join(root, 'vitest.config.ts'), join(copy, 'vitest.config.ts'));
    const said = run(join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'server', test);
    expect(said).toMatch(/1 passed/);
  }, 240_000);
});
