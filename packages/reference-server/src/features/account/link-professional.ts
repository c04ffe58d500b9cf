import { professionGroupOf } from '@spico/domain/rules/access/profession-group';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import { professionByCode } from '@spico/reference-data';
import type { ProSanteConnectIdentity, PscPractice } from '../../connectors/pro-sante-connect/index.ts';
import type { Tx } from '../../platform/db.ts';
import type { Ids } from '../../platform/ids.ts';
import {
  endPractice,
  findByNationalId,
  findPractices,
  type Individual,
  insertPractice,
  insertProfessional,
  type NewPractice,
} from './professional.repository.ts';

/** Why somebody whom Pro Santé Connect vouches for has no access here; codes for the audit row. */
export type LinkFailure = 'profession-unknown' | 'account-not-active';

/**
 * The account of a person vouched for by Pro Santé Connect, found by the national identifier only. Somebody new gets an
 * account when the matrix knows one of the declared professions; the practices Pro Santé Connect vouches for follow what
 * it says today, those verified by us stay as they are (F-03, F-08).
 */
export async function linkProfessional(
  tx: Tx,
  ids: Ids,
  identity: Pick<ProSanteConnectIdentity, 'nationalId' | 'familyName' | 'givenName' | 'civility' | 'practices'>,
): Promise<Outcome<Individual, LinkFailure>> {
  const declared = practicesOf(identity.practices);
  let person = await findByNationalId(tx, identity.nationalId);
  if (!person) {
    if (declared.length === 0) return fail('profession-unknown');
    const { nationalId, familyName, givenName, civility } = identity;
    const inserted = await insertProfessional(tx, ids, {
      nationalId,
      familyName,
      givenName,
      civility,
      practices: declared,
    });
    // Two first sign-ins at once: the other one has written the person down.
    person = inserted ?? (await findByNationalId(tx, nationalId));
    if (inserted) return ok(inserted);
  }
  if (person?.accountState !== 'active') return fail('account-not-active');
  await follow(tx, ids, person.accountId, declared);
  return ok(person);
}

async function follow(tx: Tx, ids: Ids, accountId: string, declared: readonly NewPractice[]): Promise<void> {
  const known = await findPractices(tx, accountId);
  for (const practice of declared) {
    if (!known.some((one) => keyOf(one) === keyOf(practice))) await insertPractice(tx, ids, accountId, practice);
  }
  for (const practice of known) {
    const gone = !declared.some((one) => keyOf(one) === keyOf(practice));
    if (practice.vouchedBy === 'psc' && gone) await endPractice(tx, practice.id);
  }
}

interface PracticeKey {
  readonly professionSystem: string;
  readonly professionCode: string;
  readonly structureId?: string | null | undefined;
}

function keyOf({ professionSystem, professionCode, structureId }: PracticeKey): string {
  return JSON.stringify([professionSystem, professionCode, structureId ?? null]);
}

/** The practices whose profession the matrix knows, each place once. */
function practicesOf(claimed: readonly PscPractice[]): readonly NewPractice[] {
  const practices = claimed.flatMap((practice): NewPractice[] => {
    const { professionCode, structureId, finess, structureName } = practice;
    const professionSystem = systemOf(professionCode);
    if (!professionSystem) return [];
    const professionGroup = professionGroupOf(professionSystem, professionCode);
    const place = { structureName, structureId: structureId ?? finess };
    return [{ professionSystem, professionCode, professionGroup, ...place, vouchedBy: 'psc' }];
  });
  return [...new Map(practices.map((practice) => [keyOf(practice), practice])).values()];
}

/** The claims do not name the list: it is that of the health professions, or that of the titles of use (domain 3.1). */
function systemOf(code: string): 'TRE_G15' | 'TRE_R95' | undefined {
  const lists = ['TRE_G15', 'TRE_R95'] as const;
  return lists.find((list) => professionByCode(list, code)?.active && professionGroupOf(list, code) !== undefined);
}
