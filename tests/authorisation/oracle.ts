import { readFileSync } from 'node:fs';
import type { Operation } from './contract.ts';

/*
 * The second opinion: what the matrix page and the contract say of one call. It reads the page a physician signs and
 * `x-authz`, and shares no line with the server. Short enough to be read in one go: that is its only proof.
 */

/** Who calls, and how they stand to the record. */
export interface Situation {
  readonly group: string | null;
  readonly link: 'none' | 'member' | 'removed' | 'emergency' | 'emergency-over';
  readonly trouble?: 'suspended' | 'token-expired' | 'other-origin' | 'locked';
  /** What the client they come through may ask for. */
  readonly scopes: readonly string[];
}

export type Verdict = 'allowed' | { readonly status: number; readonly code: string };

const page = readFileSync(
  new URL('../../packages/domain/src/rules/access/matrix.golden.md', import.meta.url),
  'utf8',
).split('## Rights')[1];
const rows = (page ?? '').split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return /^(Section|S\d\d) ?/.test(cells[1] ?? '') ? [cells.slice(1, -1)] : [];
});
const [head = [], ...body] = rows;

/** The columns of the page. */
export const groups: readonly string[] = head.slice(1);

/** Whether a column holds the right in a section's row. A column or a row that is not on the page holds nothing. */
export function holds(group: string | null, section: string, verb: 'read' | 'write'): boolean {
  const cell = body.find((row) => row[0]?.startsWith(`${section} `))?.[group === null ? -1 : head.indexOf(group)];
  return cell === 'W' || (verb === 'read' && cell === 'R');
}

const refused = (status: number, code: string): Verdict => ({ status, code });

/** What has to come of one well-formed call. */
export function expected({ security, authz, problems }: Operation, who: Situation): Verdict {
  if (security === 'none') return 'allowed';
  if (security === 'client') return refused(401, 'invalid-client');
  const cookie = security === 'session';
  if (cookie && who.trouble === 'other-origin') return refused(403, 'origin-not-allowed');
  if (who.trouble === 'suspended') return refused(401, 'session-ended');
  if (who.trouble === 'locked' && (!cookie || problems.includes('session-locked')))
    return refused(401, 'session-locked');
  if (who.trouble === 'token-expired' && !cookie) return refused(401, 'token-expired');
  if (who.trouble === 'other-origin') return refused(403, 'origin-not-allowed');
  if (authz.reach === 'record') {
    if (who.link === 'none' || who.link === 'removed') return refused(404, 'record-not-found');
    if (who.link === 'emergency-over') return refused(403, 'break-glass-ended');
  }
  if (authz.clientScope && !who.scopes.includes(authz.clientScope)) return refused(403, 'client-not-allowed');
  if (authz.reach === 'record') {
    const reads = authz.verb === 'read' && authz.emergency !== 'never';
    if (who.link === 'emergency' && !reads) return refused(403, 'forbidden');
    if (who.link === 'member' && authz.emergency === 'only') return refused(403, 'forbidden');
  }
  const { section, verb, alsoNeeds = [] } = authz;
  const needs = section && verb ? [{ section, verb }, ...alsoNeeds] : alsoNeeds;
  return needs.every((need) => holds(who.group, need.section, need.verb)) ? 'allowed' : refused(403, 'forbidden');
}
