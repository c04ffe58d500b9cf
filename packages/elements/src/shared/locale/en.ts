/**
 * English for the whole page at once, for hosts that prefer not to see French until it arrives:
 * `import { preloadEnglish } from '@spico/elements/locales/en'; await preloadEnglish();` after the widgets' own imports.
 * Without it each part fetches its English when it is needed.
 */
import { loadEverywhere } from './translate.ts';

export const preloadEnglish = (): Promise<void> => loadEverywhere('en');
