import { fail, ok } from '@spico/domain/values/outcome';
import { type ProSanteConnect, ProSanteConnectError } from '../../connectors/pro-sante-connect/index.ts';
import { type Handlers, route, routeInSteps } from '../../http/handler.ts';
import type { Settings } from '../../platform/settings.ts';
import { toAccessToken, toTokenExchangeResponse } from './account.mapper.ts';
import { admitClient, exchangeToken, noteRefusedToken } from './exchange-token.ts';
import { run } from './run-step.ts';
import { createSandboxToken, type IsOwn } from './sandbox-token.ts';

/** Tokens for pages that are not the portal's. */
export function tokenHandlers(settings: Settings, psc: ProSanteConnect | undefined, isOwnOrigin: IsOwn): Handlers {
  return {
    exchangeToken: routeInSteps('exchangeToken', {
      useCase: admitClient,
      async run(runner, { body, client, caller }) {
        const scopes = body.scope?.split(' ').filter(Boolean);
        const admitted = await run(runner, admitClient, { client, origin: body.origin, scopes }, caller);
        if (!admitted.ok) return admitted;
        if (!psc) return fail({ code: 'service-unavailable' });
        const presented = await psc.present(body.subject_token).catch((error: unknown) => {
          if (error instanceof ProSanteConnectError) return error;
          throw error;
        });
        if (presented instanceof ProSanteConnectError) {
          if (presented.code === 'unavailable') return fail({ code: 'service-unavailable', retryAfterSeconds: 5 });
          const refused = { clientId: admitted.value.client.id, why: presented.code };
          return run(runner, noteRefusedToken, refused, caller);
        }
        const exchanged = await run(
          runner,
          exchangeToken,
          {
            ...admitted.value,
            presented,
            practiceId: body.practice_id,
            idleSeconds: settings.sessionIdleSeconds,
            anySoftware: settings.demo,
          },
          caller,
        );
        return exchanged.ok ? ok({ status: 200, body: toTokenExchangeResponse(exchanged.value) }) : exchanged;
      },
    }),
    createSandboxToken: route('createSandboxToken', {
      useCase: createSandboxToken(settings, isOwnOrigin),
      command: ({ body }) => ({ professional: body.professional }),
      answer: (token) => ({ status: 201, body: toAccessToken(token) }),
    }),
  };
}
