/** Sign-in, sessions, the account switcher, tokens for embedding software (F-04, F-06 to F-09, F-12, F-201). */
import type { Feature, FeatureDeps } from '../../app.ts';
import { createProSanteConnect } from '../../connectors/pro-sante-connect/index.ts';
import type { Handlers } from '../../http/handler.ts';
import { isOwn, ownNames } from '../../http/security.ts';
import { keyFor } from '../../platform/keys.ts';
import { sessionHandlers } from './session.routes.ts';
import { tokenHandlers } from './token.routes.ts';

function handlers({ settings }: FeatureDeps): Handlers {
  const psc = createProSanteConnect(settings.services);
  const idTokenKey = keyFor(settings, 'id-tokens');
  const own = { own: settings.publicOrigin, alsoOwn: ownNames(settings) };
  return {
    ...sessionHandlers(settings, psc, idTokenKey),
    ...tokenHandlers(settings, (origin) => isOwn(own, origin)),
  };
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

export const account: Feature = { handlers };
