import { flagsConflict, keepsProvisional } from '@spico/domain/rules/identity/flags';
import { acceptIns, createIdentity, type Identity, refuseIns } from '@spico/domain/rules/identity/status';
import type { Consent } from '@spico/domain/rules/consent';
import type { IdentityFlag, IdentityTraits } from '@spico/domain/values/identity/traits';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import type { Failure, FieldFailure } from '../../platform/failure.ts';
import { type Context, useCase } from '../../platform/use-case.ts';
import {
  appendHistory,
  attachCopy,
  copyIsFree,
  type CheckedDocument,
  type Complementary,
  type ComplementaryInput,
  follow,
  identityRefusal,
  type InsDecision,
  lockIdentity,
  nextVersion,
  readComplementary,
  recordExists,
  type RecordIdentity,
  sameTraits,
  searchableOf,
  takeInsQuery,
  writeIdentity,
} from '../identity/index.ts';
import {
  exactIdentityKey,
  findCandidates,
  indexIdentity,
  readTraits,
  type RecentSearch,
  recentSearch,
  searchesUsedUp,
} from '../patient-search/index.ts';
import { CONSENT_NOTICE_VERSION } from '../reference/index.ts';
import { readConsent } from './consent.ts';
import { type Contact, type ContactInput, readContact } from './contact.ts';
import { type OpenedRecord, readRecord } from './open-record.query.ts';
import { insertConsent, insertContact, insertRecord } from './records.repository.ts';

/** Everything the creation page sends (F-27 to F-37). */
export interface CreateRecord {
  readonly searchId: string;
  readonly traits: IdentityTraits;
  readonly complementary?: ComplementaryInput;
  readonly contact?: ContactInput;
  readonly consent: { readonly givenBy: string; readonly mode: string; readonly collectedOn: string };
  readonly document?: CheckedDocument;
  readonly flags: readonly IdentityFlag[];
  readonly decided?: InsDecision;
  /** Candidates of the search whom this person is not. */
  readonly differentFrom: readonly string[];
}

/** What was typed, after the rules have read it. */
interface Draft {
  readonly traits: IdentityTraits;
  readonly complementary: Complementary;
  readonly contact: Contact;
  readonly consent: Consent;
}

/**
 * Creates the one record of a person (F-20). The search is made again: whoever it shows as certain and nobody called another
 * person stands in the way. Two creations at the same instant are settled by the database; the loser gets the candidates.
 */
export const createRecord = (offersDocument: (type: string) => boolean) =>
  useCase<CreateRecord, OpenedRecord>({
    action: 'records.create',
    sections: ['S01', 'S02'],
    access: () => ({}),
    async execute(command, context) {
      const { tx, actor, clock, audit } = context;
      const search = await recentSearch(tx, actor, command.searchId);
      const others = search && recordsOf(search, command.differentFrom);
      if (!others) return fail({ code: 'search-not-found' });
      const draft = read(command, clock.today(), offersDocument);
      if (!draft.ok) return draft;

      // Before anything that depends on who exists: a creation made to fail must not tell.
      const copyId = command.document?.copyId;
      if (copyId && !(await copyIsFree(tx, copyId, actor))) return fail(copyNotFound);
      // The person who was searched may always be created. Anybody else is a question of its own: refused, it counts as a
      // search (`tellCandidates`), and none is answered once the hour's are used up; granted, it leaves a record.
      const another = exactIdentityKey(search.traits) !== exactIdentityKey(draft.value.traits);
      const limited = another ? await searchesUsedUp(context) : undefined;
      if (limited) return fail(limited);

      const created = await create(context, command, draft.value, others);
      if (!created.ok) return created;
      const { recordId, marked } = created.value;
      audit.on(recordId).through('creator').alsoOn(marked);
      return ok(await readRecord(context, recordId, { kind: 'member', mode: 'creator' }));
    },
  });

const copyNotFound: Failure = {
  code: 'invalid-request',
  fields: [{ pointer: '/identityDocument/copyId', code: 'copy-not-found' }],
};

/** The records behind the candidates named; undefined when one of them is no answer of this search. */
function recordsOf(search: RecentSearch, candidateIds: readonly string[]): RecentSearch['candidates'] | undefined {
  const found = search.candidates.filter((one) => candidateIds.includes(one.candidateId));
  return found.length === candidateIds.length ? found : undefined;
}

/** Reads everything typed, and says all that is wrong at once. */
function read(
  command: CreateRecord,
  today: string,
  offersDocument: (type: string) => boolean,
): Outcome<Draft, Failure> {
  const { flags, document } = command;
  const traits = readTraits(command.traits, today);
  const complementary = readComplementary({}, command.complementary);
  const contact = readContact({}, command.contact, '/contact');
  const consent = readConsent(command.consent, { birthDate: command.traits.birthDate, today }, '/consent');
  const fields: FieldFailure[] = [traits, complementary, contact, consent].flatMap((one) =>
    one.ok ? [] : one.failure,
  );
  if (document && !offersDocument(document.type)) {
    fields.push({ pointer: '/identityDocument/type', code: 'not-a-high-trust-document' });
  }
  if (fields.length > 0 || !traits.ok || !complementary.ok || !contact.ok || !consent.ok) {
    return fail({ code: 'invalid-request', fields });
  }
  const conflict = flagsConflict(flags);
  if (conflict) return fail(identityRefusal(conflict));
  return ok({
    traits: traits.value,
    complementary: complementary.value,
    contact: contact.value,
    consent: consent.value,
  });
}

/** Writes it all, or fails and is undone. */
async function create(
  context: Context,
  command: CreateRecord,
  draft: Draft,
  others: RecentSearch['candidates'],
): Promise<Outcome<{ recordId: string; marked: readonly string[] }, Failure>> {
  const { tx, ids, actor, session } = context;
  const author = { accountId: actor.accountId, practiceId: session.practiceId };
  const identities = await identitiesOf(context, command, draft.traits, others.some(isNear));
  if (!identities.ok) return identities;
  const { typed, kept, event } = identities.value;
  const different = others.map((one) => one.recordId);
  // The candidates are looked for by what would have been kept: after an accepted INS, by its traits.
  // A document that no longer covers them opens no door to whoever bears them (F-42).
  const documentType = kept.document;
  const exists = recordExists({ traits: kept.traits, ...(documentType ? { documentType } : {}) });
  if (await strangerIn(context, kept.traits, different)) return fail(exists);

  const recordId = ids.next();
  await insertRecord(tx, recordId, ids.next(), author);
  const start: RecordIdentity = { recordId, version: 1, identity: typed, complementary: draft.complementary };
  const act = { now: context.clock.now(), by: actor.accountId };
  const copyId = command.document?.copyId;
  const first = follow(start, typed, { ...act, ...(command.document ? { checked: copyId ? { copyId } : {} } : {}) });
  const last = event ? { ...follow(first, kept, act), version: await nextVersion(tx, recordId) } : first;
  const deliberateHomonym = different.length > 0;
  const indexed = await indexIdentity(tx, recordId, searchableOf(last), { deliberateHomonym });
  if (!indexed.ok) return fail(exists);
  if (!(await writeIdentity(tx, last))) return fail({ code: 'ins-already-attributed' });
  const teller = { by: actor.accountId, practiceId: session.practiceId };
  await appendHistory(tx, first, { event: 'created', ...teller });
  if (event) await appendHistory(tx, last, { event, ...teller });
  await insertConsent(tx, recordId, 1, { ...draft.consent, noticeVersion: CONSENT_NOTICE_VERSION }, author);
  if (draft.contact.email || draft.contact.mobile) await insertContact(tx, recordId, 1, draft.contact, actor.accountId);
  if (copyId && !(await attachCopy(tx, copyId, actor, recordId))) return fail(copyNotFound);
  // Whoever was creating the same identity at the same moment has committed by now: look again before believing it.
  if (deliberateHomonym && (await strangerIn(context, kept.traits, [...different, recordId]))) return fail(exists);
  return ok({ recordId, marked: await markHomonyms(context, others) });
}

/** A "possible" candidate is too far away to be an approaching identity: it marks neither side (F-33). */
const isNear = ({ grade }: RecentSearch['candidates'][number]): boolean => grade !== 'possible';

/** Certain candidates that nobody has called another person. */
async function strangerIn({ tx }: Context, traits: IdentityTraits, known: readonly string[]): Promise<boolean> {
  const { candidates } = await findCandidates(tx, traits, { limit: 50 });
  return candidates.some(({ grade, recordId }) => grade === 'certain' && !known.includes(recordId));
}

/** The identity as typed, and the one to keep after the decision on the INS. */
async function identitiesOf(
  { tx, actor, audit }: Context,
  { flags, document, decided }: CreateRecord,
  traits: IdentityTraits,
  hasHomonym: boolean,
): Promise<Outcome<{ typed: Identity; kept: Identity; event?: 'ins-accepted' | 'ins-refused' }, Failure>> {
  // A fictitious identity is nobody's homonym: that flag stands alone.
  const stated: readonly IdentityFlag[] = hasHomonym && !flags.includes('fictitious') ? [...flags, 'homonym'] : flags;
  const typed = createIdentity(traits, { flags: stated, ...(document ? { document: document.type } : {}) });
  if (!typed.ok) return fail(identityRefusal(typed.failure, '/identityDocument/type'));
  if (!decided) return ok({ typed: typed.value, kept: typed.value });

  audit.detail('decision', decided.decision);
  if (keepsProvisional(flags)) return fail({ code: 'ins-call-forbidden' });
  const query = await takeInsQuery(tx, actor, { id: decided.insQueryId });
  // The answer is about the traits that were asked; for others nobody has compared anything.
  if (!query?.found || !sameTraits(query.traits, traits)) return fail({ code: 'ins-query-not-found' });
  if (decided.decision === 'refuse')
    return ok({ typed: typed.value, kept: refuseIns(typed.value), event: 'ins-refused' });
  const kept = acceptIns(typed.value, query.found, { documentConfirmed: decided.documentConfirmed });
  return kept.ok
    ? ok({ typed: typed.value, kept: kept.value, event: 'ins-accepted' })
    : fail(identityRefusal(kept.failure));
}

/**
 * The other side of a deliberate homonym: each near candidate named is marked too, as a new version of its identity, and
 * told in its own journal.
 */
async function markHomonyms(context: Context, others: RecentSearch['candidates']): Promise<string[]> {
  const near = others.filter(isNear).map(({ recordId }) => recordId);
  const marked: string[] = [];
  // Always in the same order: two creations that name the same records never wait for each other.
  for (const recordId of near.toSorted()) {
    const before = await lockIdentity(context.tx, recordId);
    const { identity } = before;
    marked.push(recordId);
    if (identity.flags.includes('homonym') || identity.flags.includes('fictitious')) continue;
    const flagged = { ...identity, flags: [...identity.flags, 'homonym' as const] };
    const after = {
      ...follow(before, flagged, { now: context.clock.now(), by: context.actor.accountId }),
      version: await nextVersion(context.tx, recordId),
    };
    await writeIdentity(context.tx, after);
    await appendHistory(context.tx, after, {
      event: 'flags-set',
      reason: 'homonym',
      by: context.actor.accountId,
      practiceId: context.session.practiceId,
    });
  }
  if (marked.length > 0) context.audit.detail('homonymOf', marked.length);
  return marked;
}
