import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The design room: every widget in every state, on the typed mock handlers that tests and docs use too. */
const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.stories.ts', '../*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest', 'msw-storybook-addon'],
  staticDirs: ['../public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      // Stories show the sources: a change is seen at once, and nothing has to be built first.
      resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
      server: { fs: { allow: [here('../..')] } },
    }),
};

export default config;
