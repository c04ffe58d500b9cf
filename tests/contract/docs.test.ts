import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ACTIONS } from '@spico/domain/rules/access/action';
import { decide } from '@spico/domain/rules/access/decide';
import { professionGroupOf } from '@spico/domain/rules/access/profession-group';
import { demoPeople, demoProfessionals } from '@spico/reference-data/synthetic';
import { describe, expect, it } from 'vitest';
import { embeddingPage, withTables } from '../../tools/generate-docs.ts';
import { root } from '../../tools/lib/steps.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const below = (folder: string, kept: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kept.test(name) && !/node_modules|dist\//.test(name))
    .map((name) => join(folder, name));
const pages = ['README.md', ...below('docs', /\.md$/)];

describe('what the pages say', () => {
  it('[F-203] [F-204] names every event and every token of the widgets', () => {
    const page = readFileSync(embeddingPage, 'utf8');
    expect(page, 'run: npx node tools/generate-docs.ts').toBe(withTables(page));
    expect(page).toContain('`spico-open-record-request`');
    expect(page).toContain('`--spico-accent`');
  });

  it('names every variable that the code reads, and none that it does not', () => {
    const sources = [
      ...below('packages', /src\/.*\.ts$/),
      ...below('tools', /\.(ts|mjs)$/),
      ...below('tests', /\.ts$/),
    ];
    const variable = /\b(?:SPICO|SANDBOX|DATABASE|PRACTICE|CHROME)_[A-Z_]*[A-Z]\b/g;
    const used = new Set(
      sources.filter((path) => !path.endsWith('docs.test.ts')).flatMap((path) => read(path).match(variable) ?? []),
    );
    // A key of each purpose is asked for by a name put together from it.
    const purposes =
      /type KeyPurpose = ([^;]*);/.exec(read('packages/reference-server/src/platform/keys.ts'))?.[1] ?? '';
    for (const [, purpose = ''] of purposes.matchAll(/'([\w-]+)'/g)) {
      used.add(`SPICO_KEY_${purpose.replaceAll('-', '_').toUpperCase()}`);
    }
    // Settings of the sandbox when it runs alone; its own page says them.
    const alone = ['SANDBOX_HOST', 'SANDBOX_PUBLIC_ORIGIN', 'SANDBOX_REDIRECT_URIS', 'SANDBOX_POST_LOGOUT_URIS'];
    const said = new Set(pages.flatMap((path) => read(path).match(variable) ?? []));
    expect([...used].filter((name) => !said.has(name) && !alone.includes(name))).toEqual([]);
    expect([...said].filter((name) => !used.has(name))).toEqual([]);
  });

  it('presents everybody one can be, and says rightly who creates records', () => {
    const rows = [...read('README.md').matchAll(/^\| `([\w-]+)` \| ([^|]+) \| (yes|no) \|/gm)];
    expect(rows.map(([, key]) => key).sort()).toEqual(demoProfessionals.map(({ key }) => key).sort());
    for (const [, key, who, creates] of rows) {
      const professional = demoProfessionals.find((one) => one.key === key);
      const [practice] = professional?.practices ?? [];
      if (!professional || !practice) throw new Error(`${key} is nobody.`);
      expect(who).toContain(`${professional.givenName} ${professional.familyName}`);
      const group = professionGroupOf(practice.professionSystem, practice.professionCode);
      const may = decide({
        actor: {
          accountId: 'one',
          personId: 'one',
          kind: 'individual',
          assurance: 'psc',
          accountState: 'active',
          clientScopes: [ACTIONS['records.create'].clientScope],
          ...(group ? { professionGroup: group } : {}),
        },
        action: 'records.create',
        now: new Date('2026-11-22T12:00:00Z'),
      }).allow;
      expect(`${key} ${creates}`).toBe(`${key} ${may ? 'yes' : 'no'}`);
    }
  });

  it('sends the reader to people and places that exist', () => {
    const [jeanne, pierre] = ['jeanne-lacombe', 'pierre-lacombe'].map((id) => demoPeople.find((one) => one.id === id));
    expect([jeanne?.birthDate, pierre?.birthDate]).toEqual(['1938-03-14', '1935-11-02']);
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => relative(root, join(root, dirname(page), target)))
        // The journeys take the pictures.
        .filter((target) => !target.startsWith('docs/screenshots/') && !existsSync(join(root, target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps the proofs that the security page and the decisions name', () => {
    const tests = below('.', /\.test\.ts$/).map((path) => path.replaceAll('\\', '/'));
    const missing = ['docs/security.md', ...below('docs/decisions', /^\d.*\.md$/)].flatMap((page) =>
      [...read(page).matchAll(/`([\w/-]+\.test\.ts)`/g)]
        .filter(([, name = '']) => !tests.some((path) => path.endsWith(name)))
        .map(([, name]) => `${page}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('lists every decision once, by a number of its own', () => {
    const decisions = below('docs/decisions', /^\d.*\.md$/).sort();
    const numbers = decisions.map((path) => /\/(\d{4})-/.exec(path)?.[1]);
    expect(new Set(numbers).size, numbers.join(' ')).toBe(decisions.length);
    const index = read('docs/decisions/README.md');
    for (const path of decisions) {
      const title = read(path).split('\n')[0]?.replace(/^# /, '') ?? '';
      expect(index).toContain(`[${title}](${path.split('/').at(-1)})`);
    }
  });
});
