import { css, type CSSResult } from 'lit';
import { tokens } from './tokens.css.ts';

const ground = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
    color: var(--s-text);
    background: var(--s-surface);
    font-family: var(--spico-font, inherit);
    font-size: var(--s-font-body);
    line-height: 1.45;
    text-align: start;
    overflow-wrap: break-word;
    accent-color: var(--s-accent);
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h1, h2, h3, h4 {
    font-size: var(--s-font-lead);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
  }
  ul[role='list'], ol[role='list'] {
    list-style: none;
  }
  a {
    color: var(--s-accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--s-focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .notices:not(:empty) {
    padding-block-end: var(--s-space-3);
  }
  .notices:not(:has(.notice)) {
    display: none;
  }
  .muted {
    color: var(--s-text-muted);
  }
  .small {
    font-size: var(--s-font-small);
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  .stack {
    display: grid;
    gap: var(--s-space-4);
    justify-items: stretch;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-space-2) var(--s-space-3);
  }
  .card {
    background: var(--s-surface-raised);
    border: 1px solid var(--s-line-soft);
    border-radius: var(--s-radius-card);
    padding: var(--s-space-4);
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.25em;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
  @media print {
    :host {
      background: none;
      color: #000;
      container-type: normal;
    }
    .no-print, button, .notices {
      display: none !important;
    }
  }
`;

/** Tokens, the widget's ground, type and helpers. Every widget adopts it first: `static styles = [base, controls, own]`. */
export const base: CSSResult[] = [tokens, ground];
