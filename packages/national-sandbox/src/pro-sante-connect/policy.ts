import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

/** The words of a request parameter, none when it is absent. */
const words = (parameter: unknown): readonly string[] => (typeof parameter === 'string' ? parameter.split(' ') : []);

/** Every request asks again, even inside a session: in a demonstration one person plays several. `prompt=none` still works. */
export function policy(): interactionPolicy.Prompt[] {
  const prompts = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const asksForLevel = (ctx: KoaContextWithOIDC): boolean => words(ctx.oidc.params?.acr_values).includes('eidas1');
  prompts
    .get('login')
    ?.checks.add(
      new Check('level_missing', 'acr_values=eidas1 is mandatory', 'invalid_request', (ctx) => !asksForLevel(ctx)),
    );
  prompts.get('login')?.checks.add(
    new Check('choose_professional', 'a professional has to be chosen', 'login_required', (ctx) => {
      const asked = words(ctx.oidc.params?.prompt);
      return !asked.includes('none') && !ctx.oidc.result?.login;
    }),
  );
  return prompts;
}
