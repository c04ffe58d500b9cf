import { replaceFlags } from '@spico/domain/rules/identity/status';
import type { IdentityFlag } from '@spico/domain/values/identity/traits';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { changeIdentity } from './change-identity.ts';
import { checkFreeText } from './free-text.ts';
import type { RecordIdentity } from './record-identity.ts';
import { identityRefusal } from './refusals.ts';

/** Marks or clears homonym, doubtful, fictitious, with the reason (F-33). Doubtful and fictitious take the INS away. */
export const setIdentityFlags = useCase<
  { readonly recordId: string; readonly flags: readonly IdentityFlag[]; readonly reason: string },
  RecordIdentity
>({
  action: 'identity.set-flags',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, flags, reason }, context) {
    const text = checkFreeText(reason, '/reason');
    if (!text.ok) return fail({ code: 'invalid-request', fields: [text.failure] });
    context.audit.detail('flags', flags.join(' '));
    return changeIdentity(context, recordId, ({ identity }) => {
      const flagged = replaceFlags(identity, flags, text.value);
      return flagged.ok
        ? ok({ identity: flagged.value, event: 'flags-set', reason: text.value })
        : fail(identityRefusal(flagged.failure));
    });
  },
});
