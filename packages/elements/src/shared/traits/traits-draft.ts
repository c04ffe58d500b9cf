import { parseDatamatrix } from '@spico/domain/values/identity/datamatrix';
import { checkName } from '@spico/domain/values/identity/normalise-name';
import { localToday, readDate } from '../format/civil-date.ts';
import { numericDate } from '../format/date.ts';
import type { BirthPlace, IdentityTraits } from '../sdk.ts';
import type { HostPatient } from '../session.ts';

/** The five strict traits while they are being typed: kept as typed, understood beside (F-22). */
export interface TraitsDraft {
  readonly birthFamilyName: string;
  readonly firstBirthGivenName: string;
  /** The other birth given names, as one line. */
  readonly otherGivenNames: string;
  readonly sex: 'F' | 'M' | 'I' | '';
  /** As typed, e.g. `12/03/1941`. */
  readonly birthDate: string;
  readonly birthPlace?: BirthPlace | undefined;
  /** What stands in the place field. */
  readonly placeText: string;
  /** The box "unknown": « INCONNUE » (F-23). */
  readonly placeUnknown: boolean;
}

export const UNKNOWN_PLACE: BirthPlace = { kind: 'unknown', cog: '99999' };
const COG = /^(?:\d{2}|2[AB])\d{3}$/;

export const emptyTraits: TraitsDraft = {
  birthFamilyName: '',
  firstBirthGivenName: '',
  otherGivenNames: '',
  sex: '',
  birthDate: '',
  placeText: '',
  placeUnknown: false,
};

/** What the host knows is never typed again (F-202). The place may still be words or a code to look up. */
export function traitsFromHost(patient: HostPatient | undefined): TraitsDraft {
  if (!patient) return emptyTraits;
  const [first = '', ...others] = patient.birthGivenNames ?? [];
  const place = patient.birthPlace ?? '';
  const birthPlace = COG.test(place) ? placeOfCode(place) : undefined;
  return {
    ...emptyTraits,
    birthFamilyName: patient.birthFamilyName ?? '',
    firstBirthGivenName: first,
    otherGivenNames: others.join(' '),
    sex: patient.sex ?? '',
    birthDate: patient.birthDate ? numericDate(patient.birthDate) : '',
    placeText: place,
    placeUnknown: birthPlace?.kind === 'unknown',
    ...(birthPlace ? { birthPlace } : {}),
  };
}

/** Back from the wire to the fields, for the creation page and for corrections. */
export function traitsToDraft(traits: IdentityTraits, placeLabel = ''): TraitsDraft {
  const others = traits.birthGivenNames?.slice(1).join(' ') ?? '';
  return {
    birthFamilyName: traits.birthFamilyName,
    firstBirthGivenName: traits.firstBirthGivenName,
    otherGivenNames: others,
    sex: traits.sex,
    birthDate: numericDate(traits.birthDate),
    birthPlace: traits.birthPlace,
    placeText: placeLabel,
    placeUnknown: traits.birthPlace.kind === 'unknown',
  };
}

export function placeOfCode(cog: string): BirthPlace {
  if (cog === '99999') return UNKNOWN_PLACE;
  return { kind: cog.startsWith('99') ? 'country' : 'commune', cog };
}

export type TraitsField =
  | 'birthFamilyName'
  | 'firstBirthGivenName'
  | 'otherGivenNames'
  | 'sex'
  | 'birthDate'
  | 'birthPlace';
/** What is wrong with a field; the words are chosen by the fields. */
export type TraitsError =
  | 'missing'
  | 'name-characters'
  | 'name-too-long'
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-future'
  | 'date-too-old'
  | 'place-not-chosen'
  | 'refused';
export type TraitsErrors = Partial<Record<TraitsField, TraitsError>>;

/** The traits to send, or what stands in the way, field by field. */
export function readTraits(
  draft: TraitsDraft,
  today: string = localToday(),
): { readonly ok: true; readonly traits: IdentityTraits } | { readonly ok: false; readonly errors: TraitsErrors } {
  const errors: TraitsErrors = {};
  const name = (field: TraitsField, typed: string, required: boolean): string => {
    const checked = checkName(typed);
    if (checked.ok) return checked.value.text;
    if (checked.failure === 'empty') {
      if (required) errors[field] = 'missing';
    } else errors[field] = checked.failure === 'too-long' ? 'name-too-long' : 'name-characters';
    return '';
  };
  const birthFamilyName = name('birthFamilyName', draft.birthFamilyName, true);
  const firstBirthGivenName = name('firstBirthGivenName', draft.firstBirthGivenName, true);
  const others = name('otherGivenNames', draft.otherGivenNames, false);
  if (draft.sex === '') errors.sex = 'missing';
  const date = readDate(draft.birthDate, today);
  if (!date.ok) errors.birthDate = date.reason === 'empty' ? 'missing' : `date-${date.reason}`;
  const birthPlace = draft.placeUnknown ? UNKNOWN_PLACE : draft.birthPlace;
  if (!birthPlace) errors.birthPlace = draft.placeText.trim() === '' ? 'missing' : 'place-not-chosen';
  if (Object.keys(errors).length > 0 || !date.ok || draft.sex === '' || !birthPlace) return { ok: false, errors };
  return {
    ok: true,
    traits: {
      birthFamilyName,
      firstBirthGivenName,
      ...(others ? { birthGivenNames: [firstBirthGivenName, ...others.split(/[ ,]+/).filter(Boolean)] } : {}),
      sex: draft.sex,
      birthDate: date.value,
      ...(date.uncertain ? { birthDateUncertain: true } : {}),
      birthPlace,
    },
  };
}

const POINTERS: Readonly<Record<string, TraitsField>> = {
  '/traits/birthFamilyName': 'birthFamilyName',
  '/traits/firstBirthGivenName': 'firstBirthGivenName',
  '/traits/birthGivenNames': 'otherGivenNames',
  '/traits/sex': 'sex',
  '/traits/birthDate': 'birthDate',
  '/traits/birthPlace': 'birthPlace',
};

/** The fields the server pointed at. */
export function refusedFields(fields: readonly { readonly pointer: string }[] | undefined): TraitsErrors {
  const errors: TraitsErrors = {};
  for (const { pointer } of fields ?? []) {
    const key = Object.keys(POINTERS).find((each) => pointer.startsWith(each));
    const field = key === undefined ? undefined : POINTERS[key];
    if (field) errors[field] = 'refused';
  }
  return errors;
}

const LABELS: readonly (readonly [RegExp, keyof TraitsDraft])[] = [
  [/^(?:nom(?: de naissance| de famille)?|birth name|family name|surname)$/i, 'birthFamilyName'],
  [/^(?:pr[ée]noms?(?: de naissance)?|given names?|first names?)$/i, 'firstBirthGivenName'],
  [/^(?:sexe|sex|genre)$/i, 'sex'],
  [/^(?:date de naissance|n[ée]e? le|naissance|ddn|birth date|date of birth|born)$/i, 'birthDate'],
  [/^(?:lieu de naissance|commune de naissance|n[ée]e? [àa]|birth place|place of birth)$/i, 'placeText'],
];

/**
 * Reads a pasted block of traits (`Nom : … / Prénom : …`, one per line) or the text of a scanned INS datamatrix.
 * @returns what was understood; nothing for an ordinary paste into one field
 */
export function readPaste(text: string): Partial<TraitsDraft> | undefined {
  const scanned = parseDatamatrix(text.trim());
  if (scanned.ok) return traitsToDraft(scanned.value.traits as IdentityTraits, scanned.value.traits.birthPlace.cog);
  const found: Record<string, string> = {};
  for (const line of text.split(/[\n;\t]+/)) {
    const [label = '', ...rest] = line.split(/[:=]/);
    const field = LABELS.find(([pattern]) => pattern.test(label.trim()))?.[1];
    const value = rest.join(':').trim();
    if (field && value) found[field] = value;
  }
  if (Object.keys(found).length < 2) return undefined;
  const { sex, firstBirthGivenName, ...others } = found;
  const [first = '', ...more] = (firstBirthGivenName ?? '').split(/[ ,]+/).filter(Boolean);
  return {
    ...others,
    ...(first ? { firstBirthGivenName: first, otherGivenNames: more.join(' ') } : {}),
    ...(sex ? { sex: /^[fé2]/i.test(sex) ? 'F' : /^[hm1]/i.test(sex) ? 'M' : '' } : {}),
  };
}
