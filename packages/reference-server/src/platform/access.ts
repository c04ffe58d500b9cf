import type { Actor, ClientScope, RecordState, Relation } from '@spico/domain/rules/access/actor';
import type { AccessQuestion, Decision } from '@spico/domain/rules/access/decide';
import { isProfessionGroup } from '@spico/domain/rules/access/profession-group';
import { createHash } from 'node:crypto';
import { statement, type Tx } from './db.ts';
import type { Failure } from './failure.ts';
import type { AccessMode, AccountState } from './schema.ts';

/** The one place where access is decided (domain/rules/access/decide). Unknown means no. */
export type Judge = (question: AccessQuestion) => Decision;

/** What came with the request to say who acts. */
export type Credential =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'session'; readonly secret: string }
  | { readonly kind: 'none' };

/** The session behind a request. */
export interface SessionFacts {
  readonly id: string;
  readonly practiceId: string | undefined;
  readonly clientId: string | undefined;
  readonly profession: string | undefined;
  readonly structure: string | undefined;
}

/** Everything known about the caller and its record, read at the moment of judgement. */
export interface Known {
  readonly now: Date;
  readonly actor: Actor;
  readonly session: SessionFacts;
  readonly relation: Relation;
  readonly mode: AccessMode;
  readonly recordState: RecordState | undefined;
  /** The last way to the record was an emergency access, and it has ended. */
  readonly emergencyEnded: boolean;
  /** The session's last activity is old enough to be written down again. */
  readonly touch: boolean;
}

/** How tokens and cookies are stored and looked up. */
export function hashSecret(secret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}

// One round trip: the clock, the token, its session, account, practice, client, the record and the way to it.
// spico_now(), written out: as a function call it would cost more than all the joins.
const clock = `transaction_timestamp() + coalesce((select shift from test_clock), interval '0')`;
const columns = `
  c.now, s.id as session_id, s.ended_at is not null or s.expires_at <= c.now
    or s.last_active_at + make_interval(secs => s.idle_seconds) <= c.now as session_over,
  s.locked_at is not null as session_locked, s.assurance,
  s.last_active_at < c.now - make_interval(secs => least(60, s.idle_seconds / 5)) as touch,
  a.id as account_id, a.kind, s.person_id,
  case when a.kind = 'structure' and exists (select 1 from account own
    where own.person_id = s.person_id and own.kind = 'individual' and own.state <> 'active') then 'suspended'
    else a.state end as account_state,
  p.id as practice_id, p.profession_group, p.profession_system || '|' || p.profession_code as profession,
  coalesce(p.structure_id, p.structure_name) as structure,
  r.state as record_state, l.kind as relation, l.mode, l.until`;
const joins = `
  left join account a on a.id = s.account_id
  left join practice p on p.id = s.practice_id and p.ended_at is null
  left join coordination_record r on r.id = $2::uuid
  left join lateral (
    select kind, mode, until from record_relation
    where record_id = $2::uuid and account_id = a.id order by rank limit 1
  ) l on true`;
const byToken = `select ${columns}, t.client_id, t.origin as token_origin, t.expires_at <= c.now as token_over,
    cl.state = 'active' as client_active, t.scopes, cl.scopes as client_scopes
  from (select ${clock} as now) c
  left join access_token t on t.hash = $1
  left join client cl on cl.id = t.client_id
  left join session s on s.id = t.session_id ${joins}`;
const byCookie = `select ${columns}, null as client_id, null as token_origin, false as token_over, true as client_active,
    '{}'::text[] as scopes, '{}'::text[] as client_scopes
  from (select ${clock} as now) c
  left join session s on s.secret_hash = $1 ${joins}`;

interface Row {
  now: Date;
  session_id: string | null;
  session_over: boolean;
  session_locked: boolean;
  assurance: Actor['assurance'];
  touch: boolean;
  account_id: string | null;
  kind: Actor['kind'];
  account_state: AccountState;
  person_id: string;
  practice_id: string | null;
  profession_group: string | null;
  profession: string | null;
  structure: string | null;
  record_state: RecordState | null;
  relation: 'member' | 'break-glass' | 'ended' | null;
  mode: AccessMode | null;
  until: Date | null;
  client_id: string | null;
  token_origin: string | null;
  token_over: boolean;
  client_active: boolean;
  scopes: ClientScope[];
  client_scopes: ClientScope[];
}

/** Whose token or cookie it was that is worth nothing (any more): for the audit trail. */
export interface Refused {
  readonly accountId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly clientId: string | undefined;
}

function refusalOf(row: Row | undefined, origin: string | undefined, bearer: boolean): Failure | undefined {
  if (!row?.session_id || !row.account_id || !row.client_active) return { code: 'unauthenticated' };
  if (row.session_over || row.account_state !== 'active') {
    return { code: 'session-ended' };
  }
  if (row.session_locked && bearer) return { code: 'session-locked' };
  if (row.token_over) return { code: 'token-expired' };
  // A browser says where the page comes from; a token taken to another page is worth nothing (quality H2).
  if (bearer && origin !== undefined && origin !== row.token_origin) return { code: 'origin-not-allowed' };
  return undefined;
}

function relationOf(row: Row): Relation {
  if (row.relation === 'member' && row.mode !== null && row.mode !== 'none' && row.mode !== 'break-glass') {
    return { kind: 'member', mode: row.mode };
  }
  if (row.relation === 'break-glass' && row.until) return { kind: 'break-glass', until: row.until };
  return { kind: row.relation === 'ended' ? 'ended' : 'none' };
}

/**
 * Reads who acts and how they reach the record.
 * A locked session still answers to its cookie, so that it can be unlocked or signed out; tokens stop at once.
 */
export async function lookUp(
  tx: Tx,
  credential: Exclude<Credential, { kind: 'none' }>,
  origin: string | undefined,
  recordId: string | undefined,
): Promise<{ known: Known } | { failure: Failure; who?: Refused }> {
  const bearer = credential.kind === 'bearer';
  const hash = hashSecret(bearer ? credential.token : credential.secret);
  const [row] = await statement<Row>(tx, bearer ? byToken : byCookie, [hash, recordId ?? null]);
  const failure = refusalOf(row, origin, bearer);
  if (!row?.session_id || !row.account_id) return { failure: failure ?? { code: 'unauthenticated' } };
  if (failure) {
    const { account_id: accountId, person_id: personId, session_id: sessionId, client_id: clientId } = row;
    return { failure, who: { accountId, personId, sessionId, clientId: clientId ?? undefined } };
  }
  return {
    known: {
      now: row.now,
      actor: {
        accountId: row.account_id,
        personId: row.person_id,
        kind: row.kind,
        assurance: row.assurance,
        accountState: 'active',
        // What the client may do today, not what it could when the token was given (quality A8).
        clientScopes: row.scopes.filter((one) => row.client_scopes.includes(one)),
        ...(row.profession_group !== null && isProfessionGroup(row.profession_group)
          ? { professionGroup: row.profession_group }
          : {}),
      },
      session: {
        id: row.session_id,
        practiceId: row.practice_id ?? undefined,
        clientId: row.client_id ?? undefined,
        profession: row.profession ?? undefined,
        structure: row.structure ?? undefined,
      },
      relation: relationOf(row),
      mode: row.relation === 'ended' ? 'none' : (row.mode ?? 'none'),
      emergencyEnded: row.relation === 'ended' && row.mode === 'break-glass',
      recordState: row.record_state ?? undefined,
      touch: row.touch,
    },
  };
}

/** By which right an account reaches a record now; `none` when it does not. */
export async function currentMode(tx: Tx, accountId: string, recordId: string): Promise<AccessMode> {
  const [row] = await statement<{ mode: AccessMode }>(
    tx,
    `select mode from record_relation where record_id = $1 and account_id = $2 and kind <> 'ended' order by rank limit 1`,
    [recordId, accountId],
  );
  return row?.mode ?? 'none';
}

/** Writes the activity down, at most once a minute per session: inactivity really ends it (F-12). */
export const touchSession = `update session set last_active_at = spico_now()
  where id = $1 and last_active_at < spico_now() - make_interval(secs => least(60, idle_seconds / 5))`;
