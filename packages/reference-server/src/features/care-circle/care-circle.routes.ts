import type { components } from '@spico/contract/schema';
import { type Handlers, route } from '../../http/handler.ts';
import { toProfessionalRef } from '../reference/index.ts';
import { type CircleMember, listCareCircle } from './list-care-circle.query.ts';

export function careCircleHandlers(): Handlers {
  return {
    listCareCircle: route('listCareCircle', {
      useCase: listCareCircle,
      command: ({ params }) => params,
      answer: ({ members, reader }) => ({
        status: 200,
        body: { items: members.map((member) => toMember(member, reader)) },
      }),
    }),
  };
}

function toMember(member: CircleMember, reader: string): components['schemas']['CareCircleMember'] {
  const { memberId, professional, accessMode, since, until, current, reasonCode, reasonText } = member;
  return {
    memberId,
    professional: toProfessionalRef(professional),
    accessMode,
    since: since.toISOString(),
    ...(until ? { until: until.toISOString() } : {}),
    current,
    ...(reasonCode ? { reasonCode } : {}),
    ...(reasonText ? { reasonText } : {}),
    isReader: professional.accountId === reader,
  };
}
