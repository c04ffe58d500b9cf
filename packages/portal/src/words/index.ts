import { defineMessages, loadLocale, type Translate, translator } from '@spico/elements/toolkit';
import french from './fr.ts';

const messages = defineMessages('portal', french, { en: () => import('./en.ts') });

export type ShellWords = Translate<typeof french>;
export type Language = 'fr' | 'en';

export const wordsFor = (language: Language): ShellWords => translator(messages, language);
/** Fetches a language; false when it could not come (the words stay French). */
export const fetchWords = (language: Language): Promise<boolean> => loadLocale(messages, language);
