import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = {
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
};

/** Every story is a test: it renders, plays its part, and passes axe. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
  resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
  test: {
    name: 'stories',
    testTimeout: 30_000,
    maxWorkers: 2,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
      // Without motion, what has appeared is visible: a dialog is not looked at in the middle of its fade.
      provider: playwright({ launchOptions: chromium, contextOptions: { reducedMotion: 'reduce' } }),
    },
  },
});
