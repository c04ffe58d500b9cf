import { checkName } from '@spico/domain/values/identity/normalise-name';
import {
  type ConsentDraft,
  type ConsentErrors,
  readConsent,
  refusedConsent,
  startConsent,
} from '../../shared/consent/consent-draft.ts';
import { flagBlockedBy, staysProvisional } from '../../shared/identity/flags.ts';
import type { Flow } from '../../shared/flow.ts';
import { localToday } from '../../shared/format/civil-date.ts';
import type { CreateRecordRequest, IdentityFlag, IdentityTraits } from '../../shared/sdk.ts';
import type { HostPatient } from '../../shared/session.ts';
import {
  readTraits,
  refusedFields,
  type TraitsDraft,
  type TraitsErrors,
  traitsFromHost,
  traitsToDraft,
} from '../../shared/traits/traits-draft.ts';

/** The creation page while it is being filled; kept as typed. */
export interface IdentityDraft {
  /** The search it was begun from; empty when none was made. */
  readonly searchId: string;
  readonly traits: TraitsDraft;
  readonly usedFamilyName: string;
  readonly usedGivenName: string;
  /** `1` to `9`, or empty. */
  readonly birthOrder: string;
  readonly email: string;
  readonly mobile: string;
  readonly consentGiven: boolean;
  readonly consent: ConsentDraft;
  readonly documentChecked: boolean;
  readonly documentType: string;
  readonly copy?: File | undefined;
  /** The copy as the server has received it. */
  readonly copyId?: string | undefined;
  readonly flags: readonly IdentityFlag[];
}

export function startIdentity(patient: HostPatient | undefined, today: string = localToday()): IdentityDraft {
  return {
    searchId: '',
    traits: traitsFromHost(patient),
    usedFamilyName: patient?.usedFamilyName ?? '',
    usedGivenName: patient?.usedGivenName ?? '',
    birthOrder: '',
    email: '',
    mobile: '',
    consentGiven: false,
    consent: startConsent(today),
    documentChecked: false,
    documentType: '',
    flags: [],
  };
}

/**
 * The page for the search just made (F-26): the same person keeps what was typed about them, another one starts anew.
 * What the host says of its patient counts only while that is the person searched.
 */
export function carryOver(
  draft: IdentityDraft,
  { traits, birthPlaceLabel, identityDocument, search, differentFrom }: Flow,
  patient: HostPatient | undefined,
  today: string = localToday(),
): IdentityDraft {
  const typed = readTraits(draft.traits, today);
  const same = traits === undefined || (typed.ok && samePerson(typed.traits, traits));
  // A draft that no search has touched is the host's own picture of its patient, not something typed.
  const keeps = same && draft.searchId !== '';
  const known = traits && patient && isPatient(traits, patient) ? patient : undefined;
  const begun = keeps ? draft : startIdentity(traits ? known : patient, today);
  const homonym = (differentFrom?.length ?? 0) > 0 && !begun.flags.some((flag) => flag !== 'doubtful');
  return {
    ...begun,
    searchId: search?.searchId ?? '',
    traits:
      keeps || !traits ? begun.traits : { ...traitsToDraft(traits, birthPlaceLabel), ...otherNames(begun.traits) },
    documentChecked: identityDocument !== undefined || begun.documentChecked,
    documentType: identityDocument?.type ?? begun.documentType,
    flags: homonym ? [...begun.flags, 'homonym'] : begun.flags,
  };
}

const otherNames = ({ otherGivenNames }: TraitsDraft): Partial<TraitsDraft> =>
  otherGivenNames ? { otherGivenNames } : {};

function samePerson(a: IdentityTraits, b: IdentityTraits): boolean {
  const key = ({ birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace }: IdentityTraits): string =>
    JSON.stringify([birthFamilyName, firstBirthGivenName, sex, birthDate, birthPlace.cog]);
  return key(a) === key(b);
}

/** Nothing the host says of its patient contradicts these traits, and it says at least the name or the date. */
function isPatient(traits: IdentityTraits, patient: HostPatient): boolean {
  const fold = (text: string): string => text.trim().toLocaleLowerCase('fr');
  const pairs: readonly (readonly [string | undefined, string])[] = [
    [patient.birthFamilyName, traits.birthFamilyName],
    [patient.birthGivenNames?.[0], traits.firstBirthGivenName],
    [patient.birthDate, traits.birthDate],
    [patient.sex, traits.sex],
  ];
  const said = pairs.filter(([theirs]) => theirs !== undefined && theirs !== '');
  return said.length > 0 && said.every(([theirs = '', ours]) => fold(theirs) === fold(ours));
}

/** A document counts only with a known place, and never for a doubtful or fictitious identity (F-23, F-33). */
export const documentCounts = ({ documentChecked, traits, flags }: IdentityDraft): boolean =>
  documentChecked && !traits.placeUnknown && !staysProvisional(flags);

export type FlagObstacle = 'fictitiousAlone' | 'doubtfulNotFictitious' | 'homonymNotFictitious';

/** Why a special case cannot be ticked beside those ticked already: fictitious combines with nothing (F-33). */
export function flagObstacle(flag: IdentityFlag, flags: readonly IdentityFlag[]): FlagObstacle | undefined {
  if (flagBlockedBy(flag, flags) === undefined) return undefined;
  if (flag !== 'fictitious') return 'fictitiousAlone';
  return flags.includes('doubtful') ? 'doubtfulNotFictitious' : 'homonymNotFictitious';
}

export const toggleFlag = (
  flag: IdentityFlag,
  on: boolean,
  flags: readonly IdentityFlag[],
): readonly IdentityFlag[] => [...flags.filter((each) => each !== flag), ...(on ? [flag] : [])];

/** The fields of this page beside the traits. */
export type PageField =
  | 'usedFamilyName'
  | 'usedGivenName'
  | 'birthOrder'
  | 'email'
  | 'mobile'
  | 'consentGiven'
  | 'documentType'
  | 'flags'
  | 'copy';
/** What is wrong with one; each has its sentence under the same key. */
export type PageError =
  | 'nameWrong'
  | 'emailWrong'
  | 'mobileWrong'
  | 'consentMissing'
  | 'documentTypeMissing'
  | 'valueRefused'
  | 'copyRefused';

export interface IdentityErrors {
  readonly traits: TraitsErrors;
  readonly consent: ConsentErrors;
  readonly page: Partial<Record<PageField, PageError>>;
}

export const noErrors: IdentityErrors = { traits: {}, consent: {}, page: {} };
export const countErrors = ({ traits, consent, page }: IdentityErrors): number =>
  [traits, consent, page].map((part) => Object.keys(part).length).reduce((sum, count) => sum + count, 0);

/** What Finalise would send, or everything that stands in the way, at once. */
export function readIdentity(
  draft: IdentityDraft,
  differentFrom: readonly string[] = [],
  today: string = localToday(),
):
  | { readonly ok: true; readonly request: CreateRecordRequest }
  | { readonly ok: false; readonly errors: IdentityErrors } {
  const traits = readTraits(draft.traits, today);
  const page: Partial<Record<PageField, PageError>> = {};
  const complementary = readUsedNames(draft, page);
  const contact = readContact(draft, page);
  const consent = readConsent(draft.consent, today, traits.ok ? traits.traits.birthDate : '');
  if (!draft.consentGiven) page.consentGiven = 'consentMissing';
  const counts = documentCounts(draft);
  if (counts && draft.documentType === '') page.documentType = 'documentTypeMissing';
  if (!traits.ok || !consent.ok || Object.keys(page).length > 0) {
    const wrong = { traits: traits.ok ? {} : traits.errors, consent: consent.ok ? {} : consent.errors, page };
    return { ok: false, errors: wrong };
  }
  const { documentType: type, copyId, flags } = draft;
  return {
    ok: true,
    request: {
      searchId: draft.searchId,
      traits: traits.traits,
      ...(Object.keys(complementary).length > 0 ? { complementary } : {}),
      ...(Object.keys(contact).length > 0 ? { contact } : {}),
      consent: consent.consent,
      ...(counts ? { identityDocument: { type, ...(copyId ? { copyId } : {}) } } : {}),
      ...(flags.length > 0 ? { flags: [...flags] } : {}),
      ...(differentFrom.length > 0 ? { differentFrom: [...differentFrom] } : {}),
    },
  };
}

function readUsedNames(
  draft: IdentityDraft,
  page: Partial<Record<PageField, PageError>>,
): NonNullable<CreateRecordRequest['complementary']> {
  const name = (field: 'usedFamilyName' | 'usedGivenName'): { [Field in typeof field]?: string } => {
    const checked = checkName(draft[field]);
    if (checked.ok) return { [field]: checked.value.text };
    if (checked.failure !== 'empty') page[field] = 'nameWrong';
    return {};
  };
  return {
    ...name('usedFamilyName'),
    ...name('usedGivenName'),
    ...(draft.birthOrder ? { birthOrder: Number(draft.birthOrder) } : {}),
  };
}

/** Catches slips of the hand; the server has the last word on addresses and numbers. */
function readContact(
  draft: IdentityDraft,
  page: Partial<Record<PageField, PageError>>,
): NonNullable<CreateRecordRequest['contact']> {
  const [email, mobile] = [draft.email.trim(), draft.mobile.trim()];
  if (email && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email)) page.email = 'emailWrong';
  if (mobile && !couldBeMobile(mobile)) page.mobile = 'mobileWrong';
  return { ...(email ? { email } : {}), ...(mobile ? { mobile } : {}) };
}

function couldBeMobile(typed: string): boolean {
  if (!/^[+0-9 ().\-\u00A0\u202F]+$/.test(typed)) return false;
  const digits = typed.replace(/\D/g, '');
  if (/^0[1-9]/.test(digits)) return /^0[67]\d{8}$/.test(digits);
  return digits.length >= 8 && digits.length <= 17;
}

const POINTERS: readonly (readonly [string, PageField, PageError])[] = [
  ['/complementary/usedFamilyName', 'usedFamilyName', 'nameWrong'],
  ['/complementary/usedGivenName', 'usedGivenName', 'nameWrong'],
  ['/complementary/birthOrder', 'birthOrder', 'valueRefused'],
  ['/contact/email', 'email', 'emailWrong'],
  ['/contact/mobile', 'mobile', 'mobileWrong'],
  ['/identityDocument/copyId', 'copy', 'copyRefused'],
  ['/identityDocument/type', 'documentType', 'valueRefused'],
];

/** The fields the server pointed at. */
export function refusedByServer(fields: readonly { readonly pointer: string }[] = []): IdentityErrors {
  const page: Partial<Record<PageField, PageError>> = {};
  for (const { pointer } of fields) {
    const known = POINTERS.find(([start]) => pointer.startsWith(start));
    if (known) page[known[1]] = known[2];
  }
  return { traits: refusedFields(fields), consent: refusedConsent(fields), page };
}

/** Anything in the folded part: it opens by itself. */
export const hasOptional = (draft: IdentityDraft): boolean =>
  [draft.usedFamilyName, draft.usedGivenName, draft.birthOrder, draft.email, draft.mobile].some(Boolean);
