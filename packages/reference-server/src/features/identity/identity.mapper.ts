import type { components } from '@spico/contract/schema';
import { insCall } from '@spico/domain/rules/identity/ins-call';
import {
  compareTraits,
  needsDocumentRecheck,
  type TraitComparison,
} from '@spico/domain/values/identity/compare-traits';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { checkKey } from '@spico/domain/values/ins/key';
import { type Ins, matriculeContradictions, parseMatricule } from '@spico/domain/values/ins/matricule';
import { insAuthority } from '@spico/domain/values/ins/oid';
import { highTrustDocumentTypes } from '@spico/reference-data';
import { toBirthPlaceView, toProfessionalRef, toTraitsView } from '../reference/index.ts';
import type { ComplementaryInput } from './complementary.ts';
import type { DocumentCopy } from './document-copy.repository.ts';
import type { HistoryEntry } from './identity.repository.ts';
import type { AnsweredInsQuery } from './query-ins.ts';
import { type RecordIdentity, statusOfRecord } from './record-identity.ts';

type Schemas = components['schemas'];
type Language = 'fr' | 'en';

/** Traits as they arrive; the contract has checked the shape, the rules check the rest. */
export function fromTraits(wire: Schemas['IdentityTraits']): IdentityTraits {
  const { birthGivenNames, birthDateUncertain, ...rest } = wire;
  return {
    ...rest,
    ...(birthGivenNames ? { birthGivenNames } : {}),
    ...(birthDateUncertain ? { birthDateUncertain } : {}),
  };
}

export function fromComplementary(wire: Schemas['ComplementaryTraits'] | undefined): ComplementaryInput | undefined {
  return wire;
}

/** Shown in every status that has one (behaviour table 9.2), sent on only when the identity is qualified (EXI ID 29). */
export function toIns(ins: Ins, traits: IdentityTraits, qualified: boolean): Schemas['Ins'] {
  const parts = parseMatricule(ins.matricule + ins.key);
  return {
    ...ins,
    environment: insAuthority(ins.oid)?.environment ?? 'production',
    keyValid: checkKey(ins.matricule, ins.key),
    shareable: qualified,
    contradictions: parts.ok ? matriculeContradictions(parts.value, traits).map((one) => ({ ...one })) : [],
  };
}

/** The identity of a record as its band and its screens show it. */
export function toRecordIdentity(record: RecordIdentity, language: Language): Schemas['RecordIdentity'] {
  const { identity, complementary, documentCheck } = record;
  const status = statusOfRecord(record);
  const type = identity.document;
  const label = highTrustDocumentTypes.find((entry) => entry.code === type);
  return {
    traits: toTraitsView(identity.traits, language),
    ...complementary,
    status,
    flags: [...identity.flags],
    ...(type && documentCheck
      ? {
          documentCheck: {
            type,
            ...(label ? { labelFr: label.labelFr, labelEn: label.labelEn } : {}),
            checkedAt: documentCheck.at.toISOString(),
            ...(documentCheck.copyId ? { copyId: documentCheck.copyId } : {}),
          },
        }
      : {}),
    ...(identity.ins ? { ins: toIns(identity.ins, identity.traits, status === 'qualified') } : {}),
    insCallAllowed: insCall(identity).ok,
    version: record.version,
  };
}

/** Typed and retrieved side by side, in words (F-35). */
function toComparison(
  row: TraitComparison,
  plan: IdentityTraits,
  found: IdentityTraits,
  language: Language,
): Schemas['TraitComparison'] {
  const { trait, kind, typed, retrieved } = row;
  if (trait !== 'birthPlace') return { trait, kind, typed, retrieved };
  const words = ({ birthPlace, birthDate }: IdentityTraits) => toBirthPlaceView(birthPlace, birthDate, language).label;
  return { trait, kind, typed: words(plan), retrieved: words(found) };
}

export function toInsQueryResult({ plan, query }: AnsweredInsQuery, language: Language): Schemas['InsQueryResult'] {
  const { found } = query;
  if (!found) return { outcome: query.outcome };
  const comparison = compareTraits(plan.traits, found.traits);
  return {
    outcome: 'found',
    insQueryId: query.id,
    expiresAt: query.expiresAt.toISOString(),
    retrieved: toTraitsView(found.traits, language),
    // Not accepted yet: whoever compares sees the number, nobody may send it on.
    ins: toIns(found.ins, found.traits, false),
    comparison: comparison.map((row) => toComparison(row, plan.traits, found.traits, language)),
    documentRecheckNeeded: plan.documentChecked && needsDocumentRecheck(comparison),
  };
}

export function toIdentityHistory(entries: readonly HistoryEntry[], language: Language): Schemas['IdentityHistory'] {
  return {
    items: entries.map(({ version, at, by, event, reason, status, identity }) => ({
      version,
      at: at.toISOString(),
      by: toProfessionalRef(by),
      event,
      ...(reason === null ? {} : { reason }),
      status,
      flags: [...identity.flags],
      traits: toTraitsView(identity.traits, language),
      // What it was, not what may be sent: only the current identity is shareable.
      ...(identity.ins ? { ins: toIns(identity.ins, identity.traits, false) } : {}),
    })),
  };
}

export function toDocumentCopy(copy: DocumentCopy): Schemas['IdentityDocumentCopy'] {
  return { copyId: copy.id, mediaType: copy.mediaType, bytes: copy.bytes, deletedOn: copy.deletedOn };
}
