import { base, controls } from '@spico/elements/toolkit';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { fetchWords, type Language, type ShellWords, wordsFor } from '../words/index.ts';

/** What the shell's parts share: the widgets' look and the words of the moment. */
export abstract class ShellElement extends LitElement {
  static override styles: CSSResultGroup = [base, controls];

  @property() language: Language = 'fr';

  protected get words(): ShellWords {
    const words = wordsFor(this.language);
    if (words.locale !== this.language) void fetchWords(this.language).then((came) => came && this.requestUpdate());
    return words;
  }
}
