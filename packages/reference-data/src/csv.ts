import { readFileSync } from 'node:fs';

/** Reads a checked-in CSV of this package: comma, double quotes where a value holds a comma, first line the column names. */
export function readCsv(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n').slice(1).map(splitLine);
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
