import type { components } from '@spico/contract/schema';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { consentGivers, type LabelLanguage, labelOfPlace, type ListEntry } from '@spico/reference-data';
import { type Professional, professionInWords } from './professional.ts';

type Schemas = components['schemas'];

/** A place with the name it had on the day of birth. */
export function toBirthPlaceView(
  place: IdentityTraits['birthPlace'],
  bornOn: string,
  language: LabelLanguage,
): Schemas['BirthPlaceView'] {
  return { kind: place.kind, cog: place.cog, ...labelOfPlace(place, { on: bornOn, language }) };
}

/** Traits as a screen shows them. */
export function toTraitsView(traits: IdentityTraits, language: LabelLanguage): Schemas['IdentityTraitsView'] {
  const { birthGivenNames, birthDateUncertain } = traits;
  return {
    birthFamilyName: traits.birthFamilyName,
    firstBirthGivenName: traits.firstBirthGivenName,
    ...(birthGivenNames && birthGivenNames.length > 0 ? { birthGivenNames: [...birthGivenNames] } : {}),
    sex: traits.sex,
    birthDate: traits.birthDate,
    ...(birthDateUncertain ? { birthDateUncertain: true } : {}),
    birthPlace: toBirthPlaceView(traits.birthPlace, traits.birthDate, language),
  };
}

/** A professional as others see them. */
export function toProfessionalRef(professional: Professional): Schemas['ProfessionalRef'] {
  const { accountId, displayName, professionSystem: system, professionCode: code, structureName, town } = professional;
  const { labelFr, labelEn } = professionInWords(system, code);
  return {
    accountId,
    displayName,
    profession: { system: system ?? '', code: code ?? '', labelFr, labelEn },
    ...(structureName ? { structureName } : {}),
    ...(town ? { town } : {}),
  };
}

/** The closed lists of the forms. */
export function toReferenceLists(lists: {
  readonly documents: readonly ListEntry[];
  readonly reasons: readonly ListEntry[];
  readonly noticeVersion: string;
}): Schemas['ReferenceLists'] {
  const entries = (list: readonly ListEntry[]) =>
    list.map(({ code, labelFr, labelEn, active }) => ({ code, labelFr, labelEn, active }));
  return {
    identityDocumentTypes: entries(lists.documents),
    consentGivers: entries(consentGivers),
    breakGlassReasons: entries(lists.reasons),
    consentNoticeVersion: lists.noticeVersion,
  };
}
