/** Every token with its value, use and contrast, drawn from the list itself under the theme and density of the toolbar. */
import { SpicoElement } from '@spico/elements';
import { base, controls } from '@spico/elements/toolkit';
import { css, type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { styleTheSwatches } from './swatches.ts';
import tokens from '../../packages/elements/src/shared/styles/tokens.json' with { type: 'json' };

type Size = { value: string; compact?: string; use: string };

/** Grounds are read against text, everything else against the ground of a widget. */
const isGround = (name: string): boolean => /^surface|-soft$/.test(name) && name !== 'line-soft';
export const partnerOf = (name: string): string =>
  isGround(name) ? 'text' : name.startsWith('on-') ? name.slice(3) : 'surface';

class TokenPage extends SpicoElement {
  static override styles: CSSResultGroup = [
    base,
    controls,
    css`
      .swatch {
        display: block;
        inline-size: 3rem;
        block-size: 1.5rem;
        border: 1px solid var(--s-line);
        border-radius: var(--s-radius);
        /* Measured as soon as it is there. */
        transition: none;
      }
      .length {
        display: block;
        block-size: 0.75rem;
        background: var(--s-accent);
        max-inline-size: 6rem;
      }
      td,
      th {
        overflow-wrap: anywhere;
        text-align: start;
      }
    `,
  ];

  @state() private contrasts: Readonly<Record<string, number>> = {};

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Measured once painted; the words follow in a display of their own.
    requestAnimationFrame(() => {
      const contrasts = styleTheSwatches(this.renderRoot, partnerOf);
      if (JSON.stringify(contrasts) !== JSON.stringify(this.contrasts)) this.contrasts = contrasts;
    });
  }

  #colours(): TemplateResult {
    return html`<table class="table">
      <caption>
        Colours
      </caption>
      <thead>
        <tr><th scope="col">Property</th><th scope="col">Now</th><th scope="col">Contrast</th><th scope="col">Use</th></tr>
      </thead>
      <tbody>
        ${Object.entries(tokens.colours).map(
          ([name, { use }]) => html`<tr>
            <th scope="row"><code>--spico-${name}</code></th>
            <td><span class="swatch" data-token=${name}></span></td>
            <td>${this.contrasts[name]?.toFixed(1) ?? nothing} with ${partnerOf(name)}</td>
            <td>${use}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #sizes(): TemplateResult {
    return html`<table class="table">
      <caption>
        Type, space, shape
      </caption>
      <thead>
        <tr><th scope="col">Property</th><th scope="col">Comfortable</th><th scope="col">Compact</th><th scope="col">Use</th></tr>
      </thead>
      <tbody>
        ${Object.entries<Size>(tokens.sizes).map(
          ([name, { value, compact, use }]) => html`<tr>
            <th scope="row"><code>--spico-${name}</code></th>
            <td><code>${value}</code><span class="length" data-length=${name}></span></td>
            <td>${compact ? html`<code>${compact}</code>` : 'the same'}</td>
            <td>${use}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  override render(): TemplateResult {
    return html`<section class="card stack" aria-label="Tokens">
      <h2>Tokens</h2>
      <p>
        Set <code>--spico-…</code> on any ancestor of a widget. High contrast does not listen to brand colours.
        <a href=${tokensFile} download="spico-tokens.json">The list as JSON, for design tools</a>
      </p>
      ${this.#colours()} ${this.#sizes()}
    </section>`;
  }
}

const tokensFile = `data:application/json,${encodeURIComponent(JSON.stringify(tokens))}`;
if (!customElements.get('design-tokens')) customElements.define('design-tokens', TokenPage);

declare global {
  interface HTMLElementTagNameMap {
    'design-tokens': TokenPage;
  }
}
