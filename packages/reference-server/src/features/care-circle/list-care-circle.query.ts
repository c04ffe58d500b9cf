import { ok } from '@spico/domain/values/outcome';
import { statement } from '../../platform/db.ts';
import type { AccessMode } from '../../platform/schema.ts';
import { useCase } from '../../platform/use-case.ts';
import { type Professional, professionalJson } from '../reference/index.ts';

/** One way somebody has, or had, to the record (F-55). */
export interface CircleMember {
  readonly memberId: string;
  readonly professional: Professional;
  readonly accessMode: Exclude<AccessMode, 'none'>;
  readonly since: Date;
  readonly until: Date | null;
  readonly current: boolean;
  /** Break-glass only. */
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
}

// The practice that speaks for a member is the one he acted with where that is known, else the first one still open.
const circle = `
  select w.id as "memberId", ${professionalJson('a', 'p')} as professional, w.mode as "accessMode", w.since, w.until,
    w.until is null or w.until > $2 as current, w.reason_code as "reasonCode", w.reason_text as "reasonText"
  from (
    select id, account_id, mode, since, ended_at as until, null::uuid as practice_id,
      null as reason_code, null as reason_text
    from record_membership where record_id = $1
    union all
    select id, account_id, 'break-glass', granted_at, coalesce(ended_at, expires_at), practice_id, reason_code, reason_text
    from break_glass_grant where record_id = $1
  ) w
  join account a on a.id = w.account_id
  left join lateral (
    select * from practice where account_id = a.id
    order by id is not distinct from w.practice_id desc, ended_at nulls first, id limit 1
  ) p on true
  order by w.until is not null and w.until <= $2, case when w.until <= $2 then w.until end desc, w.mode = 'break-glass', w.since, w.id
  limit 1000`;

/** Who shares the record and how each got in; current ways first, ended ones last, the latest ended first. */
export const listCareCircle = useCase<
  { readonly recordId: string },
  { members: readonly CircleMember[]; reader: string }
>({
  action: 'care-circle.read',
  sections: ['S03'],
  access: ({ recordId }) => ({ record: recordId }),
  async execute({ recordId }, { tx, actor, clock }) {
    const members = await statement<CircleMember>(tx, circle, [recordId, clock.now()]);
    return ok({ members, reader: actor.accountId });
  },
});
