import { afterEach, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { defineElement, defineUnderPrefix } from './define-element.ts';
import { VERSION } from './version.ts';

class Registry extends Map<string, CustomElementConstructor> {
  define(tag: string, elementClass: CustomElementConstructor): void {
    if (this.has(tag) || [...this.values()].includes(elementClass)) throw new Error('NotSupportedError');
    this.set(tag, elementClass);
  }
}
const registry = () => new Registry() as unknown as CustomElementRegistry;
const copy = (version: string) =>
  class {
    static readonly version = version;
  } as unknown as CustomElementConstructor;
afterEach(() => vi.restoreAllMocks());

it('[F-208] lets the first copy win and says both versions once', () => {
  const note = vi.spyOn(console, 'info').mockImplementation(() => {});
  const page = registry();
  const [first, second] = [copy('1.0.0'), copy('1.1.0')];
  for (const tag of ['spico-a', 'spico-b']) defineElement(tag, tag === 'spico-a' ? first : copy('1.0.0'), page);
  for (const tag of ['spico-a', 'spico-b']) defineElement(tag, second, page);
  expect(page.get('spico-a')).toBe(first);
  expect(note).toHaveBeenCalledTimes(1);
  expect(note.mock.calls[0]?.[0]).toMatch(/1\.0\.0.*1\.1\.0/);
});

it('[F-208] registers the same classes a second time under another prefix', () => {
  const page = registry();
  const classes = { provider: copy('2.0.0') };
  defineUnderPrefix(classes, { registry: page });
  defineUnderPrefix(classes, { registry: page, prefix: 'acme' });
  expect(page.get('acme-provider')).toBeDefined();
  expect(page.get('acme-provider')).not.toBe(page.get('spico-provider'));
});

it('[F-207] every entry imports in Node without a shim', async () => {
  expect((await import('../index.ts')).SpicoProvider).toBeTypeOf('function');
  await import('../define/all.ts');
  expect(globalThis.customElements?.get?.('spico-provider') ?? 'no registry').toBeDefined();
});

it('says the version of its package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(version);
});
