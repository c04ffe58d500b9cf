import {
  type Action,
  ACTION_NAMES,
  ACTIONS,
  isActionName,
  isRecordActionName,
  type Need,
  type RecordActionName,
} from './action.ts';
import type { Actor, MembershipMode, RecordState, Relation } from './actor.ts';
import { matrixAllows, SECTIONS, type Section } from './matrix.ts';
import { isProfessionGroup } from './profession-group.ts';

/** Why an act is refused. The list is closed: screens, logs and tests branch on it. */
export const DENIAL_REASONS = [
  'account-suspended',
  'unknown-action',
  'client-scope-missing',
  'not-a-member',
  'membership-ended',
  'break-glass-ended',
  'record-state-unknown',
  'record-merged',
  'consent-withdrawn',
  'record-closed',
  'not-under-break-glass',
  'no-live-break-glass',
  'profession-unknown',
  'section-not-allowed',
  'pro-sante-connect-needed',
  'identity-not-qualified',
] as const;
export type DenialReason = (typeof DENIAL_REASONS)[number];

/** What is asked, with the facts to judge it by. A fact that is not given counts against the actor. */
export interface AccessQuestion {
  readonly actor: Actor;
  /** A name of the catalogue; anything else is denied. */
  readonly action: string;
  /** For an act on a record: the actor's link to that record. */
  readonly relation?: Relation | undefined;
  /** For an act on a record: its state. */
  readonly recordState?: RecordState | undefined;
  readonly facts?: { readonly identityQualified?: boolean | undefined } | undefined;
  /** The instant by the database's clock. */
  readonly now: Date;
}

/** How access was reached, for the audit row: the kind of link, or none for an act that needs no record. */
export type Via = MembershipMode | 'break-glass' | 'none';

export type Decision =
  | { readonly allow: true; readonly via: Via }
  | { readonly allow: false; readonly reason: DenialReason };

/**
 * The one judgement of the house: account, client, link to the record, state of the record, matrix, then the condition of
 * the act itself. All must hold; the first that does not is the reason. Anything unknown is denied.
 */
export function decide(question: AccessQuestion): Decision {
  for (const rule of RULES) {
    const reason = rule.denies(question);
    if (reason) return { allow: false, reason };
  }
  return { allow: true, via: viaOf(question) };
}

/** One step of the judgement, with the name under which `explain` tells it. */
export interface AccessRule {
  readonly name: 'account' | 'action' | 'client' | 'link' | 'record-state' | 'emergency' | 'matrix' | 'condition';
  readonly denies: (question: AccessQuestion) => DenialReason | undefined;
}

export const RULES: readonly AccessRule[] = [
  { name: 'account', denies: ({ actor }) => (actor.accountState === 'active' ? undefined : 'account-suspended') },
  { name: 'action', denies: ({ action }) => (isActionName(action) ? undefined : 'unknown-action') },
  {
    name: 'client',
    denies: onAction((action, { actor }) =>
      actor.clientScopes.includes(action.clientScope) ? undefined : 'client-scope-missing',
    ),
  },
  { name: 'link', denies: onRecord((_, question) => deniedByLink(question.relation, question.now)) },
  { name: 'record-state', denies: onRecord(deniedByState) },
  {
    name: 'emergency',
    denies: onRecord((action, { relation }) =>
      relation?.kind === 'break-glass' && !action.breakGlass ? 'not-under-break-glass' : undefined,
    ),
  },
  { name: 'matrix', denies: onAction(deniedByMatrix) },
  { name: 'condition', denies: onAction(deniedByCondition) },
];

type Judge = (action: Action, question: AccessQuestion) => DenialReason | undefined;

function onAction(judge: Judge): AccessRule['denies'] {
  return (question) => (isActionName(question.action) ? judge(ACTIONS[question.action], question) : 'unknown-action');
}

function onRecord(judge: Judge): AccessRule['denies'] {
  return onAction((action, question) => (action.reach === 'person' ? undefined : judge(action, question)));
}

function deniedByLink(relation: Relation | undefined, now: Date): DenialReason | undefined {
  switch (relation?.kind) {
    case 'member':
      return undefined;
    case 'break-glass':
      // The end itself is refused; written this way round, an unreadable date is refused too.
      return now.getTime() < relation.until.getTime() ? undefined : 'break-glass-ended';
    case 'ended':
      return 'membership-ended';
    default:
      return 'not-a-member';
  }
}

function deniedByState(action: Action, { recordState }: AccessQuestion): DenialReason | undefined {
  // Giving an emergency access back is always right, whatever became of the record.
  if (action.only === 'own-live-break-glass') return undefined;
  switch (recordState) {
    case 'open':
      return undefined;
    case 'closed':
      return action.needs.every(({ verb }) => verb === 'read') ? undefined : 'record-closed';
    case 'merged':
      return 'record-merged';
    case 'withdrawn':
      return 'consent-withdrawn';
    default:
      return 'record-state-unknown';
  }
}

function deniedByMatrix(action: Action, { actor }: AccessQuestion): DenialReason | undefined {
  if (action.needs.length === 0) return undefined;
  if (!isProfessionGroup(actor.professionGroup)) return 'profession-unknown';
  const allows = ({ section, verb }: Need): boolean => matrixAllows(actor.professionGroup, section, verb);
  return action.needs.every(allows) ? undefined : 'section-not-allowed';
}

function deniedByCondition(action: Action, { actor, relation, facts }: AccessQuestion): DenialReason | undefined {
  if (action.only === 'own-live-break-glass') {
    return relation?.kind === 'break-glass' ? undefined : 'no-live-break-glass';
  }
  if (action.only === 'dmp') {
    if (actor.assurance !== 'psc') return 'pro-sante-connect-needed';
    return facts?.identityQualified === true ? undefined : 'identity-not-qualified';
  }
  return undefined;
}

function viaOf({ action, relation }: AccessQuestion): Via {
  if (!isActionName(action) || ACTIONS[action].reach === 'person') return 'none';
  if (relation?.kind === 'member') return relation.mode;
  return relation?.kind === 'break-glass' ? 'break-glass' : 'none';
}

/** The situation of one actor before one record. */
export type Situation = Omit<AccessQuestion, 'action'>;

export interface SectionRight {
  readonly section: Section;
  readonly read: boolean;
  readonly write: boolean;
}

/** What the actor may read and write in the record, section by section; sections with neither are left out. */
export function sectionRights(situation: Situation): readonly SectionRight[] {
  if (!decide({ ...situation, action: 'records.open' }).allow) return [];
  const { actor, relation, recordState } = situation;
  const writable = (section: Section): boolean => {
    if (recordState !== 'open' || !actor.clientScopes.includes('records.write')) return false;
    // In an emergency one leaves word in the liaison notebook, and changes nothing else.
    if (relation?.kind !== 'member' && section !== 'S04') return false;
    return matrixAllows(actor.professionGroup, section, 'write');
  };
  return SECTIONS.map((section) => ({
    section,
    read: matrixAllows(actor.professionGroup, section, 'read'),
    write: writable(section),
  })).filter(({ read, write }) => read || write);
}

export function readableSections(situation: Situation): readonly Section[] {
  return sectionRights(situation)
    .filter(({ read }) => read)
    .map(({ section }) => section);
}

/** Acts that travel with the record's data, so that a screen offers only what will be accepted; opening it is past. */
export type OfferedAction = Exclude<RecordActionName, 'records.open'>;

export function allowedActions(situation: Situation): readonly OfferedAction[] {
  return ACTION_NAMES.filter((action): action is OfferedAction => {
    return isRecordActionName(action) && action !== 'records.open' && decide({ ...situation, action }).allow;
  });
}
