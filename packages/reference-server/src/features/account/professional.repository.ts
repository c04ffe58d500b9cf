import { statement, type Tx } from '../../platform/db.ts';
import type { Ids } from '../../platform/ids.ts';
import type { AccountState } from '../../platform/schema.ts';

/** A practice to be written down: where, as what, and who vouches for it. */
export interface NewPractice {
  readonly professionSystem: string;
  readonly professionCode: string;
  /** Column of the matrix; undefined: signs in, reaches nothing. */
  readonly professionGroup: string | undefined;
  readonly structureName?: string | undefined;
  readonly structureId?: string | undefined;
  readonly town?: string | undefined;
  readonly vouchedBy: 'us' | 'psc';
}

/** A professional to be written down: a person, their individual account and its practices (F-08). */
export interface NewProfessional {
  readonly familyName: string;
  readonly givenName: string;
  readonly civility?: string | undefined;
  /** IDNPS, as Pro Santé Connect names the person. */
  readonly nationalId?: string | undefined;
  /** Parsed login e-mail (F-04). */
  readonly loginEmail?: string | undefined;
  readonly practices: readonly NewPractice[];
}

/** A person and their individual account. */
export interface Individual {
  readonly personId: string;
  readonly accountId: string;
  readonly accountState: AccountState;
}

/** A live practice of an account. */
export interface LivePractice {
  readonly id: string;
  readonly vouchedBy: 'us' | 'psc';
  readonly professionSystem: string;
  readonly professionCode: string;
  readonly structureId: string | null;
}

const individual = `select p.id as "personId", a.id as "accountId", a.state as "accountState"
  from person p join account a on a.person_id = p.id and a.kind = 'individual'`;

/** By the national identifier, and nothing else: two people may share a name. Holds the person until the end. */
export async function findByNationalId(tx: Tx, nationalId: string): Promise<Individual | undefined> {
  const [found] = await statement<Individual>(tx, `${individual} where p.national_id = $1 for update of p`, [
    nationalId,
  ]);
  return found;
}

/** @param email parsed, so in lower case */
export async function findByLoginEmail(tx: Tx, email: string): Promise<Individual | undefined> {
  const [found] = await statement<Individual>(tx, `${individual} where a.login_email = $1`, [email]);
  return found;
}

/** By the account, for a code that was sent to it. */
export async function findIndividual(tx: Tx, accountId: string): Promise<Individual | undefined> {
  const [found] = await statement<Individual>(tx, `${individual} where a.id = $1`, [accountId]);
  return found;
}

/** Doctors are addressed as such; the family name stands in capitals, as on every national document. */
function displayNameOf({ givenName, familyName, practices }: NewProfessional): string {
  const doctor = practices.some(
    ({ professionSystem, professionCode }) => professionSystem === 'TRE_G15' && ['10', '40'].includes(professionCode),
  );
  return `${doctor ? 'Dr ' : ''}${givenName} ${familyName.toLocaleUpperCase('fr')}`;
}

/**
 * Writes down a person with an individual account and practices.
 * @returns undefined when somebody else has just written down the same national identifier
 */
export async function insertProfessional(
  tx: Tx,
  ids: Ids,
  professional: NewProfessional,
): Promise<Individual | undefined> {
  const personId = ids.next();
  const accountId = ids.next();
  const { familyName, givenName, civility, nationalId, loginEmail, practices } = professional;
  const written = await tx
    .insertInto('person')
    .values({
      id: personId,
      civility: civility ?? null,
      family_name: familyName,
      given_name: givenName,
      national_id: nationalId ?? null,
    })
    .onConflict((conflict) => conflict.column('national_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return undefined;
  await tx
    .insertInto('account')
    .values({
      id: accountId,
      kind: 'individual',
      person_id: personId,
      display_name: displayNameOf(professional),
      login_email: loginEmail ?? null,
    })
    .execute();
  for (const practice of practices) await insertPractice(tx, ids, accountId, practice);
  return { personId, accountId, accountState: 'active' };
}

/**
 * @param attached a structure account: the person whose place in it this is (F-08)
 * @returns id of the practice
 */
export async function insertPractice(
  tx: Tx,
  ids: Ids,
  accountId: string,
  practice: NewPractice,
  attached?: string,
): Promise<string> {
  const id = ids.next();
  await statement(
    tx,
    `insert into practice (id, account_id, profession_system, profession_code, profession_group, structure_name,
       structure_id, town, vouched_by, person_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      accountId,
      practice.professionSystem,
      practice.professionCode,
      practice.professionGroup ?? null,
      practice.structureName ?? null,
      practice.structureId ?? null,
      practice.town ?? null,
      practice.vouchedBy,
      attached ?? null,
    ],
  );
  return id;
}

/** The practices an account has today. */
export async function findPractices(tx: Tx, accountId: string): Promise<readonly LivePractice[]> {
  return statement<LivePractice>(
    tx,
    `select id, vouched_by as "vouchedBy", profession_system as "professionSystem",
       profession_code as "professionCode", structure_id as "structureId"
     from practice where account_id = $1 and ended_at is null order by id`,
    [accountId],
  );
}

/** From now on nobody acts in this practice; sessions in it have to choose another. */
export async function endPractice(tx: Tx, practiceId: string): Promise<void> {
  await statement(tx, 'update practice set ended_at = spico_now() where id = $1 and ended_at is null', [practiceId]);
}

/** A structure account, which belongs to nobody; people are attached to it by `insertPractice` (F-08). */
export async function insertStructureAccount(tx: Tx, ids: Ids, displayName: string): Promise<string> {
  const id = ids.next();
  await tx
    .insertInto('account')
    .values({ id, kind: 'structure', person_id: null, display_name: displayName, login_email: null })
    .execute();
  return id;
}
