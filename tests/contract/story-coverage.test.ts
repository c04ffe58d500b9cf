import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildElementsManifest } from '../../tools/build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const widgets = readdirSync(`${root}packages/elements/src/widgets`);

/** The weathers every widget draws, and the shapes it is looked at in. */
const everywhere = ['Forbidden', 'SessionExpired', 'Offline', 'LongNames', 'Narrow', 'Dark', 'Compact', 'English'];
/** The same weather under the name it has there: a first screen, an empty one, an error with its retry. */
const alternatives = [
  ['Ready', 'Found'],
  ['Loading', 'Sending', 'Creating'],
  ['Error', 'Error_', 'Errors', 'Expired', 'RecordExists'],
];

type Described = { name?: string; description?: string };
type Declaration = Described & {
  tagName?: string;
  attributes?: Described[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
};

async function manifest(): Promise<Declaration[]> {
  await buildElementsManifest();
  const text = readFileSync(`${root}packages/elements/custom-elements.json`, 'utf8');
  const { modules } = JSON.parse(text) as { modules: { declarations?: Declaration[] }[] };
  return modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.tagName);
}

describe('the design room', () => {
  for (const widget of widgets.filter((name) => name !== 'provider')) {
    it(`[F-240] shows <spico-${widget}> in every weather`, () => {
      const text = readFileSync(`${root}stories/${widget}.stories.ts`, 'utf8');
      const stories = new Set([...text.matchAll(/export const (\w+) = (?:meta|\w+)\.\w+\(/g)].map((match) => match[1]));
      expect(everywhere.filter((state) => !stories.has(state))).toEqual([]);
      for (const names of alternatives)
        expect(
          names.some((name) => [...stories].some((story) => story?.endsWith(name))),
          names.join(' or '),
        ).toBe(true);
    });
  }

  it('[F-240] knows every widget from the manifest, each public member described', async () => {
    const declarations = await manifest();
    expect(declarations.map((each) => each.tagName).sort()).toEqual(widgets.map((name) => `spico-${name}`).sort());
    const silent = declarations.flatMap((each) =>
      [each, ...(each.attributes ?? []), ...(each.events ?? []), ...(each.slots ?? []), ...(each.cssParts ?? [])]
        .filter((member) => !member.description?.trim())
        .map((member) => `${each.tagName}: ${member.name ?? ''}`),
    );
    expect(silent).toEqual([]);
  });

  it('[F-240] describes each widget, event, slot and part in French and English', async () => {
    const oneLanguage = (await manifest()).flatMap((each) =>
      [...(each.events ?? []), ...(each.slots ?? []), ...(each.cssParts ?? [])]
        .filter((member) => !/ \/ /.test(member.description ?? ''))
        .map((member) => `${each.tagName}: ${member.name ?? ''}`),
    );
    expect([...new Set(oneLanguage)]).toEqual([]);
  });
});
