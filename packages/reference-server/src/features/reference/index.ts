/** Reference lists, places in words, the consent notice; and how a place, traits or a professional are shown. */
import type { Feature } from '../../app.ts';
import { referenceHandlers } from './reference.routes.ts';

export { CONSENT_NOTICE_VERSION } from './consent-notice.words.ts';
export { documentTypes, offersDocument } from './high-trust-documents.ts';
export { type Professional, professionalJson, professionInWords } from './professional.ts';
export { toBirthPlaceView, toProfessionalRef, toTraitsView } from './reference.mapper.ts';

export const reference: Feature = { handlers: referenceHandlers };
