import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCommunesTsv } from './generate.ts';

const data = (file: string): string => readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');

describe('the checked-in data', () => {
  it.each(['communes.tsv', 'countries.csv', 'professions.csv'])('%s is the file that SOURCES.md describes', (file) => {
    const stated = new RegExp(`\\| ${file.replace('.', '\\.')} \\| ([0-9a-f]{64}) \\|`).exec(data('SOURCES.md'))?.[1];
    expect(createHash('sha256').update(data(file)).digest('hex')).toBe(stated);
  });

  it('comes out the same when the communes are built again from their sources', () => {
    expect(buildCommunesTsv() === data('communes.tsv')).toBe(true);
  }, 20_000);
});
