import type { Feature } from '../app.ts';
import { access } from './access/index.ts';
import { account } from './account/index.ts';
import { audit } from './audit/index.ts';
import { careCircle } from './care-circle/index.ts';
import { identity } from './identity/index.ts';
import { patientSearch } from './patient-search/index.ts';
import { records } from './records/index.ts';
import { reference } from './reference/index.ts';

/** Every feature of the server; a new one is added here, and nowhere else. */
export const features: readonly Feature[] = [
  account,
  reference,
  patientSearch,
  access,
  identity,
  records,
  careCircle,
  audit,
];
