import { defineConfig } from 'vitest/config';

/** Our packages import each other's sources: no build stands between a change and its test. */
const resolve = { conditions: ['source', 'node', 'import', 'default'] };
// Handed to Node as --conditions as well: with `import` in it, a `require` inside a dependency would get an ES module.
const ssr = { resolve: { conditions: ['source', 'node', 'default'] } };
const slow = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['packages/{domain,reference-data,sdk,elements,portal}/src/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          include: ['packages/{reference-server,national-sandbox}/src/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          globalSetup: ['tests/support/postgres.setup.ts'],
          ...slow,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'house',
          include: ['tests/{contract,architecture,authorisation,faults}/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          globalSetup: ['tests/support/postgres.setup.ts'],
          ...slow,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'journeys',
          include: ['tests/{journeys,embed}/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
