/**
 * `npm run new-feature -- care-plans [--section S12] [--into <copy of the repository>]`
 *
 * Lays a feature out in every place that has its name: contract, migration, server, SDK, widget, story, journey; and puts
 * it into the lists that know all features. What comes out works: entries that a member of the circle writes and reads.
 * It refuses a bad name and a feature that exists, and writes nothing then.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/steps.ts';
import { browserFiles } from './new-feature/browser-files.ts';
import { entries, insert } from './new-feature/lists.ts';
import { BadName, namesOf } from './new-feature/names.ts';
import { serverFiles } from './new-feature/server-files.ts';

/**
 * @returns the paths written, new files first
 * @throws {BadName} for a name that is none, or that is taken
 */
export function layOut(
  name: string,
  { section = 'S01', into = root }: { section?: string; into?: string } = {},
): string[] {
  const names = namesOf(name, section);
  const taken = readdirSync(join(into, 'packages/reference-server/migrations')).map((file) => Number(file.slice(0, 4)));
  const migration = String(Math.max(0, ...taken) + 1).padStart(4, '0');
  const files = { ...serverFiles(names, migration), ...browserFiles(names) };
  const there = Object.keys(files).find((path) => existsSync(join(into, path)));
  if (there) throw new BadName(`There is a feature "${name}" already: ${there}.`);

  const lists = new Map<string, string>();
  for (const entry of entries(names)) {
    const source = lists.get(entry.file) ?? readFileSync(join(into, entry.file), 'utf8');
    lists.set(entry.file, insert(source, entry));
  }
  for (const [path, text] of [...Object.entries(files), ...lists]) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  return [...Object.keys(files), ...lists.keys()];
}

const next = (name: string) => `
Next:
  1. npm run generate && npm run format        types of the new operations, and one way to lay out lines
  2. Say what it is: docs/language.md, the summary in openapi/paths/${name}.yaml, the French words of the widget.
  3. Decide who reads and writes it: the section in x-authz and in packages/domain/src/rules/access/action.ts (one place each).
  4. npm test                                   two lists of acts in packages/domain and the story states will ask for a look
  5. Replace the entries by what the feature really holds: contract first, then inwards.
`;

if (import.meta.main) {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { section: { type: 'string', default: 'S01' }, into: { type: 'string', default: root } },
    });
    const [name = ''] = positionals;
    for (const path of layOut(name, values)) console.log(path);
    console.log(next(name));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
