import type { components } from '@spico/contract/schema';
import { fromComplementary, fromTraits, statusOfRecord, toRecordIdentity } from '../identity/index.ts';
import { toProfessionalRef, toTraitsView } from '../reference/index.ts';
import type { CreateRecord } from './create-record.ts';
import type { PatientListPage } from './list-records.query.ts';
import type { OpenedRecord, ReaderAccess } from './open-record.query.ts';

type Schemas = components['schemas'];
type Language = 'fr' | 'en';

/** What the creation page sends. */
export function toCreateRecord(body: Schemas['CreateRecordRequest']): CreateRecord {
  const { contact, identityDocument: document, insDecision: decided } = body;
  const complementary = fromComplementary(body.complementary);
  return {
    searchId: body.searchId,
    traits: fromTraits(body.traits),
    consent: body.consent,
    flags: body.flags ?? [],
    differentFrom: body.differentFrom ?? [],
    ...(complementary ? { complementary } : {}),
    ...(contact ? { contact } : {}),
    ...(document ? { document } : {}),
    ...(decided ? { decided: { ...decided, documentConfirmed: decided.documentConfirmed ?? false } } : {}),
  };
}

/** The reader's access; an emergency also says how many seconds are left, by the database's clock. */
export function toRecordAccess({ mode, since, until }: ReaderAccess, now: Date): Schemas['RecordAccess'] {
  return {
    mode,
    since: since.toISOString(),
    ...(until
      ? {
          until: until.toISOString(),
          remainingSeconds: Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000)),
        }
      : {}),
  };
}

/** @param dmpOffered - whether this installation offers the DMP at all */
export function toAdministrative({ contact, dmp }: OpenedRecord, dmpOffered: boolean): Schemas['Administrative'] {
  const available = dmpOffered && dmp.allowed;
  return {
    ...contact,
    dmp: { available, ...(dmpOffered && !available ? { missing: [...dmp.missing] } : {}) },
  };
}

export function toConsent(consent: NonNullable<OpenedRecord['consent']>): Schemas['Consent'] {
  const { givenBy, mode, collectedOn, noticeVersion, recordedAt, recordedBy } = consent;
  return {
    givenBy,
    mode,
    collectedOn,
    noticeVersion,
    recordedAt: recordedAt.toISOString(),
    recordedBy: toProfessionalRef(recordedBy),
  };
}

export function toCoordinationRecord(
  opened: OpenedRecord,
  dmpOffered: boolean,
  language: Language,
): Schemas['CoordinationRecord'] {
  const { record, state, createdAt, consent, access, now } = opened;
  return {
    id: record.recordId,
    version: record.version,
    state,
    createdAt: createdAt.toISOString(),
    identity: toRecordIdentity(record, language),
    administrative: toAdministrative(opened, dmpOffered),
    ...(consent ? { consent: toConsent(consent) } : {}),
    access: toRecordAccess(access, now),
    sections: opened.sections.map((right) => ({ ...right })),
    // Where the DMP is not offered, nobody is shown the act.
    allowedActions: opened.allowedActions.filter((action) => dmpOffered || action !== 'dmp.launch'),
  };
}

export function toPatientListPage(
  { rows, nextCursor, now }: PatientListPage,
  language: Language,
): Schemas['PatientListPage'] {
  return {
    items: rows.map(({ record, state, access, lastOpenedAt }) => ({
      recordId: record.recordId,
      traits: toTraitsView(record.identity.traits, language),
      ...(record.complementary.usedFamilyName ? { usedFamilyName: record.complementary.usedFamilyName } : {}),
      status: statusOfRecord(record),
      flags: [...record.identity.flags],
      access: toRecordAccess(access, now),
      state,
      ...(lastOpenedAt ? { lastOpenedAt: lastOpenedAt.toISOString() } : {}),
    })),
    ...(nextCursor ? { nextCursor } : {}),
  };
}
