import { professionGroupOf } from '@spico/domain/rules/access/profession-group';
import { demoProfessionals } from '@spico/reference-data/synthetic';
import type { Tx } from '../../platform/db.ts';
import type { Ids } from '../../platform/ids.ts';
import { findByNationalId, type Individual, insertProfessional } from './professional.repository.ts';

/** Keys of the invented professionals of the demonstration, e.g. `dr-martin`. */
export const demoKeys: readonly string[] = demoProfessionals.map(({ key }) => key);

/**
 * The invented professional of that key, written down on first use: the same person whether she comes by the sandbox
 * token, by Pro Santé Connect or by a code. Demo servers only.
 */
export async function demoProfessional(tx: Tx, ids: Ids, key: string): Promise<Individual | undefined> {
  const known = demoProfessionals.find((one) => one.key === key);
  if (!known) return undefined;
  const find = () => findByNationalId(tx, known.nationalId);
  return (
    (await find()) ??
    (await insertProfessional(tx, ids, {
      familyName: known.familyName,
      givenName: known.givenName,
      civility: known.civility,
      nationalId: known.nationalId,
      loginEmail: known.email,
      practices: known.practices.map((practice) => ({
        professionSystem: practice.professionSystem,
        professionCode: practice.professionCode,
        professionGroup: professionGroupOf(practice.professionSystem, practice.professionCode),
        structureName: practice.structureName,
        structureId: practice.structureId,
        town: practice.town,
        vouchedBy: 'us',
      })),
    })) ??
    find()
  );
}
