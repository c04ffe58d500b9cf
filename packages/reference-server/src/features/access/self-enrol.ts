import { selfEnrolmentRefusals } from '@spico/domain/rules/access/self-enrolment';
import { checkConsent } from '@spico/domain/rules/consent';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { CONSENT_NOTICE_VERSION } from '../reference/index.ts';
import { endGrants, insertSelfEnrolment, selfEnrolmentsOfTheDay } from './access.repository.ts';
import type { GivenAccess } from './given-access.ts';
import { announceToMembers } from './notices.ts';
import { actingPerson, type CandidatePath, reachCandidate } from './reach-candidate.ts';

/** Self-enrolments of one person in twenty-four hours; more is a sign of fishing, and raises an alert (T5). */
export const SELF_ENROLMENTS_A_DAY = 20;

/** The stated consent, as typed. */
export interface StatedConsent {
  readonly givenBy: string;
  readonly mode: string;
  readonly collectedOn: string;
}

/**
 * Lasting access by one's own decision (F-42): after one's own recent search with the document checked, with the person's
 * consent. The membership keeps what it stood on; every authorised member is told by e-mail.
 */
export const selfEnrol = useCase<CandidatePath & { readonly consent: StatedConsent }, GivenAccess>({
  action: 'access.self-enrol',
  access: () => ({}),
  async execute({ consent: stated, ...path }, context) {
    const { tx, actor, audit, clock, ids, now } = context;
    const reached = await reachCandidate(context, path);
    if (!reached.ok) return reached;
    const { search, recordId, relation, state } = reached.value;
    const { birthDate, birthPlace } = search.traits;

    const consent = checkConsent(stated, { birthDate, today: clock.today() });
    if (!consent.ok) {
      const field = consent.failure === 'giver-not-allowed' ? 'givenBy' : 'collectedOn';
      return fail({ code: 'invalid-request', fields: [{ pointer: `/consent/${field}`, code: consent.failure }] });
    }
    const { accountId, searchedAt: at, documentType } = search;
    const [obstacle] = selfEnrolmentRefusals({
      actor,
      search: { accountId, at, documentType, birthPlace },
      relation,
      recordState: state,
      consentGivenBy: consent.value.givenBy,
      now,
    });
    if (obstacle || documentType === undefined) {
      return fail({ code: 'self-enrolment-not-allowed', reason: obstacle ?? 'document-not-checked' });
    }
    const by = actingPerson(context);
    if ((await selfEnrolmentsOfTheDay(tx, actor.personId)) >= SELF_ENROLMENTS_A_DAY) {
      audit.detail('alert', 'too-many-self-enrolments');
      return fail({ code: 'self-enrolment-not-allowed', reason: 'daily-limit' });
    }

    const membershipId = ids.next();
    const since = await insertSelfEnrolment(tx, by, {
      membershipId,
      recordId,
      searchId: search.id,
      documentType,
      consent: consent.value,
      noticeVersion: CONSENT_NOTICE_VERSION,
    });
    if (!since) return fail({ code: 'already-member' });
    // An emergency access in course has become pointless; left open, it would outlive the membership.
    await endGrants(tx, recordId, actor.accountId);
    const notifiedMembers = await announceToMembers(context, 'self-enrolment', recordId);
    audit
      .through('self-enrolled')
      .detail('membershipId', membershipId)
      .detail('documentType', documentType)
      .detail('consentGivenBy', consent.value.givenBy)
      .detail('notices', notifiedMembers);
    return ok({ recordId, mode: 'self-enrolled', since, now, notifiedMembers });
  },
});
