import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { checkFreeText } from '../identity/index.ts';
import { insertMembershipRequest } from './access.repository.ts';
import { announceToMembers } from './notices.ts';
import { actingPerson, type CandidatePath, reachCandidate } from './reach-candidate.ts';

/**
 * Asks the members who may add somebody, who stay unnamed, and uncounted, until one answers (features.md 1.13). Once per
 * record, person and day. The answer is the same when nobody in the circle may add.
 */
export const requestMembership = useCase<CandidatePath & { readonly message?: string }, { readonly requestedAt: Date }>(
  {
    action: 'access.request-membership',
    access: () => ({}),
    async execute({ message: typed = '', ...path }, context) {
      const { tx, audit, clock, ids } = context;
      const reached = await reachCandidate(context, path);
      if (!reached.ok) return reached;
      const { recordId, state } = reached.value;
      if (state !== 'open') return fail({ code: 'forbidden', reason: 'record-closed' });

      const message = typed.trim() === '' ? ok(undefined) : checkFreeText(typed, '/message');
      if (!message.ok) return fail({ code: 'invalid-request', fields: [message.failure] });
      const kept = await insertMembershipRequest(tx, actingPerson(context), {
        id: ids.next(),
        recordId,
        message: message.value,
        today: clock.today(),
      });
      if ('secondsLeft' in kept) return fail({ code: 'rate-limited', retryAfterSeconds: kept.secondsLeft });
      audit.detail('notices', await announceToMembers(context, 'membership-request', recordId));
      return ok(kept);
    },
  },
);
