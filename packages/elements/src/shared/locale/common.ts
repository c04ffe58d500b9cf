import french from './common.fr.ts';
import { defineMessages, type Translate } from './translate.ts';

/** Shared words, `common.<key>` for a host that overrides one. */
export const commonMessages = defineMessages('common', french, { en: () => import('./common.en.ts') });

/** What the primitives take as `words`; a widget passes `this.words`. */
export type Words = Translate<typeof french>;
