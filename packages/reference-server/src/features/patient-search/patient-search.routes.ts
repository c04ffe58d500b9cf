import type { FeatureDeps } from '../../app.ts';
import { type Handlers, route } from '../../http/handler.ts';
import { offersDocument } from '../reference/index.ts';
import { toPatientSearchResult } from './patient-search.mapper.ts';
import { searchPatients } from './search-patients.ts';

export function patientSearchHandlers({ settings }: FeatureDeps): Handlers {
  return {
    searchPatients: route('searchPatients', {
      useCase: searchPatients(offersDocument(settings)),
      command: ({ body }) => ({
        traits: body.traits,
        ...(body.identityDocument ? { documentType: body.identityDocument.type } : {}),
      }),
      answer: (search, { caller }) => ({ status: 201, body: toPatientSearchResult(search, caller.language) }),
    }),
  };
}
