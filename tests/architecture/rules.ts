/**
 * The five nevers of the house, as dependency-cruiser rules. `base` lets the same rules judge the planted tree beside
 * this file: a rule that has never failed is a wish.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

const browser = 'packages/(sdk|elements|portal)/';
const server = 'packages/(reference-server|reference-data|national-sandbox)/';

/** @param base Folder prefix as a regular expression, empty for the project itself. */
export function rules(base: string): IForbiddenRuleType[] {
  const at = (path: string) => `^${base}${path}`;
  const error = 'error' as const;
  // A feature's tests share one kit, which no other file imports.
  const tests = '(\\.test|/test-kit)\\.ts$';
  return [
    { name: '1-browser-never-imports-server', severity: error, from: { path: at(browser) }, to: { path: at(server) } },
    {
      name: '1-browser-never-imports-rules',
      severity: error,
      from: { path: at(browser) },
      to: { path: at('packages/domain/src/rules/') },
    },
    {
      name: '1-server-never-imports-browser',
      severity: error,
      from: { path: at(server), pathNot: tests },
      to: { path: at(browser) },
    },
    {
      name: '1-sdk-stands-below-elements',
      severity: error,
      from: { path: at('packages/sdk/') },
      to: { path: at('packages/(elements|portal)/') },
    },
    {
      name: '1-elements-stand-below-portal',
      severity: error,
      from: { path: at('packages/elements/') },
      to: { path: at('packages/portal/') },
    },
    {
      name: '1-portal-uses-public-doors',
      severity: error,
      from: { path: at('packages/portal/') },
      to: {
        path: at('packages/elements/src/'),
        pathNot: at('packages/elements/src/(index\\.ts|toolkit\\.ts|define/|shared/locale/en\\.ts)'),
      },
    },
    {
      name: '4-test-kits-stay-with-tests',
      severity: error,
      from: { path: at('packages/'), pathNot: tests },
      to: { path: at('packages/.+/test-kit\\.ts$') },
    },
    {
      name: '1-nobody-imports-the-sandbox',
      severity: error,
      from: { path: at('packages/'), pathNot: `${at('packages/national-sandbox/')}|${tests}|/src/testing/` },
      to: { path: at('packages/national-sandbox/') },
    },
    {
      name: '2-domain-knows-nobody',
      severity: error,
      from: { path: at('packages/domain/src/'), pathNot: tests },
      to: { pathNot: at('packages/domain/src/') },
    },
    {
      name: '2-values-never-import-rules',
      severity: error,
      from: { path: at('packages/domain/src/values/') },
      to: { path: at('packages/domain/src/rules/') },
    },
    {
      name: '3-wire-types-stay-at-the-seam',
      severity: error,
      from: {
        path: at('packages/(reference-server|domain|reference-data)/src/'),
        pathNot: `\\.(routes|mapper)\\.ts$|/src/http/|/src/app\\.ts$|/src/testing/|${tests}`,
      },
      to: { path: at('openapi/') },
    },
    {
      name: '4-features-have-one-door',
      severity: error,
      from: { path: at('packages/reference-server/src/features/([^/]+)/') },
      to: {
        path: at('packages/reference-server/src/features/([^/]+)/'),
        // A feature's test kit is a door for other features' tests.
        pathNot: `${at('packages/reference-server/src/features/$1/')}|/(index|test-kit)\\.ts$`,
      },
    },
    {
      name: '4-features-are-entered-through-index',
      severity: error,
      from: {
        path: at('packages/reference-server/src/'),
        pathNot: `${at('packages/reference-server/src/features/')}|${tests}|/src/(testing|cli|demo)/`,
      },
      to: { path: at('packages/reference-server/src/features/[^/]+/'), pathNot: '/index\\.ts$' },
    },
    {
      name: '4-widgets-are-entered-through-index',
      severity: error,
      from: { path: at('packages/elements/src/widgets/([^/]+)/') },
      to: {
        path: at('packages/elements/src/widgets/([^/]+)/'),
        pathNot: `${at('packages/elements/src/widgets/$1/')}|/index\\.ts$`,
      },
    },
    {
      name: '4-test-kits-are-for-tests',
      severity: error,
      from: { path: at('packages/'), pathNot: `${tests}|/test-kit\\.ts$|/src/testing/` },
      to: { path: '/test-kit\\.ts$' },
    },
    { name: '4-no-cycles', severity: error, from: {}, to: { circular: true } },
    {
      name: '5-openapi-fetch-only-in-the-transport',
      severity: error,
      from: { pathNot: at('packages/sdk/src/transport/') },
      to: { path: 'openapi-fetch' },
    },
    {
      name: '5-fastify-only-at-the-edge',
      severity: error,
      from: {
        path: at('packages/reference-server/src/'),
        pathNot: `\\.routes\\.ts$|/src/http/|/src/(app|main)\\.ts$|/src/testing/|${tests}`,
      },
      to: { path: 'node_modules/(@fastify/|fastify/)' },
    },
    {
      name: '5-drivers-only-in-the-platform',
      severity: error,
      from: { path: at('packages/'), pathNot: `/src/platform/|${tests}|/src/testing/` },
      to: { path: 'node_modules/(pg|@electric-sql)/' },
    },
    {
      name: '5-sql-only-in-repositories-and-queries',
      severity: error,
      from: {
        path: at('packages/reference-server/src/'),
        pathNot: `\\.(repository|query)\\.ts$|/src/platform/|/src/testing/|/src/demo/|/src/cli/|${tests}`,
      },
      to: { path: 'node_modules/kysely/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: '0-everything-resolves',
      severity: error,
      from: {},
      to: { couldNotResolve: true, pathNot: '^(vite/client|virtual:)' },
    },
  ];
}
