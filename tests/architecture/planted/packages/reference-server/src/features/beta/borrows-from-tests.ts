import { people } from './test-kit.ts';
export const borrowed = people;
