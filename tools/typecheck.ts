/** Type-checks every package with its own settings. */
import { existsSync, readdirSync } from 'node:fs';
import { bin, root, step, summary } from './lib/steps.ts';

const folders = [
  ...readdirSync(`${root}packages`).map((name) => `packages/${name}`),
  'examples',
  'stories',
  'tests',
  'tools',
];
for (const folder of folders)
  if (existsSync(`${root}${folder}/tsconfig.json`)) step(`types of ${folder}`, bin('tsc'), ['--noEmit', '-p', folder]);
process.exitCode = summary() ? 0 : 1;
