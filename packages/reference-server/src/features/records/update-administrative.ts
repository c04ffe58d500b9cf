import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { lockIdentity, nextVersion } from '../identity/index.ts';
import { type ContactInput, readContact } from './contact.ts';
import { type OpenedRecord, readRecord } from './open-record.query.ts';
import { findContact, insertContact } from './records.repository.ts';

/** Changes the e-mail or mobile number of the person (F-28, F-65); the former ones stay in their own rows. */
export const updateAdministrative = useCase<
  { readonly recordId: string; readonly contact: ContactInput },
  OpenedRecord
>({
  action: 'records.update-administrative',
  sections: ['S01'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, contact }, context) {
    const { tx, actor } = context;
    const { version } = await lockIdentity(tx, recordId);
    const stale = context.stale(version);
    if (stale) return fail(stale);
    const read = readContact(await findContact(tx, recordId), contact, '');
    if (!read.ok) return fail({ code: 'invalid-request', fields: read.failure });
    await insertContact(tx, recordId, await nextVersion(tx, recordId), read.value, actor.accountId);
    return ok(await readRecord(context, recordId, context.relation));
  },
});
