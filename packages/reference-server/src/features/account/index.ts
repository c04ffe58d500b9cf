/** Sign-in, sessions, the account switcher, tokens for embedding software (F-04, F-06 to F-09, F-12, F-201). */
import type { Feature, FeatureDeps } from '../../app.ts';
import { createProSanteConnect } from '../../connectors/pro-sante-connect/index.ts';
import { createMailer } from '../../connectors/mail/index.ts';
import type { Handlers } from '../../http/handler.ts';
import { isOwn, ownNames } from '../../http/security.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { keyFor } from '../../platform/keys.ts';
import { oneTimeCodeJob } from './one-time-code.job.ts';
import { sessionHandlers } from './session.routes.ts';
import { signInHandlers } from './sign-in.routes.ts';
import { tokenHandlers } from './token.routes.ts';

function handlers({ settings }: FeatureDeps): Handlers {
  const psc = createProSanteConnect(settings.services);
  const idTokenKey = keyFor(settings, 'id-tokens');
  const own = { own: settings.publicOrigin, alsoOwn: ownNames(settings) };
  const isOwnOrigin = (origin: string) => isOwn(own, origin);
  const codeKey = keyFor(settings, 'one-time-codes');
  return {
    ...signInHandlers({ settings, psc, idTokenKey, codeKey, isOwnOrigin }),
    ...sessionHandlers(settings, psc, idTokenKey),
    ...tokenHandlers(settings, psc, isOwnOrigin),
  };
}

function jobs({ settings }: FeatureDeps): readonly JobDefinition[] {
  return [oneTimeCodeJob(keyFor(settings, 'one-time-codes'), () => createMailer(settings.services))];
}

export { demoKeys, demoProfessional } from './demo-professional.ts';
export {
  endPractice,
  findByLoginEmail,
  findByNationalId,
  type Individual,
  insertPractice,
  insertProfessional,
  insertStructureAccount,
  type NewPractice,
  type NewProfessional,
} from './professional.repository.ts';

export { type ClientRegistration, registerClient } from './register-client.ts';

export const account: Feature = { handlers, jobs };
