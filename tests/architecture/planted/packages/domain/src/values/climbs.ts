import { matrix } from '../rules/matrix.ts';
export const value = matrix;
