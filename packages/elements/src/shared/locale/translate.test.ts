import { describe, expect, it } from 'vitest';
import { defineMessages, loadLocale, type Messages, supportedLocale, translator } from './translate.ts';

const french = {
  title: 'Rechercher',
  found: { one: '{count} dossier', other: '{count} dossiers' },
  who: 'Bonjour {name}',
} as const;
const english = { title: 'Search', found: { one: '{count} record', other: '{count} records' }, who: ' ' };
const words = () => defineMessages('search', french, { en: async () => ({ default: english }) });

describe('the words', () => {
  it('[F-205] come out in French by default, with French plurals (zero is singular)', () => {
    const t = translator(words());
    expect([t('title'), t('found', { count: 0 }), t('found', { count: 2 })]).toEqual([
      'Rechercher',
      '0 dossier',
      '2 dossiers',
    ]);
  });

  it('[F-205] come out in English once it has arrived, and in French until then', async () => {
    const catalogue = words();
    expect(translator(catalogue, 'en-GB')('title')).toBe('Rechercher');
    await loadLocale(catalogue, 'en-GB');
    const t = translator(catalogue, 'en-GB');
    expect([t('title'), t('found', { count: 0 })]).toEqual(['Search', '0 records']);
  });

  it('[F-205] fall back to French, never to a blank', async () => {
    const catalogue = words();
    await loadLocale(catalogue, 'en');
    expect(translator(catalogue, 'en')('who', { name: 'Nadia' })).toBe('Bonjour Nadia');
    expect(supportedLocale('de', catalogue)).toBe('fr');
  });

  it('[F-205] can be replaced by the host, sentence by sentence, for all languages or one', async () => {
    const catalogue = words();
    await loadLocale(catalogue, 'en');
    const overrides = { 'search.title': 'Chercher', 'en/search.title': 'Find' };
    expect(translator(catalogue, 'fr', overrides)('title')).toBe('Chercher');
    expect(translator(catalogue, 'en', overrides)('title')).toBe('Find');
  });

  it('[F-205] stay French when the file cannot be fetched, and ask again later', async () => {
    let tries = 0;
    const catalogue = defineMessages('search', french, {
      en: () => (++tries === 1 ? Promise.reject(new Error('network')) : Promise.resolve({ default: english })),
    });
    expect(await loadLocale(catalogue, 'en')).toBe(false);
    expect(translator(catalogue, 'en')('title')).toBe('Rechercher');
    expect(await loadLocale(catalogue, 'en')).toBe(true);
    expect(translator(catalogue, 'en')('title')).toBe('Search');
  });
});

type Module = { default: Messages };
const files = import.meta.glob<Module>(['./*.fr.ts', '../../widgets/*/*.fr.ts'], { eager: true });
const translated = import.meta.glob<Module>(['./*.en.ts', '../../widgets/*/*.en.ts'], { eager: true });
const holes = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.entries(files))('%s', (path, module) => {
  it('[F-205] has the same sentences and the same holes in English, none of them blank', () => {
    const other = translated[path.replace('.fr.ts', '.en.ts')]?.default ?? {};
    expect(Object.keys(other).sort()).toEqual(Object.keys(module.default).sort());
    for (const [key, message] of Object.entries(module.default)) {
      expect(holes(other[key]), key).toEqual(holes(message));
      expect(JSON.stringify(other[key]), key).not.toMatch(/""|" *"(?=[,}]|$)/);
    }
  });
});
