/**
 * Dated reference data with its origin (see `data/SOURCES.md`) and typed look-ups. Server only: no browser package imports it.
 * Data is read from the checked-in files on first use and kept.
 */
export { breakGlassReasons, consentGivers, highTrustDocumentTypes, type ListEntry } from './lists.ts';
export {
  allCommunes,
  type Commune,
  type CommuneKind,
  communeByCode,
  communePeriods,
  departmentOf,
  existedOn,
} from './places/communes.ts';
export { allCountries, type Country, countryByCode, FRANCE, foreignCountries } from './places/countries.ts';
export { foldName } from './places/fold-name.ts';
export { type LabelLanguage, labelOfPlace, type PlaceLabel } from './places/label.ts';
export { type BirthPlaceOption, type BirthPlaceQuery, searchBirthPlaces } from './places/search.ts';
export { allProfessions, type Profession, type ProfessionSystem, professionByCode } from './professions.ts';
