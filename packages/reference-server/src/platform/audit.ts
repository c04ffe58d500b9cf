import type { Statement } from './db.ts';
import type { AccessMode } from './schema.ts';

/** What one audit row says, besides what the database adds (chain position, time, hash). */
export interface AuditFacts {
  readonly requestId: string;
  readonly operation: string;
  readonly outcome: 'done' | 'replayed' | 'refused' | 'failed';
  readonly problem?: string | undefined;
  readonly accountId?: string | undefined;
  readonly personId?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly profession?: string | undefined;
  readonly structure?: string | undefined;
  readonly mode: AccessMode;
  readonly reason?: string | undefined;
  readonly recordId?: string | undefined;
  /** False: no record has this id, so the row stands in the account's chain. */
  readonly recordExists: boolean;
  readonly sections: readonly string[];
  readonly sessionId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly origin?: string | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** A chain is one record's; for acts without a record the account's; for nobody's acts the system's. */
export function chainOf(facts: Pick<AuditFacts, 'recordId' | 'recordExists' | 'accountId'>): string {
  if (facts.recordId && facts.recordExists) return `record:${facts.recordId}`;
  return facts.accountId ? `account:${facts.accountId}` : 'system';
}

/** The statement that appends one row; the only SQL that may. */
export function appendAudit(facts: AuditFacts): Statement {
  const { details } = facts;
  return {
    sql: 'select audit.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)',
    values: [
      chainOf(facts),
      facts.requestId,
      facts.operation,
      facts.outcome,
      facts.problem,
      facts.accountId,
      facts.personId,
      facts.onBehalfOf,
      facts.profession,
      facts.structure,
      facts.mode,
      facts.reason,
      facts.recordId,
      facts.sections,
      facts.sessionId,
      facts.clientId,
      facts.origin,
      details && Object.keys(details).length > 0 ? JSON.stringify(details) : undefined,
    ],
  };
}

/** What a use case adds to its own audit row while it works. Codes and ids only, never a name or a typed text. */
export class AuditNote {
  recordId: string | undefined;
  recordExists: boolean;
  reason: string | undefined;
  mode: AccessMode;
  accountId: string | undefined;
  personId: string | undefined;
  sessionId: string | undefined;
  clientId: string | undefined;
  readonly sections: Set<string>;
  readonly details: Record<string, string | number | boolean> = {};
  readonly others: string[] = [];

  constructor(start: {
    recordId?: string | undefined;
    recordExists: boolean;
    mode: AccessMode;
    sections: readonly string[];
  }) {
    this.recordId = start.recordId;
    this.recordExists = start.recordExists;
    this.mode = start.mode;
    this.sections = new Set(start.sections);
  }

  /** The act turned out to concern this record (it was just created, or reached through a search). */
  on(recordId: string): this {
    this.recordId = recordId;
    this.recordExists = true;
    return this;
  }

  /** The act also showed these records: each gets its own row in its own chain. */
  alsoOn(recordIds: Iterable<string>): this {
    this.others.push(...recordIds);
    return this;
  }

  /** Sections whose content left the server, besides the action's own. */
  section(...names: string[]): this {
    for (const name of names) this.sections.add(name);
    return this;
  }

  /** How the record was reached, where the act itself opened the way (self-enrolment, break-glass, creation). */
  through(mode: AccessMode): this {
    this.mode = mode;
    return this;
  }

  /** Why, as a code from a closed list. */
  because(reasonCode: string): this {
    this.reason = reasonCode;
    return this;
  }

  /** Who acted, for public acts that find out while they work (a sign-in). */
  actedBy(accountId: string, personId?: string, sessionId?: string): this {
    this.accountId = accountId;
    this.personId = personId;
    this.sessionId = sessionId;
    return this;
  }

  /** Through which registered client, for acts that find out while they work (a token exchange). */
  by(clientId: string): this {
    this.clientId = clientId;
    return this;
  }

  /** A count, a code or an id worth keeping. */
  detail(name: string, value: string | number | boolean): this {
    this.details[name] = value;
    return this;
  }
}
