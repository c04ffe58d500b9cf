import { acceptIns, refuseIns } from '@spico/domain/rules/identity/status';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { changeIdentity } from './change-identity.ts';
import { takeInsQuery } from './ins-query.repository.ts';
import { sameTraits } from './same-traits.ts';
import type { RecordIdentity } from './record-identity.ts';
import { identityRefusal } from './refusals.ts';

/** What a person decided after comparing (F-36, F-37). */
export interface InsDecision {
  readonly insQueryId: string;
  readonly decision: 'accept' | 'refuse';
  /** The identity document was looked at again, against the retrieved traits. */
  readonly documentConfirmed: boolean;
}

/**
 * Accepts or refuses the INS found for an existing record. Accepting overwrites the traits by the answer the server kept;
 * the typed ones stay in history. Refusing changes nothing but the history.
 */
export const decideRecordIns = useCase<{ readonly recordId: string; readonly decided: InsDecision }, RecordIdentity>({
  action: 'identity.decide-ins',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, decided: { insQueryId, decision, documentConfirmed } }, context) {
    const { tx, actor, audit } = context;
    audit.detail('decision', decision);
    return changeIdentity(context, recordId, async ({ identity }) => {
      const query = await takeInsQuery(tx, actor, { id: insQueryId, recordId });
      // The question was about traits; if they have changed since, nobody compared these.
      if (!query?.found || !sameTraits(query.traits, identity.traits)) return fail({ code: 'ins-query-not-found' });
      if (decision === 'refuse') return ok({ identity: refuseIns(identity), event: 'ins-refused' });
      const accepted = acceptIns(identity, query.found, { documentConfirmed });
      return accepted.ok
        ? ok({ identity: accepted.value, event: 'ins-accepted' })
        : fail(identityRefusal(accepted.failure));
    });
  },
});
