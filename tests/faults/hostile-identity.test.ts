import {
  databases,
  plantRecord,
  type SignedIn,
  startTestServer,
  type TestServer,
} from '@spico/reference-server/testing';
import { patientSearch } from '@spico/reference-server/features/patient-search';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HostileInput, hostileTraits, withoutField } from './hostile-identity.ts';

interface Problem {
  readonly code: string;
  readonly fields?: readonly { readonly pointer: string; readonly code: string }[];
}
interface Result {
  readonly candidates: readonly { readonly grade: string; readonly traits: Readonly<Record<string, unknown>> }[];
}

const ordinary = {
  birthFamilyName: 'Castelnau',
  firstBirthGivenName: 'Ilse',
  sex: 'F',
  birthPlace: { kind: 'commune', cog: '31555' },
} as const;
const name = ({ no, field, value }: HostileInput) => `${no} ${field} ${JSON.stringify(value)?.slice(0, 50)}`;

describe.each(databases)('odd and hostile traits in a search, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  let day = 0;
  let traits: Record<string, unknown>;

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch], keepLog: true });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    nadia = await server.signIn();
    // People of one row are born far from those of another.
    day += 37;
    const birthDate = new Date(Date.UTC(1930, 0, 1 + day)).toISOString().slice(0, 10);
    traits = { ...ordinary, birthDate };
  });

  const ask = (body: object) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/patient-searches',
      headers: { ...nadia.headers, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  const searches = async () => {
    const rows = await server.database.asOwner((run) =>
      run<{ traits: Record<string, unknown> }>('select traits from patient_search where account_id = $1', [
        nadia.accountId,
      ]),
    );
    return rows.map((row) => row.traits);
  };

  it.each(hostileTraits.map((row) => [name(row), row] as const))('%s [F-22]', async (_name, row) => {
    const typed = { ...traits, ...row.also, [row.field]: row.value };
    if (row.expect instanceof RegExp) {
      const answer = await ask({ traits: typed });
      const problem = answer.json<Problem>();
      expect([answer.statusCode, problem.code]).toEqual([400, expect.stringMatching(/^invalid-(request|json)$/)]);
      expect(problem.fields?.[0]).toEqual({
        pointer: expect.stringMatching(new RegExp(`^/traits/${row.field}`)),
        code: expect.stringMatching(row.expect),
        ...(problem.fields?.[0] && 'limit' in problem.fields[0] ? { limit: expect.anything() } : {}),
      });
      expect(await searches()).toEqual([]);
      return;
    }
    const trimmed = String(row.value).trim().replaceAll(/ +/g, ' ');
    const kept = { ...typed, [row.field]: row.expect === 'trimmed' ? trimmed : row.value };
    await plantRecord(server, { traits: kept as never });
    const found = async (body: object) => {
      const answer = await ask({ traits: body });
      expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
      return answer
        .json<Result>()
        .candidates.filter(
          (one) => one.grade === 'certain' && one.traits['birthFamilyName'] === kept['birthFamilyName'],
        );
    };
    // Kept to the letter, whatever the normal form, and shown as it was kept.
    const [candidate, ...others] = await found(typed);
    expect(others).toEqual([]);
    const { birthGivenNames: _list, birthDateUncertain: _flag, ...strict } = kept;
    expect(candidate?.traits).toMatchObject(strict);
    expect((await searches())[0]).toEqual(kept);
    for (const writing of row.alsoFoundBy ?? [])
      expect([writing, (await found({ ...typed, [row.field]: writing })).length]).toEqual([writing, 1]);
    for (const writing of row.neverFoundBy ?? []) expect(await found({ ...typed, [row.field]: writing })).toEqual([]);
  });

  it('85: an unknown place with the identity document checked [F-23]', async () => {
    const unknown = { ...traits, birthPlace: { kind: 'unknown', cog: '99999' } };
    const answer = await ask({ traits: unknown, identityDocument: { type: 'CN' } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'birth-place-needed']);
    expect(answer.json<Problem>().fields?.[0]?.pointer).toBe('/traits/birthPlace');
    expect(await searches()).toEqual([]);
  });

  it('53 and 54: today in Paris is already tomorrow elsewhere; tomorrow in Paris is refused [F-22]', async () => {
    const clock = async () => {
      const [row] = await server.database.asOwner((run) => run<{ now: Date }>('select spico_now() as now', []));
      return row?.now ?? new Date();
    };
    const now = await clock();
    // 23:30 in UTC, whatever the season: half past midnight at least in Paris.
    const target = new Date(now);
    target.setUTCHours(23, 30, 0, 0);
    await server.advanceClock(Math.ceil((target.getTime() - now.getTime()) / 1000) + (target < now ? 86_400 : 0));
    nadia = await server.signIn();
    const at = await clock();
    const dayAfter = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    expect((await ask({ traits: { ...traits, birthDate: dayAfter(0) } })).statusCode).toBe(201);
    expect((await ask({ traits: { ...traits, birthDate: dayAfter(1) } })).statusCode).toBe(201);
    const refused = await ask({ traits: { ...traits, birthDate: dayAfter(2) } });
    expect([refused.statusCode, refused.json<Problem>().fields]).toEqual([
      400,
      [{ pointer: '/traits/birthDate', code: 'date-in-future' }],
    ]);
  });

  it.each(withoutField)('%i: an INS number is nothing a search takes: %j', async (_no, ins) => {
    for (const body of [{ traits: { ...traits, ins } }, { traits, ins }]) {
      const answer = await ask(body);
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'invalid-request']);
      expect(answer.json<Problem>().fields?.[0]?.pointer).toMatch(/\/ins$/);
      expect(answer.body).not.toContain(ins);
    }
  });

  it.each(Object.keys(ordinary))(
    'asks for each of the five traits: without %s nothing is searched [F-22]',
    async (field) => {
      const { [field]: _left, ...rest } = traits;
      for (const body of [rest, { ...traits, [field]: null }]) {
        const answer = await ask({ traits: body });
        expect([answer.statusCode, answer.json<Problem>().fields?.[0]?.pointer]).toEqual([400, `/traits/${field}`]);
      }
      expect(await searches()).toEqual([]);
    },
  );

  it('writes none of it to the log', () => {
    const log = server.logLines.join('\n');
    for (const typed of ['Castelnau', 'Artagnan', 'Rochefoucauld', 'DROP TABLE', '31555'])
      expect(log).not.toContain(typed);
  });
});
