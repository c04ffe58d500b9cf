import { hashSecret } from '../../platform/access.ts';
import { statement, type Tx } from '../../platform/db.ts';
import { secret } from '../../platform/ids.ts';

/** One line of the account switcher (F-09): the individual account in one practice, or a structure account. */
export interface AccountChoice {
  readonly accountId: string;
  /** Absent only for an account without any practice, which reaches no record. */
  readonly practiceId?: string;
  readonly kind: 'individual' | 'structure';
  readonly label: string;
  readonly professionSystem: string | null;
  readonly professionCode: string | null;
  readonly professionGroup: string | null;
  readonly structureName: string | null;
}

/** A live session, as its owner may see it. */
export interface LiveSession {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly practiceId: string | null;
  readonly assurance: 'psc' | 'otp' | 'sandbox';
  readonly locked: boolean;
  readonly displayName: string;
  readonly idleSeconds: number;
  readonly idleExpiresAt: Date;
  readonly absoluteExpiresAt: Date;
  readonly idToken: Uint8Array | null;
}

const live = `s.ended_at is null and s.expires_at > spico_now()
  and s.last_active_at + make_interval(secs => s.idle_seconds) > spico_now()`;
const select = `select s.id, s.person_id as "personId", s.account_id as "accountId", s.practice_id as "practiceId",
    s.assurance, s.locked_at is not null as locked, s.idle_seconds as "idleSeconds", s.id_token as "idToken",
    s.last_active_at + make_interval(secs => s.idle_seconds) as "idleExpiresAt", s.expires_at as "absoluteExpiresAt",
    coalesce((select a.display_name from account a where a.person_id = p.id and a.kind = 'individual'),
      p.given_name || ' ' || p.family_name) as "displayName"
  from session s join person p on p.id = s.person_id where ${live}`;

/** Holds the session until the end, so that a lock and a new token never pass each other. */
export async function findSession(tx: Tx, id: string): Promise<LiveSession | undefined> {
  const [found] = await statement<LiveSession>(tx, `${select} and s.id = $1 for update of s`, [id]);
  return found;
}

/** The session a browser brought along to a new sign-in. */
export async function findSessionBySecret(tx: Tx, given: string): Promise<LiveSession | undefined> {
  const [found] = await statement<LiveSession>(tx, `${select} and s.secret_hash = $1 for update of s`, [
    hashSecret(given),
  ]);
  return found;
}

/** A vendor's live session of the same person in the same place, to be used again. */
export async function findClientSession(
  tx: Tx,
  who: Pick<NewSession, 'clientId' | 'personId' | 'accountId' | 'practiceId' | 'assurance'>,
): Promise<LiveSession | undefined> {
  const [found] = await statement<LiveSession>(
    tx,
    `${select} and s.client_id = $1 and s.person_id = $2 and s.account_id = $3
       and s.practice_id is not distinct from $4::uuid and s.assurance = $5 and s.locked_at is null
     order by s.created_at desc limit 1 for update of s`,
    [who.clientId ?? null, who.personId, who.accountId, who.practiceId ?? null, who.assurance],
  );
  return found;
}

/** What a session starts with. */
export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly practiceId?: string | undefined;
  readonly assurance: 'psc' | 'otp' | 'sandbox';
  readonly idleSeconds: number;
  /** A vendor's session, without cookie; absent: the portal's. */
  readonly clientId?: string;
  readonly idToken?: Uint8Array | undefined;
}

/** @returns the secret for the cookie; a vendor's session has none */
export async function insertSession(tx: Tx, session: NewSession): Promise<string> {
  const cookie = secret();
  await statement(
    tx,
    `insert into session (id, secret_hash, account_id, person_id, practice_id, assurance, idle_seconds, client_id, id_token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      session.id,
      session.clientId === undefined ? hashSecret(cookie) : null,
      session.accountId,
      session.personId,
      session.practiceId ?? null,
      session.assurance,
      session.idleSeconds,
      session.clientId ?? null,
      session.idToken ?? null,
    ],
  );
  return cookie;
}

/** The same person is back: the same session goes on under a new secret, with the level just shown. */
export async function unlockSession(
  tx: Tx,
  id: string,
  shown: { assurance: 'psc' | 'otp'; idToken: Uint8Array | undefined },
): Promise<string> {
  const cookie = secret();
  await statement(
    tx,
    `update session set locked_at = null, secret_hash = $2, assurance = $3, last_active_at = spico_now(),
       id_token = coalesce($4, id_token) where id = $1`,
    [id, hashSecret(cookie), shown.assurance, shown.idToken ?? null],
  );
  return cookie;
}

export async function lock(tx: Tx, id: string): Promise<void> {
  await statement(tx, 'update session set locked_at = coalesce(locked_at, spico_now()) where id = $1', [id]);
  await dropTokens(tx, id);
}

export async function endSession(tx: Tx, id: string, reason: 'signed-out' | 'replaced'): Promise<void> {
  await statement(
    tx,
    'update session set ended_at = spico_now(), end_reason = $2, id_token = null where id = $1 and ended_at is null',
    [id, reason],
  );
  await dropTokens(tx, id);
}

/** Tokens given before stop: they would act in the account left behind. */
export async function changeAccount(
  tx: Tx,
  id: string,
  choice: Pick<AccountChoice, 'accountId' | 'practiceId'>,
): Promise<void> {
  await statement(
    tx,
    'update session set account_id = $2, practice_id = $3, last_active_at = spico_now() where id = $1',
    [id, choice.accountId, choice.practiceId ?? null],
  );
  await dropTokens(tx, id);
}

/** The person did something. */
export async function noteActivity(tx: Tx, id: string): Promise<void> {
  await statement(tx, 'update session set last_active_at = spico_now() where id = $1', [id]);
}

async function dropTokens(tx: Tx, sessionId: string): Promise<void> {
  await statement(tx, 'delete from access_token where session_id = $1', [sessionId]);
}

/** Everything this person may act as, own practices first (F-08, F-09). */
export async function findChoices(tx: Tx, personId: string): Promise<readonly AccountChoice[]> {
  const rows = await statement<Omit<AccountChoice, 'practiceId'> & { practiceId: string | null }>(
    tx,
    `select a.id as "accountId", p.id as "practiceId", a.kind, a.display_name as label,
       p.profession_system as "professionSystem", p.profession_code as "professionCode",
       p.profession_group as "professionGroup", p.structure_name as "structureName"
     from account a left join practice p on p.account_id = a.id and p.ended_at is null
       and p.person_id is not distinct from case when a.kind = 'structure' then $1::uuid end
     where a.state = 'active' and (a.person_id = $1 or (a.kind = 'structure' and p.person_id = $1))
     order by a.kind, a.created_at, p.id`,
    [personId],
  );
  return rows.map(({ practiceId, ...row }) => (practiceId === null ? row : { ...row, practiceId }));
}

/** An opaque token; only its hash stays here. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** At most five minutes, and never longer than the session. */
export async function issueToken(
  tx: Tx,
  given: { sessionId: string; clientId: string; origin: string | undefined; scopes: readonly string[] },
): Promise<IssuedToken> {
  const token = secret();
  const [row] = await statement<{ seconds: number }>(
    tx,
    `insert into access_token (hash, session_id, client_id, origin, scopes, issued_at, expires_at)
     select $1, s.id, $3, $4, $5, spico_now(), least(spico_now() + interval '300 seconds', s.expires_at)
     from session s where s.id = $2
     returning floor(extract(epoch from expires_at - issued_at))::int as seconds`,
    [hashSecret(token), given.sessionId, given.clientId, given.origin ?? null, [...given.scopes]],
  );
  if (!row) throw new Error('A token for a session that is not there.');
  return { token, expiresInSeconds: row.seconds };
}
