import type { ColumnType, Generated } from 'kysely';

/** A column the database fills in and nobody changes by hand. */
type Stamp = ColumnType<Date, Date | undefined, never>;

/**
 * The tables as TypeScript sees them. A feature adds its own by declaration merging, in its repository:
 * `declare module '../../platform/schema.ts' { interface Schema { 'my_table': MyTable } }`
 */
export interface Schema {
  person: {
    id: string;
    civility: string | null;
    family_name: string;
    given_name: string;
    national_id: string | null;
    created_at: Stamp;
  };
  account: {
    id: string;
    kind: 'individual' | 'structure';
    person_id: string | null;
    display_name: string;
    login_email: string | null;
    state: ColumnType<AccountState, AccountState | undefined, AccountState>;
    created_at: Stamp;
  };
  practice: {
    id: string;
    account_id: string;
    profession_system: string;
    profession_code: string;
    profession_group: string | null;
    structure_name: string | null;
    structure_id: string | null;
    town: string | null;
    ended_at: Date | null;
  };
  session: {
    id: string;
    secret_hash: Uint8Array | null;
    account_id: string;
    person_id: string;
    practice_id: string | null;
    assurance: 'psc' | 'otp' | 'sandbox';
    created_at: Stamp;
    last_active_at: Generated<Date>;
    idle_seconds: Generated<number>;
    expires_at: Generated<Date>;
    locked_at: Date | null;
    ended_at: Date | null;
    end_reason: string | null;
  };
  client: {
    id: string;
    name: string;
    secret_hash: Uint8Array | null;
    origins: string[];
    scopes: string[];
    state: ColumnType<'active' | 'suspended', 'active' | 'suspended' | undefined, 'active' | 'suspended'>;
    created_at: Stamp;
  };
  access_token: {
    hash: Uint8Array;
    session_id: string;
    client_id: string;
    origin: string | null;
    scopes: string[];
    issued_at: Stamp;
    expires_at: Date;
  };
  coordination_record: {
    id: string;
    state: ColumnType<string, string | undefined, string>;
    version: Generated<number>;
    created_at: Stamp;
  };
  record_membership: {
    id: string;
    record_id: string;
    account_id: string;
    mode: 'creator' | 'added' | 'self-enrolled';
    role: string | null;
    added_by: string | null;
    since: Stamp;
    ended_at: Date | null;
    ended_reason: string | null;
  };
  break_glass_grant: {
    id: string;
    record_id: string;
    account_id: string;
    practice_id: string | null;
    reason_code: string;
    reason_text: string;
    granted_at: Stamp;
    expires_at: Stamp;
    ended_at: Date | null;
  };
  record_relation: {
    record_id: string;
    account_id: string;
    kind: 'member' | 'break-glass' | 'ended';
    mode: AccessMode;
    until: Date | null;
    rank: number;
  };
  idempotent_answer: {
    caller: string;
    person_id: string;
    operation: string;
    key: string;
    fingerprint: Uint8Array;
    status: number;
    headers: string;
    body: string | null;
    record_id: string | null;
    created_at: Stamp;
  };
  'audit.entry': {
    chain: string;
    seq: number;
    recorded_at: Date;
    request_id: string;
    operation: string;
    outcome: 'done' | 'replayed' | 'refused' | 'failed';
    problem: string | null;
    account_id: string | null;
    person_id: string | null;
    on_behalf_of: string | null;
    profession: string | null;
    structure: string | null;
    mode: AccessMode;
    reason: string | null;
    record_id: string | null;
    sections: string[];
    session_id: string | null;
    client_id: string | null;
    origin: string | null;
    details: string | null;
    hash: Uint8Array;
  };
  'audit.chain_head': { chain: string; seq: number; hash: Uint8Array };
}

/** How an account reached a record; `none` when it did not. */
export type AccessMode = 'creator' | 'added' | 'self-enrolled' | 'break-glass' | 'none';

/** Life of an account. Only `active` may do anything. */
export type AccountState = 'pending' | 'active' | 'suspended' | 'closed';
