import { readFileSync } from 'node:fs';
export const world = readFileSync;
