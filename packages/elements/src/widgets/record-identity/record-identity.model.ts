import { checkName } from '@spico/domain/values/identity/normalise-name';
import {
  type ConsentDraft,
  type ConsentErrors,
  readConsent,
  refusedConsent,
  startConsent,
} from '../../shared/consent/consent-draft.ts';
import { staysProvisional } from '../../shared/identity/flags.ts';
import type {
  ConsentInput,
  ContactInput,
  CoordinationRecord,
  CorrectTraitsRequest,
  IdentityFlag,
  IdentityTraits,
  RecordIdentity,
  SetFlagsRequest,
} from '../../shared/sdk.ts';
import {
  readTraits,
  refusedFields,
  type TraitsDraft,
  type TraitsErrors,
  traitsToDraft,
} from '../../shared/traits/traits-draft.ts';

/** What may be changed from this block. */
export type Act = 'traits' | 'document' | 'flags' | 'consent' | 'contact';

/** One change while it is being made, and the version it was begun from. */
export interface RecordEdit {
  readonly recordId: string;
  readonly act: Act;
  readonly version: number;
  readonly traits: TraitsDraft;
  readonly usedFamilyName: string;
  readonly usedGivenName: string;
  readonly birthOrder: string;
  readonly documentType: string;
  readonly flags: readonly IdentityFlag[];
  readonly reason: string;
  readonly consent: ConsentDraft;
  readonly email: string;
  readonly mobile: string;
}

/** Begins with what the record holds; consent and reason begin empty, they are what is attested. */
export function startEdit(act: Act, { id, version, identity, administrative }: CoordinationRecord): RecordEdit {
  return {
    recordId: id,
    act,
    version: act === 'consent' || act === 'contact' ? version : identity.version,
    traits: draftOf(identity),
    usedFamilyName: identity.usedFamilyName ?? '',
    usedGivenName: identity.usedGivenName ?? '',
    birthOrder: identity.birthOrder === undefined ? '' : String(identity.birthOrder),
    documentType: '',
    flags: identity.flags,
    reason: '',
    consent: startConsent(),
    email: administrative?.email ?? '',
    mobile: administrative?.mobile ?? '',
  };
}

/** The version a change is judged against: the identity has its own. */
export const versionFor = (act: Act, { version, identity }: CoordinationRecord): number =>
  act === 'consent' || act === 'contact' ? version : identity.version;

function draftOf({ traits }: RecordIdentity): TraitsDraft {
  const { kind, cog, label } = traits.birthPlace;
  return traitsToDraft({ ...traits, birthPlace: { kind, cog } } as IdentityTraits, label);
}

export type EditField =
  | 'usedFamilyName'
  | 'usedGivenName'
  | 'birthOrder'
  | 'documentType'
  | 'flags'
  | 'reason'
  | 'email'
  | 'mobile';
export type EditError =
  | 'nameWrong'
  | 'valueRefused'
  | 'documentTypeMissing'
  | 'reasonMissing'
  | 'emailWrong'
  | 'mobileWrong'
  | 'unchanged';

export interface EditErrors {
  readonly traits: TraitsErrors;
  readonly consent: ConsentErrors;
  readonly fields: Partial<Record<EditField, EditError>>;
  /** The whole form: nothing to save. */
  readonly unchanged?: boolean;
}

export const noErrors: EditErrors = { traits: {}, consent: {}, fields: {} };
export const countErrors = ({ traits, consent, fields }: EditErrors): number =>
  Object.keys(traits).length + Object.keys(consent).length + Object.keys(fields).length;

/** One change as it is sent. */
export type Change =
  | { readonly act: 'traits'; readonly body: CorrectTraitsRequest }
  | { readonly act: 'document'; readonly body: { readonly type: string } }
  | { readonly act: 'flags'; readonly body: SetFlagsRequest }
  | { readonly act: 'consent'; readonly body: ConsentInput }
  | { readonly act: 'contact'; readonly body: ContactInput };

type Reading = { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly errors: EditErrors };

/** What Save would send, or everything that stands in the way, at once. */
export function readEdit(edit: RecordEdit, record: CoordinationRecord): Reading {
  const refuse = (errors: Partial<EditErrors>): Reading => ({ ok: false, errors: { ...noErrors, ...errors } });
  switch (edit.act) {
    case 'traits':
      return readCorrection(edit, record.identity, refuse);
    case 'document':
      return edit.documentType === ''
        ? refuse({ fields: { documentType: 'documentTypeMissing' } })
        : { ok: true, change: { act: 'document', body: { type: edit.documentType } } };
    case 'flags':
      return readFlags(edit, record.identity, refuse);
    case 'consent': {
      const read = readConsent(edit.consent);
      return read.ok ? { ok: true, change: { act: 'consent', body: read.consent } } : refuse({ consent: read.errors });
    }
    case 'contact':
      return readContact(edit, record, refuse);
  }
}

type Refuse = (errors: Partial<EditErrors>) => Reading;

function readCorrection(edit: RecordEdit, identity: RecordIdentity, refuse: Refuse): Reading {
  const traits = readTraits(edit.traits);
  const fields: EditErrors['fields'] = {};
  const name = (field: 'usedFamilyName' | 'usedGivenName'): string | null => {
    const checked = checkName(edit[field]);
    if (checked.ok) return checked.value.text;
    if (checked.failure !== 'empty') fields[field] = 'nameWrong';
    return null;
  };
  const complementary = {
    usedFamilyName: name('usedFamilyName'),
    usedGivenName: name('usedGivenName'),
    birthOrder: edit.birthOrder === '' ? null : Number(edit.birthOrder),
  };
  if (!traits.ok || Object.keys(fields).length > 0) return refuse({ fields, traits: traits.ok ? {} : traits.errors });
  const before = readTraits(draftOf(identity));
  const sameTraits = before.ok && JSON.stringify(before.traits) === JSON.stringify(traits.traits);
  const sameUsed =
    complementary.usedFamilyName === (identity.usedFamilyName ?? null) &&
    complementary.usedGivenName === (identity.usedGivenName ?? null) &&
    complementary.birthOrder === (identity.birthOrder ?? null);
  if (sameTraits && sameUsed) return refuse({ unchanged: true });
  return { ok: true, change: { act: 'traits', body: { traits: traits.traits, complementary } } };
}

function readFlags({ flags, reason }: RecordEdit, identity: RecordIdentity, refuse: Refuse): Reading {
  const same = flags.length === identity.flags.length && flags.every((flag) => identity.flags.includes(flag));
  if (same) return refuse({ unchanged: true });
  if (reason.trim().length < 3) return refuse({ fields: { reason: 'reasonMissing' } });
  return { ok: true, change: { act: 'flags', body: { flags: [...flags], reason: reason.trim() } } };
}

/** Absent keeps, null erases; slips of the hand are caught, the server has the last word. */
function readContact(edit: RecordEdit, { administrative }: CoordinationRecord, refuse: Refuse): Reading {
  const [email, mobile] = [edit.email.trim(), edit.mobile.trim()];
  const fields: EditErrors['fields'] = {};
  if (email !== '' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email)) fields.email = 'emailWrong';
  const digits = mobile.replace(/\D/g, '');
  const wrong = !/^[+0-9 ().\-\u00A0\u202F]+$/.test(mobile) || digits.length < 8 || digits.length > 17;
  if (mobile !== '' && (wrong || /^0[1-589]/.test(digits))) fields.mobile = 'mobileWrong';
  if (Object.keys(fields).length > 0) return refuse({ fields });
  const body: ContactInput = {
    ...(email === (administrative?.email ?? '') ? {} : { email: email || null }),
    ...(mobile === (administrative?.mobile ?? '') ? {} : { mobile: mobile || null }),
  };
  return Object.keys(body).length === 0 ? refuse({ unchanged: true }) : { ok: true, change: { act: 'contact', body } };
}

const POINTERS: readonly (readonly [string, EditField, EditError])[] = [
  ['/complementary/usedFamilyName', 'usedFamilyName', 'nameWrong'],
  ['/complementary/usedGivenName', 'usedGivenName', 'nameWrong'],
  ['/complementary/birthOrder', 'birthOrder', 'valueRefused'],
  ['/type', 'documentType', 'valueRefused'],
  ['/flags', 'flags', 'valueRefused'],
  ['/reason', 'reason', 'reasonMissing'],
  ['/email', 'email', 'emailWrong'],
  ['/mobile', 'mobile', 'mobileWrong'],
];

/** The fields the server pointed at. */
export function refusedByServer(fields: readonly { readonly pointer: string }[] | undefined): EditErrors {
  const own: EditErrors['fields'] = {};
  for (const { pointer } of fields ?? []) {
    const known = POINTERS.find(([start]) => pointer.startsWith(start));
    if (known) own[known[1]] = known[2];
  }
  return { traits: refusedFields(fields), consent: refusedConsent(fields), fields: own };
}

/** Why a document cannot be declared checked; undefined when it can (F-23, F-33). */
export function checkBlocked({ traits, flags }: RecordIdentity): 'checkBlockedPlace' | 'checkBlockedFlags' | undefined {
  if (staysProvisional(flags)) return 'checkBlockedFlags';
  return traits.birthPlace.kind === 'unknown' ? 'checkBlockedPlace' : undefined;
}
