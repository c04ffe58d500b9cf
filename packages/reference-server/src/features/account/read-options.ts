import { ok } from '@spico/domain/values/outcome';
import { readMailSettings } from '../../connectors/mail/index.ts';
import { readProSanteConnectSettings } from '../../connectors/pro-sante-connect/index.ts';
import type { Settings } from '../../platform/settings.ts';
import { publicUseCase } from '../../platform/use-case.ts';

/** The ways in that this installation offers. */
export interface SignInOptions {
  readonly signInMethods: readonly ('pro-sante-connect' | 'one-time-code')[];
  readonly sandbox: boolean;
  readonly mailboxUrl?: string;
}

export function readOptions({ services, demo }: Settings) {
  const mailboxUrl = services['SPICO_SANDBOX_MAILBOX_URL'];
  const options: SignInOptions = {
    signInMethods: [
      ...(readProSanteConnectSettings(services) ? (['pro-sante-connect'] as const) : []),
      ...(readMailSettings(services) ? (['one-time-code'] as const) : []),
    ],
    sandbox: demo,
    ...(demo && mailboxUrl ? { mailboxUrl } : {}),
  };
  return publicUseCase<undefined, SignInOptions>({ action: 'account.read-options', execute: async () => ok(options) });
}
