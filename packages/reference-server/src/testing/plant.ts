import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { indexIdentity } from '../features/patient-search/index.ts';
import { statement } from '../platform/db.ts';
import { uuid7 } from '../platform/ids.ts';
import type { SignedIn, TestServer } from './server.ts';

/** A record that was there before the story begins. */
export interface Planted {
  readonly traits: IdentityTraits;
  readonly state?: 'open' | 'closed' | 'merged' | 'withdrawn';
  readonly members?: readonly (readonly [who: SignedIn, mode: 'creator' | 'added' | 'self-enrolled'])[];
  /** Another person with the same identity (F-41). */
  readonly homonym?: boolean;
}

/** Puts a record, its identity and its circle into the database; findable whatever its state. @returns its id */
export async function plantRecord({ database }: TestServer, planted: Planted): Promise<string> {
  const recordId = uuid7.next();
  const { traits, state = 'open', members = [], homonym = false } = planted;
  await database.transaction(async (tx) => {
    await tx.insertInto('coordination_record').values({ id: recordId, state }).execute();
    await statement(
      tx,
      `insert into person_identity (record_id, birth_family_name, first_birth_given_name, birth_given_names, sex, birth_date,
         birth_place_kind, birth_place_cog, status, homonym)
       values ($1, $2, $3, array[$3::text], $4, $5, $6, $7, 'provisional', $8)`,
      [
        recordId,
        traits.birthFamilyName,
        traits.firstBirthGivenName,
        traits.sex,
        traits.birthDate,
        traits.birthPlace.kind,
        traits.birthPlace.cog,
        homonym,
      ],
    );
    for (const [who, mode] of members) {
      await tx
        .insertInto('record_membership')
        .values({ id: uuid7.next(), record_id: recordId, account_id: who.accountId, mode })
        .execute();
    }
    const indexed = await indexIdentity(tx, recordId, traits, { deliberateHomonym: homonym });
    if (!indexed.ok) throw new Error('Two planted records bear one identity; say that one is a homonym.');
  });
  return recordId;
}
