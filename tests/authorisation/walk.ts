import type { LightMyRequestResponse } from 'fastify';
import { type Operation, readOperations } from './contract.ts';
import { type Actor, canaries, type Canary, type Fixture, type Mode } from './fixture.ts';
import { expected, holds, type Verdict } from './oracle.ts';
import { type Asked, type Way, ways } from './requests.ts';

/** Something the oracle does not accept. */
export interface Violation {
  readonly operation: string;
  readonly who: string;
  readonly what: string;
}

/** What is walked; everything that is left out is walked whole. */
export interface Ground {
  readonly groups: readonly (string | null)[];
  readonly modes: readonly Mode[];
  readonly operations?: readonly string[];
}

/**
 * Calls every operation as everybody, and says where the server and the oracle disagree: a status or a problem, a canary
 * too many or too few, a table that changed although the answer was no, a missing audit row, ids that can be told apart.
 */
export async function* walk(fixture: Fixture, { groups, modes, operations }: Ground): AsyncGenerator<Violation> {
  const snapshot = await snapshots(fixture);
  const all = readOperations()
    .filter(({ id }) => operations?.includes(id) ?? true)
    .sort((a, b) => (ways[a.id]?.order ?? 0) - (ways[b.id]?.order ?? 0));
  let strangersAsked = false;
  for (const group of groups) {
    for (const mode of modes) {
      const who = await fixture.actor(group, mode);
      for (const operation of all) {
        const way = ways[operation.id];
        if (!way) continue;
        // Who calls changes nothing for an operation without identification: once is enough.
        const nobodys = operation.security === 'none' || operation.security === 'client';
        if (nobodys && strangersAsked) continue;
        for (const what of await callOnce(fixture, snapshot, operation, way, who)) {
          yield { operation: operation.id, who: who.name, what };
        }
      }
      strangersAsked = true;
    }
  }
}

type Snapshot = (who: Actor, requestId: string) => Promise<{ tables: string; audited: readonly string[] }>;

async function callOnce(
  fixture: Fixture,
  snapshot: Snapshot,
  operation: Operation,
  way: Way,
  who: Actor,
): Promise<string[]> {
  const asked = (await way.ask?.(fixture, who)) ?? {};
  const before = await snapshot(who, '');
  const answer = await send(fixture, operation, who, asked);
  const after = await snapshot(who, String(answer.headers['x-request-id']));
  const verdict = expected(operation, who);
  const said = codeOf(answer);
  const found = [
    ...answeredWrongly(operation, answer, verdict, way.orElse?.(who) ?? []),
    ...canariesWrong(fixture, answer, way, who, answer.statusCode < 400),
  ];
  const granted = answer.statusCode < 400;
  if (!granted && before.tables !== after.tables)
    found.push(`answered ${said} and changed ${whichChanged(before.tables, after.tables)}`);
  const outcomes = [...new Set(after.audited)].join(', ');
  if (operation.security === 'bearer') {
    const wanted = granted ? 'done' : verdict === 'allowed' ? 'failed' : 'refused';
    if (outcomes !== wanted) found.push(`answered ${said} with the audit rows [${outcomes}], not [${wanted}]`);
    if (granted && operation.authz.reach === 'record' && operation.method === 'GET' && after.audited.length !== 1) {
      found.push(`one reading left ${after.audited.length} audit rows`);
    }
  }
  if (granted && operation.authz.reach === 'record' && operation.authz.verb === 'write') await fixture.restore();
  if (operation.authz.reach === 'record' && answer.statusCode === 404) {
    found.push(...(await toldApart(fixture, operation, who, asked, answer)));
  }
  return found;
}

function send(
  { server, recordId }: Fixture,
  operation: Operation,
  who: Actor,
  { query = '', headers = {}, payload, path = {} }: Asked,
  record = recordId,
): Promise<LightMyRequestResponse> {
  const url = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => path[name] ?? record);
  const cookie = operation.security === 'session';
  // A page of ours sends the cookie; a page of somebody else's sends its own origin.
  const own = who.trouble === 'other-origin' ? who.headers.origin : server.settings.publicOrigin;
  return server.app.inject({
    method: operation.method as 'GET',
    url: `/api/v1${url}${query}`,
    headers: {
      ...(operation.security === 'bearer' ? who.headers : {}),
      ...(cookie ? { origin: own, cookie: `spico_session=${who.cookie}` } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload) }),
  });
}

function codeOf({ statusCode, body, headers }: LightMyRequestResponse): string {
  const problem = String(headers['content-type']).includes('problem');
  return problem ? `${statusCode} ${(JSON.parse(body) as { code: string }).code}` : String(statusCode);
}

function answeredWrongly(
  operation: Operation,
  answer: LightMyRequestResponse,
  verdict: Verdict,
  orElse: readonly string[],
): string[] {
  const said = codeOf(answer);
  if (!operation.statuses.includes(answer.statusCode)) return [`answered ${said}, which the contract does not declare`];
  if (verdict !== 'allowed') {
    const wanted = `${verdict.status} ${verdict.code}`;
    return said === wanted ? [] : [`answered ${said}, not ${wanted}`];
  }
  if (answer.statusCode < 400 || orElse.includes(said.split(' ')[1] ?? '')) return [];
  return [`answered ${said} to somebody who may: ${answer.body}`];
}

function canariesWrong(
  fixture: Fixture,
  answer: LightMyRequestResponse,
  way: Way,
  who: Actor,
  granted: boolean,
): string[] {
  const everything = `${answer.statusMessage}\n${JSON.stringify(answer.headers)}\n${answer.rawPayload.toString('utf8')}`;
  const reached = who.link === 'member' || who.link === 'emergency';
  const shown = granted ? [...(way.shows ?? []), ...(reached ? (way.showsIfReached ?? []) : [])] : [];
  return ([...Object.keys(canaries), 'record'] as Canary[]).flatMap((canary) => {
    const { section, texts } = canary === 'record' ? { section: 'S01', texts: [fixture.recordId] } : canaries[canary];
    const due = shown.includes(canary) && holds(who.group, section, 'read');
    return texts.flatMap((text: string) => {
      if (everything.includes(text) === due) return [];
      return [due ? `does not show ${canary} (${section})` : `shows ${canary} (${section})`];
    });
  });
}

/** A5: a record one does not reach, one that does not exist and an id that cannot exist are answered alike. */
async function toldApart(
  fixture: Fixture,
  operation: Operation,
  who: Actor,
  asked: Asked,
  forbidden: LightMyRequestResponse,
): Promise<string[]> {
  const face = (answer: LightMyRequestResponse) => {
    const { 'x-request-id': _id, date: _date, ...headers } = answer.headers;
    return JSON.stringify([answer.statusCode, headers, answer.body.replace(/"traceId":"[^"]*"/, '')]);
  };
  const found: string[] = [];
  for (const other of ['0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', fixture.recordId.toUpperCase(), 'not-an-id', '%00']) {
    const answer = await send(fixture, operation, who, asked, other);
    if (face(answer) !== face(forbidden)) found.push(`tells ${other} from a record it hides: ${face(answer)}`);
  }
  return found;
}

/** Rows and last writer of every table, and what the audit trail says of one request. */
async function snapshots({ sql }: Fixture): Promise<Snapshot> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const each = tables.map(
    ({ name }) => `select '${name}=' || count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as line from "${name}"`,
  );
  const text = `select string_agg(line, ' ') as tables,
      (select coalesce(json_agg(outcome), '[]') from audit.entry where account_id = $1 and request_id = $2) as audited
    from (${each.join(' union all ')}) lines`;
  return async (who, requestId) => {
    const [row] = await sql<{ tables: string; audited: string[] }>(text, [who.accountId, requestId]);
    if (!row) throw new Error('No snapshot.');
    return row;
  };
}

function whichChanged(before: string, after: string): string {
  const was = new Set(before.split(' '));
  return after
    .split(' ')
    .filter((line) => !was.has(line))
    .map((line) => line.split('=')[0])
    .join(', ');
}
