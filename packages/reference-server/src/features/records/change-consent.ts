import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { lockIdentity, nextVersion } from '../identity/index.ts';
import { CONSENT_NOTICE_VERSION } from '../reference/index.ts';
import { readConsent } from './consent.ts';
import { type OpenedRecord, readRecord } from './open-record.query.ts';
import { insertConsent } from './records.repository.ts';

export interface StatedConsent {
  readonly givenBy: string;
  readonly mode: string;
  readonly collectedOn: string;
}

/** Records the consent anew (F-31), under the notice in force today. */
export const changeConsent = useCase<{ readonly recordId: string; readonly consent: StatedConsent }, OpenedRecord>({
  action: 'consent.change',
  sections: ['S02'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId, consent }, context) {
    const { tx, actor, clock, session } = context;
    const { version, identity } = await lockIdentity(tx, recordId);
    const stale = context.stale(version);
    if (stale) return fail(stale);
    const when = { birthDate: identity.traits.birthDate, today: clock.today() };
    const read = readConsent(consent, when, '');
    if (!read.ok) return fail({ code: 'invalid-request', fields: read.failure });
    const author = { accountId: actor.accountId, practiceId: session.practiceId };
    const stated = { ...read.value, noticeVersion: CONSENT_NOTICE_VERSION };
    await insertConsent(tx, recordId, await nextVersion(tx, recordId), stated, author);
    return ok(await readRecord(context, recordId, context.relation, { wroteConsent: true }));
  },
});
