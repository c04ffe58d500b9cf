import type { Names } from './names.ts';

/** One line that a shared list gets: before or after the place where `at` matches. */
export interface Entry {
  readonly file: string;
  readonly at: RegExp;
  readonly where: 'before' | 'after';
  readonly text: string;
}

/** The lists that know every feature by name. */
export function entries({ kebab, camel, pascal, words, title, section }: Names): readonly Entry[] {
  const before = (file: string, at: RegExp, text: string): Entry => ({ file, at, text, where: 'before' });
  const after = (file: string, at: RegExp, text: string): Entry => ({ file, at, text, where: 'after' });
  const need = (verb: string) => `{ section: '${section}', verb: '${verb}' }`;
  const sdk = 'packages/sdk/src';
  const journal = 'packages/elements/src/widgets/access-journal/actions';
  return [
    before('openapi/spico.yaml', /^paths:$/m, `  - { name: ${kebab}, description: '${title} of a record' }\n`),
    before(
      'openapi/spico.yaml',
      /^components:$/m,
      `  /records/{recordId}/${kebab}: { $ref: 'paths/${kebab}.yaml#/${kebab}' }\n`,
    ),
    after(
      'openapi/schemas/records/records.yaml',
      /^RecordAction: .*access-journal\.read/m,
      `, ${kebab}.read, ${kebab}.add`,
    ),
    after(
      'packages/domain/src/rules/access/action.ts',
      /^ {2}'access-journal\.read': .*\n/m,
      `  '${kebab}.read': read(${need('read')}),\n  '${kebab}.add': write(${need('write')}),\n`,
    ),
    before(
      'packages/reference-server/src/features/index.ts',
      /\n\/\*\* Every feature/,
      `import { ${camel} } from './${kebab}/index.ts';\n`,
    ),
    after('packages/reference-server/src/features/index.ts', /careCircle,(?=\s*audit)/, ` ${camel},`),
    before(
      `${sdk}/client.ts`,
      /^import \{ createTransport/m,
      `import { ${camel}Feature } from './features/${kebab}.ts';\n`,
    ),
    after(
      `${sdk}/client.ts`,
      /^ {2}readonly audit: .*\n/m,
      `  /** ${title} of a record. */\n  readonly ${camel}: Feature<typeof ${camel}Feature>;\n`,
    ),
    after(`${sdk}/client.ts`, /^ {4}audit: auditFeature\(http\),\n/m, `    ${camel}: ${camel}Feature(http),\n`),
    before(`${sdk}/index.ts`, /^export type \* from/m, `export { ${camel}Feature } from './features/${kebab}.ts';\n`),
    after(
      `${sdk}/testing/routes.ts`,
      /^ {2}readAccessJournal: .*\n/m,
      `  list${pascal}: ['get', '/records/{recordId}/${kebab}', 200],\n  addTo${pascal}: ['post', '/records/{recordId}/${kebab}', 201],\n`,
    ),
    after(
      `${sdk}/testing/answers.ts`,
      /^ {4}readAccessJournal: .*\n/m,
      `    list${pascal}: ({ params }) => {
      kept.reach(store, params.recordId);
      return { items: [] };
    },
    addTo${pascal}: ({ params, body }) => {
      kept.reach(store, params.recordId);
      return { entryId: crypto.randomUUID(), text: body.text, writtenAt: at() };
    },
`,
    ),
    after(`${sdk}/testing/store.ts`, /^ {2}'access-journal\.read',\n/m, `  '${kebab}.read',\n`),
    after(`${sdk}/testing/store.ts`, /^ {2}'consent\.change',\n/m, `  '${kebab}.add',\n`),
    before(
      'packages/elements/src/define/classes.ts',
      /\nexport const classes/,
      `import { Spico${pascal} } from '../widgets/${kebab}/index.ts';\n`,
    ),
    before('packages/elements/src/define/classes.ts', /^\};/m, `  '${kebab}': Spico${pascal},\n`),
    before(
      'packages/elements/src/index.ts',
      /\n\/\*\* Registers every widget/,
      `export { Spico${pascal} } from './widgets/${kebab}/index.ts';\n`,
    ),
    before(
      `${journal}.fr.ts`,
      /^\} /m,
      `  '${kebab}.read': 'a consulté : ${words}',\n  '${kebab}.add': 'a écrit dans : ${words}',\n`,
    ),
    before(
      `${journal}.en.ts`,
      /^\} /m,
      `  '${kebab}.read': 'looked at the ${words}',\n  '${kebab}.add': 'wrote in the ${words}',\n`,
    ),
    after(
      'tests/authorisation/requests.ts',
      /^ {2}launchDmp: .*\n/m,
      `  list${pascal}: {},\n  addTo${pascal}: { ask: () => ({ headers: key(), payload: { text: 'Une ligne' } }) },\n`,
    ),
  ];
}

/** @throws when the list does not look as expected: somebody changed it, and this tool has to follow. */
export function insert(source: string, { file, at, where, text }: Entry): string {
  const found = at.exec(source);
  if (!found) throw new Error(`${file} has no place that looks like ${String(at)}.`);
  const place = found.index + (where === 'after' ? found[0].length : 0);
  return source.slice(0, place) + text + source.slice(place);
}
