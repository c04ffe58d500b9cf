import { editStrictTraits } from '@spico/domain/rules/identity/status';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { countLookUp, readTraits } from '../patient-search/index.ts';
import { changeIdentity } from './change-identity.ts';
import { type ComplementaryInput, readComplementary } from './complementary.ts';
import type { RecordIdentity } from './record-identity.ts';

/** Corrects traits (F-47). A strict trait changed: back to provisional, the INS and the document check to history. */
export const correctIdentity = useCase<
  { readonly recordId: string; readonly traits: IdentityTraits; readonly complementary?: ComplementaryInput },
  RecordIdentity
>({
  action: 'identity.correct-traits',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, traits, complementary }, context) {
    return changeIdentity(context, recordId, async (before) => {
      const read = readTraits(traits, context.clock.today());
      const used = readComplementary(before.complementary, complementary);
      if (!read.ok || !used.ok) {
        const fields = [...(read.ok ? [] : read.failure), ...(used.ok ? [] : used.failure)];
        return fail({ code: 'invalid-request', fields });
      }
      const limited = await countLookUp(context, before.identity.traits, read.value);
      if (limited) return fail(limited);
      const identity = editStrictTraits(before.identity, read.value);
      return ok({ identity, complementary: used.value, event: 'traits-corrected' });
    });
  },
});
