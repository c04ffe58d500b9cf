/** The coordination record itself: creation, first screen, patient list, consent, administrative information. */
import type { Feature } from '../../app.ts';
import { recordsHandlers } from './records.routes.ts';

// For self-enrolment, which collects a consent of its own (F-42): check it, then keep it under the record's next version.
export { nextVersion } from '../identity/index.ts';
export { readConsent } from './consent.ts';
export { toRecordAccess } from './records.mapper.ts';
export { type Author, insertConsent, insertContact } from './records.repository.ts';

export const records: Feature = { handlers: recordsHandlers };
