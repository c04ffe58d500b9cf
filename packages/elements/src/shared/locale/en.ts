/**
 * English for the whole page at once, for hosts that prefer not to wait for it: `import '@spico/elements/locales/en'`
 * then `preloadEnglish()`. Without it each part fetches its English when it is needed.
 */
import { loadLocale } from './translate.ts';
import { commonMessages } from './common.ts';
import { problemMessages } from '../problem-message.ts';

export async function preloadEnglish(): Promise<void> {
  await Promise.all([loadLocale(commonMessages, 'en'), loadLocale(problemMessages, 'en')]);
}
