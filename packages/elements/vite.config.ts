import { defineConfig } from 'vite';

/** Only for looking at the gallery: the sources of the other packages, no build. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source', 'module', 'browser', 'default'] },
});
