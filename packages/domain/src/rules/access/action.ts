import type { ClientScope } from './actor.ts';
import type { Section, Verb } from './matrix.ts';

/** One right an act needs. */
export interface Need {
  readonly section: Section;
  readonly verb: Verb;
}

/** What an act needs, before anything is known of the actor or the record. */
export interface Action {
  /** `person`: the profession decides. `record`: a current link to that record is needed as well. */
  readonly reach: 'person' | 'record';
  /** All of them. */
  readonly needs: readonly Need[];
  readonly clientScope: ClientScope;
  /** Whether emergency access allows it; never for a write outside the liaison notebook. */
  readonly breakGlass: boolean;
  /** Condition beyond profession and link. */
  readonly only?: 'own-live-break-glass' | 'dmp';
}

const READ_IDENTITY: Need = { section: 'S01', verb: 'read' };
const WRITE_IDENTITY: Need = { section: 'S01', verb: 'write' };

function person(clientScope: ClientScope, ...needs: readonly Need[]): Action & { readonly reach: 'person' } {
  return { reach: 'person', needs, clientScope, breakGlass: false };
}

type RecordReach = Action & { readonly reach: 'record' };

function read(need: Need): RecordReach {
  return { reach: 'record', needs: [need], clientScope: 'records.read', breakGlass: true };
}

function write(need: Need): RecordReach {
  return { reach: 'record', needs: [need], clientScope: 'records.write', breakGlass: false };
}

const CATALOGUE = {
  'account.read-me': person('session'),
  'reference.read': person('session'),
  'patient-search.search': person('search', READ_IDENTITY),
  'records.create': person('records.write', WRITE_IDENTITY, { section: 'S02', verb: 'write' }),
  'records.list': person('records.read', READ_IDENTITY),
  'identity-documents.upload': person('records.write', WRITE_IDENTITY),
  'ins.query-traits': person('records.write', WRITE_IDENTITY),
  'access.self-enrol': person('access', READ_IDENTITY),
  'access.break-glass': person('access', READ_IDENTITY),
  'access.request-membership': person('access', READ_IDENTITY),

  'records.open': read(READ_IDENTITY),
  'records.update-administrative': write(WRITE_IDENTITY),
  'identity.correct-traits': write(WRITE_IDENTITY),
  'identity.check-document': write(WRITE_IDENTITY),
  'identity.set-flags': write(WRITE_IDENTITY),
  'identity.query-ins': write(WRITE_IDENTITY),
  'identity.decide-ins': write(WRITE_IDENTITY),
  'identity.read-history': read(READ_IDENTITY),
  // A copy of an identity card is no emergency information: not under break-glass.
  'identity.read-document-copy': { ...read(READ_IDENTITY), breakGlass: false },
  'consent.change': write({ section: 'S02', verb: 'write' }),
  'care-circle.read': read({ section: 'S03', verb: 'read' }),
  'access-journal.read': read({ section: 'S02', verb: 'read' }),
  'access.end-break-glass': { ...read(READ_IDENTITY), clientScope: 'access', only: 'own-live-break-glass' },
  'dmp.launch': { ...read(READ_IDENTITY), breakGlass: false, only: 'dmp' },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof CATALOGUE;

/** The acts that bear on one record. */
export type RecordActionName = {
  [Name in ActionName]: (typeof CATALOGUE)[Name]['reach'] extends 'record' ? Name : never;
}[ActionName];

/** Every act that is judged, by its name. What is not here is denied. */
export const ACTIONS: Readonly<Record<ActionName, Action>> = CATALOGUE;

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}

export function isRecordActionName(name: string): name is RecordActionName {
  return isActionName(name) && ACTIONS[name].reach === 'record';
}
