import { parseCivilDate } from '@spico/domain/values/identity/civil-date';
import { fail, ok } from '@spico/domain/values/outcome';
import {
  type BirthPlaceOption,
  type BirthPlaceQuery,
  breakGlassReasons,
  type ListEntry,
  searchBirthPlaces,
} from '@spico/reference-data';
import { publicUseCase, useCase } from '../../platform/use-case.ts';
import { consentNotice } from './consent-notice.pdf.ts';
import { CONSENT_NOTICE_VERSION, type NoticeLanguage } from './consent-notice.words.ts';

/** Places of birth by what people know of them (F-22). */
export const findBirthPlaces = useCase<BirthPlaceQuery, readonly BirthPlaceOption[]>({
  action: 'reference.read',
  access: () => ({}),
  async execute(query) {
    if (query.on !== undefined && !parseCivilDate(query.on).ok) {
      return fail({ code: 'invalid-request', fields: [{ pointer: '/bornOn', code: 'no-such-day' }] });
    }
    return ok(searchBirthPlaces(query));
  },
});

/** The closed lists, as offered by this installation. */
export const referenceLists = (documents: readonly ListEntry[]) =>
  useCase<undefined, { documents: readonly ListEntry[]; reasons: readonly ListEntry[]; noticeVersion: string }>({
    action: 'reference.read',
    access: () => ({}),
    execute: async () => ok({ documents, reasons: breakGlassReasons, noticeVersion: CONSENT_NOTICE_VERSION }),
  });

/** The notice to hand over before the consent is asked (F-30); holds nothing personal, so anybody may load it. */
export const readConsentNotice = publicUseCase<NoticeLanguage, Uint8Array>({
  action: 'reference.read-notice',
  execute: async (language) => ok(new Uint8Array(await consentNotice(language))),
});
