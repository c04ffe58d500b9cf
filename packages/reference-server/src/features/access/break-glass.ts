import {
  BREAK_GLASS_TEXT_MIN,
  type BreakGlassRefusal,
  grantBreakGlass,
  needsSupervisorAlert,
} from '@spico/domain/rules/access/break-glass';
import { fail, ok } from '@spico/domain/values/outcome';
import type { Failure } from '../../platform/failure.ts';
import { useCase } from '../../platform/use-case.ts';
import { checkFreeText } from '../identity/index.ts';
import { endGrants, insertGrant, recentGrants } from './access.repository.ts';
import type { GivenAccess } from './given-access.ts';
import { announceToMembers, announceToSupervisor } from './notices.ts';
import { actingPerson, type CandidatePath, reachCandidate } from './reach-candidate.ts';

/** Why the glass is broken: a code of the closed list and a sentence. The sentence stays in the record (F-43). */
export interface BreakGlassReasons {
  readonly reasonCode: string;
  readonly reasonText: string;
}

/**
 * Emergency access for two hours by the database's clock (F-43), marked in the circle, told to every authorised member.
 * Renewing is a new grant with a new reason and new notices; it ends the one in course, so that one clock is shown and
 * two hours stay the most. The third in a day on the same record is shown to a supervisor (T6).
 */
export const breakGlass = useCase<CandidatePath & BreakGlassReasons, GivenAccess>({
  action: 'access.break-glass',
  access: () => ({}),
  async execute({ reasonCode, reasonText, ...path }, context) {
    const { tx, actor, audit, ids, now } = context;
    const reached = await reachCandidate(context, path);
    if (!reached.ok) return reached;
    const { recordId, relation, state } = reached.value;

    const text = checkFreeText(reasonText, '/reasonText');
    if (!text.ok) return fail({ code: 'invalid-request', fields: [text.failure] });
    const asked = { reasonCode, reasonText: text.value, relation, recordState: state, now };
    const grant = grantBreakGlass(asked);
    if (!grant.ok) return fail(refusal(grant.failure));

    const by = actingPerson(context);
    const former = await recentGrants(tx, recordId, by);
    const renewal = await endGrants(tx, recordId, actor.accountId);
    const { since, until } = await insertGrant(tx, by, { id: ids.next(), recordId, ...grant.value });
    const notifiedMembers = await announceToMembers(context, 'break-glass', recordId);
    audit
      .through('break-glass')
      .because(grant.value.reason)
      .detail('until', until.toISOString())
      .detail('renewal', renewal)
      .detail('notices', notifiedMembers);
    if (needsSupervisorAlert(former, now)) {
      audit.detail('alert', 'break-glass-repeated');
      await announceToSupervisor(context, recordId);
    }
    return ok({ recordId, mode: 'break-glass', since, until, now, notifiedMembers });
  },
});

function refusal(why: BreakGlassRefusal): Failure {
  switch (why) {
    case 'reason-code-unknown':
      return { code: 'invalid-request', fields: [{ pointer: '/reasonCode', code: why }] };
    case 'reason-text-too-short':
      return {
        code: 'invalid-request',
        fields: [{ pointer: '/reasonText', code: 'min-length', limit: BREAK_GLASS_TEXT_MIN }],
      };
    case 'already-member':
    case 'record-merged':
      return { code: why };
    default:
      // Withdrawn, or unknown to the rules: to whoever stands outside it is not there.
      return { code: 'search-not-found' };
  }
}

/** Gives an emergency access back before its two hours; the mark in the circle's history stays. */
export const endBreakGlass = useCase<{ readonly recordId: string }, null>({
  action: 'access.end-break-glass',
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId }, { tx, actor }) {
    return (await endGrants(tx, recordId, actor.accountId)) ? ok(null) : fail({ code: 'break-glass-ended' });
  },
});
