import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { create, created, jeanne, searched } from './test-kit.ts';

const features = [patientSearch, records, identity];
const ROUNDS = 12;

// Two nodes on one PostgreSQL: PGlite has one connection, and so no race to win.
describe.runIf(databases.includes('postgres'))('two people creating at the same moment, on postgres', () => {
  let here: TestServer;
  let there: TestServer;
  let nadia: SignedIn;
  let paul: SignedIn;

  beforeAll(async () => {
    here = await startTestServer({ db: 'postgres', features });
    there = await startTestServer({ features, on: here });
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  const bearers = (family: string) =>
    here.database.transaction((tx) =>
      statement<{ records: number; members: number }>(
        tx,
        `select count(*)::int as records, (select count(*)::int from record_membership m where m.record_id = any(array_agg(i.record_id))) as members
         from person_identity i where birth_family_name = $1`,
        [family],
      ),
    );

  /** The people of the other rounds resemble, and no more. */
  const certain = ({ existing }: { existing: { candidates: { grade: string }[] } }) =>
    existing.candidates.filter(({ grade }) => grade === 'certain');

  it('[F-20] make one record: the other is told who was there first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      nadia = await here.signIn({ name: ['Nadia', 'Benali'] });
      paul = await here.signIn({ name: ['Paul', 'Roux'] });
      const person = { ...jeanne, birthFamilyName: `Simultané${'abcdefghijkl'[round]}` };
      const spelled = {
        ...person,
        birthFamilyName: person.birthFamilyName.toUpperCase(),
        firstBirthGivenName: 'jeanne',
      };
      const [hers, his] = [await searched(here, nadia, person), await searched(there, paul, spelled)];
      const replies = await Promise.all([
        create(here, nadia, { searchId: hers.searchId, traits: person }),
        create(there, paul, { searchId: his.searchId, traits: spelled }),
      ]);
      const loser = replies.find(({ status }) => status === 409)?.body as unknown as {
        code: string;
        existing: { candidates: { grade: string }[] };
      };
      expect(replies.map(({ status }) => status).toSorted(), `round ${round}`).toEqual([201, 409]);
      expect(loser.code).toBe('record-exists');
      expect(certain(loser)).toHaveLength(1);
      const [count] = await bearers(
        replies.find(({ status }) => status === 201)?.body.identity.traits.birthFamilyName ?? '',
      );
      expect(count).toEqual({ records: 1, members: 1 });
    }
  });

  it('[F-20] [F-41] make one homonym: the second, who compared only with the first record, has to compare again', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      nadia = await here.signIn({ name: ['Nadia', 'Benali'] });
      paul = await here.signIn({ name: ['Paul', 'Roux'] });
      const person = { ...jeanne, birthFamilyName: `Homonyme${'abcdefghijkl'[round]}` };
      await created(here, nadia, person);
      const [hers, his] = [await searched(here, nadia, person), await searched(there, paul, person)];
      const different = (search: typeof hers) => search.candidates.map(({ candidateId }) => candidateId);
      const replies = await Promise.all([
        create(here, nadia, { searchId: hers.searchId, traits: person, differentFrom: different(hers) }),
        create(there, paul, { searchId: his.searchId, traits: person, differentFrom: different(his) }),
      ]);
      expect(replies.map(({ status }) => status).toSorted(), `round ${round}`).toEqual([201, 409]);
      const loser = replies.find(({ status }) => status === 409)?.body as unknown as {
        existing: { candidates: { grade: string }[] };
      };
      expect(certain(loser)).toHaveLength(2);
    }
  });
});
