/** The manifest: what integrators' editors, the documentation and the story controls read. */
const hidden = (member) =>
  member.privacy === 'private' || member.privacy === 'protected' || member.name?.startsWith('#');
/** Lit's own and inherited plumbing is no public API. */
const plumbing = new Set(['styles', 'version', 'environment', 'render']);

export default {
  globs: ['src/widgets/**/*.ts', 'src/shared/element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.{fr,en,styles,model,controller}.ts'],
  litelement: true,
  outdir: '.',
  plugins: [
    {
      name: 'public-members-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            // The event that asks the page for a provider is plumbing between our own elements.
            declaration.events = declaration.events?.filter((event) => event.name?.startsWith('spico-'));
            if (declaration.members) {
              declaration.members = declaration.members.filter(
                (member) => !hidden(member) && !plumbing.has(member.name),
              );
            }
          }
        }
      },
    },
  ],
};
