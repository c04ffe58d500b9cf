import { fail, ok, type Outcome } from '../../values/outcome.ts';
import type { RecordState, Relation } from './actor.ts';

/** Two hours (F-43), to the millisecond, counted by the database's clock. */
export const BREAK_GLASS_DURATION_MS = 2 * 60 * 60 * 1000;

/** The third grant of one person on one record in this time calls a supervisor. */
export const BREAK_GLASS_ALERT_WINDOW_MS = 24 * 60 * 60 * 1000;
export const BREAK_GLASS_ALERT_COUNT = 3;

/** Why a professional goes in without being a member; the list is closed, the words are free besides. */
export const BREAK_GLASS_REASONS = [
  'life-threatening-emergency',
  'urgent-care',
  'emergency-regulation',
  'unable-to-consent',
  'on-call-replacement',
  'other-emergency',
] as const;
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

/** In code points, outer spaces not counted: enough for a sentence someone will read. */
export const BREAK_GLASS_TEXT_MIN = 10;

export type BreakGlassRefusal =
  | 'reason-code-unknown'
  | 'reason-text-too-short'
  | 'already-member'
  | 'record-merged'
  | 'consent-withdrawn'
  | 'record-state-unknown';

export interface BreakGlassGrant {
  readonly reason: BreakGlassReason;
  readonly text: string;
  readonly from: Date;
  /** First instant of refusal. */
  readonly until: Date;
}

/**
 * Emergency access is always possible (F-43) to an existing, unmerged record that the person has not withdrawn; a closed
 * record opens too. It is asked with a reason from the list and a sentence. Renewing is a new grant with new notices.
 */
export function grantBreakGlass(asked: {
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly relation: Relation;
  readonly recordState: RecordState;
  readonly now: Date;
}): Outcome<BreakGlassGrant, BreakGlassRefusal> {
  const { reasonCode, relation, recordState, now } = asked;
  if (!isBreakGlassReason(reasonCode)) return fail('reason-code-unknown');
  const text = asked.reasonText.trim();
  if ([...text].length < BREAK_GLASS_TEXT_MIN) return fail('reason-text-too-short');
  if (relation.kind === 'member') return fail('already-member');
  if (recordState === 'merged') return fail('record-merged');
  if (recordState === 'withdrawn') return fail('consent-withdrawn');
  if (recordState !== 'open' && recordState !== 'closed') return fail('record-state-unknown');
  return ok({ reason: reasonCode, text, from: now, until: new Date(now.getTime() + BREAK_GLASS_DURATION_MS) });
}

export function isBreakGlassReason(code: string): code is BreakGlassReason {
  return (BREAK_GLASS_REASONS as readonly string[]).includes(code);
}

/** Whether this grant has to be shown to a supervisor, given when the former ones of the same person began. */
export function needsSupervisorAlert(formerGrants: readonly Date[], now: Date): boolean {
  const recent = formerGrants.filter((at) => now.getTime() - at.getTime() < BREAK_GLASS_ALERT_WINDOW_MS);
  return recent.length + 1 >= BREAK_GLASS_ALERT_COUNT;
}
