import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, plantRecord, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { ask, created, jeanne } from './test-kit.ts';

interface Page {
  items: { recordId: string; traits: { birthFamilyName: string }; lastOpenedAt?: string }[];
  nextCursor?: string;
}

describe.each(databases)('the patient list, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  const ids: string[] = [];

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch, records] });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    for (const name of ['Aubrac', 'Bessède', 'Calmels', 'Delpech', 'Espinasse']) {
      ids.push((await created(server, nadia, { ...jeanne, birthFamilyName: name })).id);
    }
  });
  afterAll(() => server.close());

  const list = (who: SignedIn, query = '') => ask<Page>(server, who, 'GET', `/records${query}`);
  const names = (page: Page) => page.items.map(({ traits }) => traits.birthFamilyName);

  it('[F-70] begins with the record opened last', async () => {
    expect(names((await list(nadia)).body)).toEqual(['Espinasse', 'Delpech', 'Calmels', 'Bessède', 'Aubrac']);
    await ask(server, nadia, 'GET', `/records/${ids[1]}`);
    const { body } = await list(nadia);
    expect(names(body)).toEqual(['Bessède', 'Espinasse', 'Delpech', 'Calmels', 'Aubrac']);
    expect(body.items[0]).toHaveProperty('lastOpenedAt');
    expect(body.items[1]).not.toHaveProperty('lastOpenedAt');
  });

  it('[F-70] goes on page by page without missing or repeating anybody', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const { body } = await list(nadia, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(body));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(names((await list(nadia)).body));
  });

  it('takes no cursor of another reader, another list, or with a bit changed', async () => {
    const { nextCursor = '' } = (await list(nadia, '?limit=2')).body;
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const [payload = '', tag = ''] = nextCursor.split('.');
    for (const [who, cursor] of [
      [paul, nextCursor],
      [nadia, `${payload}A.${tag}`],
      [nadia, `${payload}.${tag.slice(1)}`],
      [nadia, 'e30.e30'],
    ] as const) {
      expect((await list(who, `?cursor=${cursor}`)).body).toMatchObject({ code: 'invalid-cursor' });
    }
    for (const query of [
      '?limit=0',
      '?limit=-1',
      '?limit=1000000000',
      '?limit="10"',
      '?limit=1&limit=2',
      '?cursor=',
      '?page=2',
    ]) {
      expect([query, (await list(nadia, query)).status]).toEqual([query, 400]);
    }
  });

  it('shows a stranger nothing, and a former member nothing any more', async () => {
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    expect((await list(paul)).body).toEqual({ items: [] });
    await server.database.transaction((tx) =>
      statement(tx, `update record_membership set ended_at = spico_now(), ended_reason = 'left' where record_id = $1`, [
        ids[0],
      ]),
    );
    expect(names((await list(nadia)).body)).not.toContain('Aubrac');
  });

  it('shows nobody whose consent was withdrawn or whose record lives on in another one', async () => {
    const lea = await server.signIn({ name: ['Léa', 'Pons'] });
    for (const state of ['open', 'closed', 'merged', 'withdrawn'] as const) {
      const traits = { ...jeanne, birthFamilyName: `Etat ${state}` };
      await plantRecord(server, { traits, state, members: [[lea, 'added']] });
    }
    expect(names((await list(lea)).body).toSorted()).toEqual(['Etat closed', 'Etat open']);
  });

  it('walks the reader’s own index, however many stand behind', async () => {
    await server.database.asOwner(async (run) => {
      await run('alter table active_caseload drop constraint active_caseload_record_id_fkey');
      await run(
        `insert into active_caseload (account_id, record_id, position)
         select $1::uuid, gen_random_uuid(), spico_now() - make_interval(secs => n) from generate_series(1, 20000) n`,
        [nadia.accountId],
      );
      await run('analyze active_caseload');
      const plan = await run<Record<string, string>>(
        `explain select l.record_id from active_caseload l where l.account_id = $1 and (l.position, l.record_id) < ('infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
         order by l.position desc, l.record_id desc limit 51`,
        [nadia.accountId],
      );
      const text = plan.map((line) => Object.values(line)[0]).join('\n');
      expect(text).toContain('active_caseload_order');
      expect(text).not.toContain('Sort');
    });
  });
});
