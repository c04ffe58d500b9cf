import { checkDocument } from '@spico/domain/rules/identity/status';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { changeIdentity } from './change-identity.ts';
import { attachCopy } from './document-copy.repository.ts';
import type { RecordIdentity } from './record-identity.ts';
import { identityRefusal } from './refusals.ts';

/** A high-trust document that was checked, with its copy when one was deposited. */
export interface CheckedDocument {
  readonly type: string;
  readonly copyId?: string;
}

/** Declares that a high-trust document was checked against the traits (F-32, F-103). @param offers - what this installation accepts */
export const checkIdentityDocument = (offers: (type: string) => boolean) =>
  useCase<{ readonly recordId: string; readonly document: CheckedDocument }, RecordIdentity>({
    action: 'identity.check-document',
    sections: ['S01'],
    access: ({ recordId }) => ({ record: recordId }),
    async execute({ recordId, document: { type, copyId } }, context) {
      const { tx, actor } = context;
      return changeIdentity(context, recordId, async ({ identity }) => {
        const checked = offers(type) ? checkDocument(identity, type) : fail('not-a-high-trust-document' as const);
        if (!checked.ok) return fail(identityRefusal(checked.failure));
        if (copyId && !(await attachCopy(tx, copyId, actor, recordId))) {
          return fail({ code: 'invalid-request', fields: [{ pointer: '/copyId', code: 'copy-not-found' }] });
        }
        return ok({ identity: checked.value, event: 'document-checked', checked: copyId ? { copyId } : {} });
      });
    },
  });
