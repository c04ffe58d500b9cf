import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** The part of pg's protocol connection that a query of one's own may use (the `Submittable` of pg-cursor and others). */
interface Wire {
  readonly stream: Duplex;
  /** Names prepared on this connection, with their text; kept by pg's client. */
  readonly parsedStatements: Record<string, string | undefined>;
  parse(message: { name?: string; text: string; types?: number[] }): void;
  bind(message: { portal: string; statement: string; values: (string | Buffer | null)[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  flush(): void;
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

interface Pending {
  readonly sql: string;
  readonly name: string;
  readonly values: (string | Buffer | null)[];
  readonly rows: unknown[];
  columns: readonly Column[];
  readonly resolve: (result: { rows: unknown[]; affected: number }) => void;
  readonly reject: (error: unknown) => void;
}

/** Columns of what is prepared on a connection: described once, known from then on. */
const described = new WeakMap<Wire, Map<string, readonly Column[]>>();

/** A value as the text (or the bytes) PostgreSQL reads. Objects are refused: JSON is written by whoever means JSON. */
export function encodeValue(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return encodeArray(value);
  throw new TypeError(
    'A value for the database is a text, number, boolean, date, bytes or a list of them; JSON is written as text.',
  );
}

function encodeArray(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return encodeArray(value);
    const text = encodeValue(value);
    if (text === null) return 'NULL';
    const plain = typeof text === 'string' ? text : `\\x${text.toString('hex')}`;
    return `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(',')}}`;
}

/**
 * One transaction as one exchange: statements are sent without a Sync between them, so PostgreSQL keeps them in one
 * implicit transaction, and the Sync at the end commits. No BEGIN, no COMMIT, one packet per step, nothing described twice.
 * A failed statement undoes all of them.
 */
export class Unit {
  readonly #types: pg.CustomTypesConfig;
  readonly #waiting: Pending[] = [];
  readonly #unsent: Pending[] = [];
  readonly #sentNames = new Set<string>();
  #wire: Wire | undefined;
  #ended: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  #synced = false;
  #failure: { readonly error: unknown } | undefined;
  #used = false;

  constructor(types: pg.CustomTypesConfig) {
    this.#types = types;
  }

  /** Whether the transaction can still be committed. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Sends one statement at once. */
  run(sql: string, name: string, values: readonly unknown[]): Promise<{ rows: unknown[]; affected: number }> {
    return this.#corked(() => {
      const answer = this.#queue(sql, name, values);
      this.#wire?.flush();
      return answer;
    });
  }

  /** Sends the last statements and the commit in one packet; rejects when any of them fails, and nothing is kept. */
  async commit(last: readonly { sql: string; name: string; values: readonly unknown[] }[]): Promise<void> {
    const { answers, ended } = this.#corked(() => ({
      answers: last.map((one) => this.#queue(one.sql, one.name, one.values)),
      ended: this.#end(),
    }));
    await Promise.all([...answers, ended]);
  }

  /** Undoes everything. */
  async rollback(): Promise<void> {
    if (this.#failure || this.#synced) return;
    await this.#corked(() => {
      const undone = this.#used ? this.#queue('rollback', '', []) : Promise.resolve();
      return Promise.all([undone, this.#end()]);
    });
  }

  #corked<T>(work: () => T): T {
    this.#wire?.stream.cork();
    try {
      return work();
    } finally {
      this.#wire?.stream.uncork();
    }
  }

  #queue(sql: string, name: string, values: readonly unknown[]): Promise<{ rows: unknown[]; affected: number }> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    this.#used = true;
    const encoded = values.map(encodeValue);
    return new Promise((resolve, reject) => {
      const pending: Pending = { sql, name, values: encoded, rows: [], columns: [], resolve, reject };
      if (this.#wire) this.#send(this.#wire, pending);
      else this.#unsent.push(pending);
    });
  }

  #end(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    return new Promise((resolve, reject) => {
      this.#ended = { resolve, reject };
      this.#synced = true;
      this.#wire?.sync();
    });
  }

  #send(wire: Wire, pending: Pending): void {
    const { name, sql } = pending;
    const known = name === '' ? undefined : described.get(wire)?.get(name);
    if (name === '' || (wire.parsedStatements[name] === undefined && !this.#sentNames.has(name))) {
      wire.parse({ name, text: sql });
      this.#sentNames.add(name);
    }
    wire.bind({ portal: '', statement: name, values: pending.values });
    if (known) pending.columns = known;
    else wire.describe({ type: 'P', name: '' });
    wire.execute({ portal: '', rows: 0 });
    this.#waiting.push(pending);
  }

  // What follows is called by pg's client, in the order of the server's messages.

  submit(connection: unknown): null {
    const wire = connection as Wire;
    this.#wire = wire;
    wire.stream.cork();
    for (const pending of this.#unsent.splice(0)) this.#send(wire, pending);
    if (this.#synced) wire.sync();
    else if (this.#waiting.length > 0) wire.flush();
    wire.stream.uncork();
    return null;
  }

  /** Name and text of the statement the next message is about; pg's client files them once parsed. */
  get name(): string {
    return this.#waiting[0]?.name ?? '';
  }

  get text(): string {
    return this.#waiting[0]?.sql ?? '';
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    const [pending] = this.#waiting;
    if (!pending || !this.#wire) return;
    pending.columns = fields.map((field) => ({
      name: field.name,
      parse: this.#types.getTypeParser(field.dataTypeID, 'text') as Column['parse'],
    }));
    if (pending.name === '') return;
    const columns = described.get(this.#wire) ?? new Map<string, readonly Column[]>();
    columns.set(pending.name, pending.columns);
    described.set(this.#wire, columns);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const [pending] = this.#waiting;
    if (!pending) return;
    const row: Record<string, unknown> = {};
    pending.columns.forEach((column, index) => {
      const text = fields[index] ?? null;
      row[column.name] = text === null ? null : column.parse(text);
    });
    pending.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const pending = this.#waiting.shift();
    pending?.resolve({ rows: pending.rows, affected: Number(/ (\d+)$/.exec(text)?.[1] ?? 0) });
  }

  handleEmptyQuery(): void {
    this.#waiting.shift()?.resolve({ rows: [], affected: 0 });
  }

  handlePortalSuspended(): void {
    this.handleError(new Error('A portal was suspended that asked for all rows.'));
  }

  handleError(error: unknown): void {
    if (this.#failure) return;
    this.#failure = { error };
    // The server reads on only after a Sync; the one of the commit may be on its way already.
    if (!this.#synced) this.#wire?.sync();
    this.#synced = true;
    for (const pending of [...this.#waiting.splice(0), ...this.#unsent.splice(0)]) pending.reject(error);
    this.#ended?.reject(error);
  }

  handleReadyForQuery(): void {
    this.#ended?.resolve();
  }
}
