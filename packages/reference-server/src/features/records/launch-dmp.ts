import { fail, ok } from '@spico/domain/values/outcome';
import { dmpLaunchUrl } from '../../connectors/dmp/index.ts';
import { useCase } from '../../platform/use-case.ts';
import { readRecord } from './open-record.query.ts';

/**
 * The address of the person's DMP in context (F-100, F-101): a Pro Santé Connect session and a qualified identity, nothing less.
 * @param template - undefined where the DMP is not offered
 */
export const launchDmp = (template: string | undefined) =>
  useCase<{ readonly recordId: string }, string>({
    action: 'dmp.launch',
    sections: ['S01'],
    // The status of the identity is not known before the record is read: it is judged below, before anything leaves.
    access: ({ recordId }) => ({ record: recordId, facts: { identityQualified: true } }),
    async execute({ recordId }, context) {
      const { record, dmp } = await readRecord(context, recordId, context.relation);
      const { ins } = record.identity;
      if (!dmp.allowed || !ins || template === undefined) return fail({ code: 'dmp-not-available' });
      return ok(dmpLaunchUrl(template, { ins: ins.matricule + ins.key, oid: ins.oid }));
    },
  });
