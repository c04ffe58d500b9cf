import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import addonMsw from 'msw-storybook-addon';
import { setupWorker } from 'msw/browser';
import { configure } from 'storybook/test';
import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };
import { demoToken } from '../support/scenario.ts';
import './preview.css';

// Queries stand on shadow roots, which the library's own error cannot print.
// A first English sentence arrives with a file of its own: on a busy machine that takes more than a second.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? 'nothing was found') });

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ hideArgRef: true });

/** A worker address relative to the page, so that the built Storybook can live under any folder. */
async function startWorker() {
  const worker = setupWorker();
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } });
  return worker;
}

const choices = <const Icon extends string>(title: string, icon: Icon, items: Record<string, string>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    items: Object.entries(items).map(([value, label]) => ({ value, title: label })),
    dynamicTitle: true,
  },
});

export default definePreview({
  tags: ['autodocs'],
  addons: [addonDocs(), addonA11y(), addonMsw(startWorker)],
  globalTypes: {
    theme: choices('Theme', 'paintbrush', { light: 'Light', dark: 'Dark', contrast: 'High contrast' }),
    density: choices('Density', 'component', { comfortable: 'Comfortable', compact: 'Compact' }),
    locale: choices('Language', 'globe', { fr: 'Français', en: 'English' }),
    room: choices('Width', 'grow', { full: 'Full', narrow: '320 px', medium: '768 px' }),
  },
  initialGlobals: { theme: 'light', density: 'comfortable', locale: 'fr', room: 'full' },
  decorators: [
    (story, { globals }) => html`
      <div class="room" data-room=${globals['room'] as string} data-theme=${globals['theme'] as string} lang=${globals['locale'] as string}>
        <spico-provider
          api-base="/api/v1"
          locale=${globals['locale'] as string}
          theme=${globals['theme'] as string}
          density=${globals['density'] as string}
          .getToken=${demoToken}
        >${story()}</spico-provider>
      </div>
    `,
  ],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    // An accessibility finding fails the run: the stories are the proof of F-206.
    a11y: { test: 'error' },
    // Each story in its own frame: a shared page would let the last story's handlers answer for all of them.
    docs: { story: { inline: false, height: '420px' } },
  },
});
