import type { BirthPlaceSearchRequest, BirthPlaceSearchResult, ReferenceLists } from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';

/** Communes, countries and the closed lists of the forms. */
export function referenceFeature(http: Transport) {
  return {
    /**
     * Communes (former ones valid at the birth date included) and countries by the beginning of their name (F-22).
     * @example
     * const { items } = await client.reference.searchBirthPlaces({ text: 'alb', bornOn: '1938-03-14' });
     * console.log(items[0]?.label); // Albi (81)
     */
    searchBirthPlaces(input: BirthPlaceSearchRequest, options?: CallOptions): Promise<BirthPlaceSearchResult> {
      return http.ask({ operation: 'searchBirthPlaces', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/reference/birth-place-searches', { ...init, body: input }),
      );
    },

    /**
     * The closed lists: identity documents, who gives consent, reasons of an emergency access.
     * @example
     * const { identityDocumentTypes } = await client.reference.lists();
     */
    lists(options?: CallOptions): Promise<ReferenceLists> {
      return http.ask({ operation: 'getReferenceLists', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/reference/lists', init),
      );
    },

    /**
     * Address of the consent notice, for a link (F-30).
     * @example
     * const link = Object.assign(document.createElement('a'), { href: client.reference.consentNoticeUrl('fr') });
     */
    consentNoticeUrl(language: 'fr' | 'en' = 'fr'): string {
      return `${http.baseUrl}/consent-notice?language=${language}`;
    },

    /**
     * The consent notice itself, a tagged PDF (F-30).
     * @example
     * const pdf = await client.reference.downloadConsentNotice('fr');
     * const address = URL.createObjectURL(pdf);
     */
    downloadConsentNotice(language: 'fr' | 'en' = 'fr', options?: CallOptions): Promise<Blob> {
      return http.ask({ operation: 'getConsentNotice', auth: 'none', repeat: 'always' }, options, (api, init) =>
        api.GET('/consent-notice', { ...init, params: { query: { language } }, parseAs: 'blob' }),
      );
    },
  };
}
