import { matrix } from '../../domain/src/rules/matrix.ts';
import { repository } from '../../reference-server/src/features/alpha/alpha.repository.ts';
export const leaked = [matrix, repository];
