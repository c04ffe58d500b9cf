import type { FeatureDeps } from '../../app.ts';
import { type Handlers, route } from '../../http/handler.ts';
import { documentTypes } from './high-trust-documents.ts';
import { toReferenceLists } from './reference.mapper.ts';
import { findBirthPlaces, readConsentNotice, referenceLists } from './reference.use-cases.ts';

export function referenceHandlers({ settings }: FeatureDeps): Handlers {
  return {
    searchBirthPlaces: route('searchBirthPlaces', {
      useCase: findBirthPlaces,
      command: ({ body }) => ({
        text: body.text,
        ...(body.bornOn ? { on: body.bornOn } : {}),
        ...(body.kind ? { kind: body.kind } : {}),
        ...(body.limit ? { limit: body.limit } : {}),
      }),
      answer: (items) => ({ status: 200, body: { items: [...items] } }),
    }),
    getReferenceLists: route('getReferenceLists', {
      useCase: referenceLists(documentTypes(settings)),
      command: () => undefined,
      answer: (lists) => ({ status: 200, body: toReferenceLists(lists) }),
    }),
    getConsentNotice: route('getConsentNotice', {
      useCase: readConsentNotice,
      command: ({ query, caller }) => query.language ?? caller.language,
      answer: (body, { query, caller }) => ({
        status: 200,
        contentType: 'application/pdf',
        headers: {
          'content-language': query.language ?? caller.language,
          'content-disposition': 'inline; filename="spico-consent-notice.pdf"',
          'cache-control': 'public, max-age=3600',
        },
        body,
      }),
    }),
  };
}
