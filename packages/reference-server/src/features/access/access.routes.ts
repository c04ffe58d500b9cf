import { type Handlers, route } from '../../http/handler.ts';
import { toAccessGranted } from './access.mapper.ts';
import { breakGlass, endBreakGlass } from './break-glass.ts';
import { requestMembership } from './request-membership.ts';
import { selfEnrol } from './self-enrol.ts';

const location = (recordId: string) => ({ location: `/api/v1/records/${recordId}` });

export function accessHandlers(): Handlers {
  return {
    selfEnrol: route('selfEnrol', {
      useCase: selfEnrol,
      command: ({ params, body }) => ({ ...params, consent: body.consent }),
      answer: (given) => ({ status: 201, headers: location(given.recordId), body: toAccessGranted(given) }),
    }),
    breakGlass: route('breakGlass', {
      useCase: breakGlass,
      command: ({ params, body }) => ({ ...params, ...body }),
      answer: (given) => ({ status: 201, headers: location(given.recordId), body: toAccessGranted(given) }),
    }),
    requestMembership: route('requestMembership', {
      useCase: requestMembership,
      command: ({ params, body }) => ({ ...params, ...body }),
      answer: ({ requestedAt }) => ({ status: 202, body: { requestedAt: requestedAt.toISOString() } }),
    }),
    endBreakGlass: route('endBreakGlass', {
      useCase: endBreakGlass,
      command: ({ params }) => params,
      answer: () => ({ status: 204 }),
    }),
  };
}
