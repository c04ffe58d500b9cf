import { createHash } from 'node:crypto';

/** One audit row as the verifier reads it: every column as text, the way it entered the hash. */
export interface ChainRow {
  readonly chain: string;
  readonly seq: number;
  readonly fields: readonly (string | null)[];
  readonly hash: string;
}

/** Last position of a chain and the hash there. */
export interface Head {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/** One thing the verifier found. */
export interface Finding {
  readonly chain: string;
  readonly seq: number;
  readonly what:
    | 'altered'
    | 'missing'
    | 'out-of-place'
    | 'beyond-head'
    | 'cut-off'
    | 'rewritten'
    | 'head-without-entries'
    | 'entries-without-head';
}

/** The columns in the order in which they enter the hash (audit.append in 0001_platform.sql). */
export const hashedColumns = [
  'chain',
  'seq::text',
  `to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  'request_id',
  'operation',
  'outcome',
  'problem',
  'account_id::text',
  'person_id::text',
  'on_behalf_of::text',
  'profession',
  'structure',
  'mode',
  'reason',
  'record_id::text',
  `array_to_string(sections, ',')`,
  'session_id::text',
  'client_id',
  'origin',
  'details',
] as const;

/** Hash before the first entry: bound to the chain's name, so that entries cannot move to another record. */
export function genesis(chain: string): string {
  return createHash('sha256').update(`spico audit chain ${chain}`).digest('hex');
}

/** Hash of an entry, from the hash before it. Computed here, not in the database that is being verified. */
export function entryHash(previous: string, fields: readonly (string | null)[]): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(JSON.stringify(fields)).digest('hex');
}

/**
 * Verifies one chain: its entries in order, the head the database keeps, and the last head signed outside of it.
 * @param signed what was true at the last signature; what came after it is held together by the chain alone
 */
export function verifyChain(
  chain: string,
  rows: readonly ChainRow[],
  head: Head | undefined,
  signed: Head | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const say = (seq: number, what: Finding['what']) => findings.push({ chain, seq, what });
  let previous = genesis(chain);
  let expected = 1;
  let atSigned: string | undefined;
  for (const row of rows) {
    if (row.seq > expected) {
      for (let seq = expected; seq < row.seq && seq < expected + 20; seq += 1) say(seq, 'missing');
    } else if (row.seq < expected) say(row.seq, 'out-of-place');
    else if (entryHash(previous, row.fields) !== row.hash) say(row.seq, 'altered');
    if (row.seq === signed?.seq) atSigned = row.hash;
    previous = row.hash;
    expected = row.seq + 1;
  }
  const last = expected - 1;
  if (!head) {
    if (rows.length > 0) say(last, 'entries-without-head');
  } else if (head.seq > 0 && rows.length === 0) say(head.seq, 'head-without-entries');
  else if (last > head.seq) say(head.seq + 1, 'beyond-head');
  else if (last < head.seq) say(last + 1, 'cut-off');
  else if (rows.length > 0 && head.hash !== previous) say(last, 'altered');
  if (signed) {
    if (last < signed.seq) say(last + 1, 'cut-off');
    else if (atSigned !== signed.hash) say(signed.seq, 'rewritten');
  }
  return findings.filter(
    (one, index) => findings.findIndex((other) => other.seq === one.seq && other.what === one.what) === index,
  );
}
