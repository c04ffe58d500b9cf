import { type Handlers, route } from '../../http/handler.ts';
import type { Settings } from '../../platform/settings.ts';
import { toAccessToken } from './account.mapper.ts';
import { createSandboxToken, type IsOwn } from './sandbox-token.ts';

/** Tokens for pages that are not the portal's. */
export function tokenHandlers(settings: Settings, isOwnOrigin: IsOwn): Handlers {
  return {
    createSandboxToken: route('createSandboxToken', {
      useCase: createSandboxToken(settings, isOwnOrigin),
      command: ({ body }) => ({ professional: body.professional }),
      answer: (token) => ({ status: 201, body: toAccessToken(token) }),
    }),
  };
}
