import type { components } from '@spico/contract/schema';
import { type Professional, professionInWords, toProfessionalRef } from '../reference/index.ts';
import type { MeView } from './read-me.ts';
import type { AccountChoice, IssuedToken } from './session.repository.ts';
import type { SessionView } from './session-view.ts';

type Schemas = components['schemas'];

/** One line of the switcher. */
function toAccountChoice(choice: AccountChoice): Schemas['AccountChoice'] {
  const { accountId, practiceId, kind, label, professionSystem: system, professionCode: code, structureName } = choice;
  const { labelFr, labelEn } = professionInWords(system, code);
  return {
    accountId,
    kind,
    label,
    ...(practiceId === undefined ? {} : { practiceId }),
    ...(system === null || code === null ? {} : { profession: { system, code, labelFr, labelEn } }),
    ...(structureName === null ? {} : { structureName }),
  };
}

/** The session as the portal shows it. A locked screen says whose it is, and nothing more. */
export function toSession({ session, choices, current, state }: SessionView): Schemas['Session'] {
  const locked = state === 'locked';
  return {
    state,
    displayName: session.displayName,
    signInMethod: session.assurance === 'otp' ? 'one-time-code' : 'pro-sante-connect',
    accounts: locked ? [] : choices.map(toAccountChoice),
    ...(current && !locked ? { current: toAccountChoice(current) } : {}),
    idleSeconds: session.idleSeconds,
    idleExpiresAt: session.idleExpiresAt.toISOString(),
    absoluteExpiresAt: session.absoluteExpiresAt.toISOString(),
  };
}

export function toAccessToken({ token, expiresInSeconds }: IssuedToken): Schemas['AccessToken'] {
  return { accessToken: token, tokenType: 'Bearer', expiresInSeconds };
}

/** The answer of the token exchange, in the words of RFC 8693. */
export function toTokenExchangeResponse(
  given: IssuedToken & { readonly scopes: readonly string[] },
): Schemas['TokenExchangeResponse'] {
  return {
    access_token: given.token,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: given.expiresInSeconds,
    scope: given.scopes.join(' '),
  };
}

/** Who a token stands for. */
export function toMe(me: MeView): Schemas['Me'] {
  const { professional, kind, assurance, clientName, clientScopes, mayCreateRecords } = me;
  return {
    professional: toProfessionalRef(professional satisfies Professional),
    kind,
    assurance,
    clientScopes: [...clientScopes],
    mayCreateRecords,
    ...(clientName === undefined ? {} : { clientName }),
  };
}
