import { createHash } from 'node:crypto';
import { decide } from '@spico/domain/rules/access/decide';
import type { AppDeps, Feature } from '@spico/reference-server';
import type { Fixture } from './fixture.ts';

/*
 * Bugs other systems have had, planted on purpose: each is a whole server that is right everywhere but in one place. The walk
 * has to find every one of them, or it proves nothing about the server that is right (quality, the mutant gate).
 */

type Judge = NonNullable<AppDeps['judge']>;
type Handlers = ReturnType<Feature['handlers']>;
type Handler = NonNullable<Handlers[keyof Handlers]>;
type Run = NonNullable<Handler['run']>;
type Call = Parameters<Run>[1];

/** One planted bug. */
export interface Mutant {
  readonly name: string;
  readonly groups: readonly (string | null)[];
  readonly judge?: Judge;
  readonly handler?: (handler: Handler, id: string, fixture: Fixture) => Handler;
  /** Statements that break the database's own view; it is put back afterwards. */
  readonly view?: (sound: string) => string;
  /** Where it has to be found, and by which sign. */
  readonly operation?: string;
  readonly sign: RegExp;
}

const plainRun =
  (handler: Handler): Run =>
  (runner, call) =>
    runner.run(handler.useCase, handler.command(call), call.caller, (value) => handler.answer(value as never, call));
const only = (
  wanted: string,
  change: (handler: Handler, fixture: Fixture) => Handler,
): NonNullable<Mutant['handler']> => {
  return (handler, id, fixture) => (id === wanted ? change(handler, fixture) : handler);
};
const recordOf = (call: Call) => (call.params as { recordId: string }).recordId;

export const mutants: readonly Mutant[] = [
  {
    name: 'a route that forgets to ask',
    groups: ['G01'],
    judge: (question) =>
      question.action === 'identity.read-history' ? { allow: true, via: 'none' } : decide(question),
    operation: 'getIdentityHistory',
    sign: /answered 200, not 404 record-not-found/,
  },
  {
    name: 'a break-glass that never ends',
    groups: ['G01'],
    view: (sound) => sound.replace(/g\.live/g, 'true'),
    sign: /shows record \(S01\)|not 403 break-glass-ended/,
  },
  {
    name: 'a membership that outlives its end',
    groups: ['G01'],
    view: (sound) => sound.replace(/WHEN \(?(record_membership\.)?ended_at IS NULL\)?/g, 'WHEN true'),
    sign: /shows record \(S01\)|not 404 record-not-found/,
  },
  {
    name: 'an answer kept from one reader for the next',
    groups: ['G01', 'G10'],
    handler: only('openRecord', (handler) => {
      let kept: unknown;
      return {
        ...handler,
        answer(value, call) {
          const answer = handler.answer(value, call);
          const body = answer.body as { consent?: unknown };
          kept = body.consent ?? kept;
          return { ...answer, body: kept === undefined ? body : { ...body, consent: kept } };
        },
      };
    }),
    operation: 'openRecord',
    sign: /shows consent \(S02\)/,
  },
  {
    name: 'a client that may do whatever its user may',
    groups: ['G01'],
    judge: (question) =>
      decide({
        ...question,
        actor: { ...question.actor, clientScopes: ['search', 'records.read', 'records.write', 'access', 'session'] },
      }),
    sign: /not 403 client-not-allowed/,
  },
  {
    name: 'a token that is good on any page',
    groups: ['G01'],
    handler: (handler) => ({
      ...handler,
      run(runner, call) {
        const { origin: _origin, ...caller } = call.caller;
        return (handler.run ?? plainRun(handler))(runner, { ...call, caller: { ...caller, origin: undefined } });
      },
    }),
    sign: /not 403 origin-not-allowed/,
  },
  {
    name: 'a search that names the record to everybody',
    groups: ['G01'],
    handler: only('searchPatients', (handler, { recordId }) => ({
      ...handler,
      answer(value, call) {
        const answer = handler.answer(value, call);
        const body = answer.body as { candidates: object[] };
        return { ...answer, body: { ...body, candidates: body.candidates.map((one) => ({ ...one, recordId })) } };
      },
    })),
    operation: 'searchPatients',
    sign: /shows record \(S01\)/,
  },
  {
    name: 'a write that begins before the answer is no',
    groups: ['G01'],
    handler: only('changeConsent', (handler, { sql }) => ({
      ...handler,
      async run(runner, call) {
        const outcome = await plainRun(handler)(runner, call);
        if (!outcome.ok)
          await sql('update coordination_record set created_at = created_at where id = $1', [recordOf(call)]);
        return outcome;
      },
    })),
    operation: 'changeConsent',
    sign: /and changed coordination_record/,
  },
  {
    name: 'an early no that nobody writes down',
    groups: ['G01'],
    handler: only('listCareCircle', (handler, { sql }) => ({
      ...handler,
      async run(runner, call) {
        const { credential } = call.caller;
        const token = credential.kind === 'bearer' ? credential.token : '';
        const rows = await sql(
          `select 1 from access_token t join session s on s.id = t.session_id
             join record_relation r on r.account_id = s.account_id and r.record_id = $2
           where t.hash = $1`,
          [createHash('sha256').update(token).digest(), recordOf(call)],
        );
        return rows.length > 0 ? plainRun(handler)(runner, call) : { ok: false, failure: { code: 'record-not-found' } };
      },
    })),
    operation: 'listCareCircle',
    sign: /with the audit rows \[\], not \[refused\]/,
  },
  {
    name: 'a refusal that says a little more when the record exists',
    groups: ['G01'],
    handler: only('openRecord', (handler, { recordId }) => ({
      ...handler,
      problem: (_failure, call) => (recordOf(call) === recordId ? { reason: 'not-a-member' } : {}),
    })),
    operation: 'openRecord',
    sign: /from a record it hides/,
  },
  {
    name: 'a second need that is not looked at',
    groups: ['G12'],
    judge: (question) =>
      decide(question.action === 'records.create' ? { ...question, action: 'ins.query-traits' } : question),
    operation: 'createRecord',
    sign: /answered 201, not 403 forbidden/,
  },
  {
    name: 'a profession nobody knows, taken for a doctor',
    groups: [null],
    judge: (question) =>
      decide({ ...question, actor: { ...question.actor, professionGroup: question.actor.professionGroup ?? 'G01' } }),
    sign: /answered 20\d, not 403 forbidden/,
  },
  {
    name: 'an emergency that may change things',
    groups: ['G01'],
    judge: (question) =>
      decide(
        question.relation?.kind === 'break-glass' && question.action !== 'access.end-break-glass'
          ? { ...question, relation: { kind: 'member', mode: 'added' } }
          : question,
      ),
    sign: /answered 20\d, not 403 forbidden/,
  },
];

/** The same features, one handler of them broken. */
export function broken(features: readonly Feature[], change: Mutant['handler'], fixture: Fixture): Feature[] {
  if (!change) return [...features];
  return features.map((feature) => ({
    ...feature,
    handlers: (deps) =>
      Object.fromEntries(
        Object.entries(feature.handlers(deps)).map(([id, handler]) => [id, change(handler, id, fixture)]),
      ),
  }));
}
