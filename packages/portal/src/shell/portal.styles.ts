import { css } from 'lit';

export const styles = css`
  :host { container-type: inline-size; min-block-size: 100vh; background: var(--s-surface); }
  .frame { display: flex; flex-direction: column; min-block-size: 100vh; }
  .skip { position: absolute; inset-inline-start: -999px; }
  .skip:focus { inset-inline-start: var(--s-space-2); inset-block-start: var(--s-space-2); z-index: 5; background: var(--s-surface-raised); padding: var(--s-space-2); }
  .bar { display: flex; align-items: center; gap: var(--s-space-2); padding: 0 var(--s-space-3); min-block-size: 56px; background: var(--s-surface-raised); border-block-end: 1px solid var(--s-line-soft); }
  .brand, .places { flex: none; }
  .brand { font-weight: 700; font-size: var(--s-font-lead); letter-spacing: 0.02em; color: var(--s-accent); text-decoration: none; }
  .places a { box-sizing: border-box; display: inline-flex; align-items: center; min-block-size: 56px; padding-inline: var(--s-space-3); color: var(--s-text); text-decoration: none; border-block-end: 3px solid transparent; border-block-start: 3px solid transparent; }
  .places a[aria-current='page'] { border-block-end-color: var(--s-accent); font-weight: 600; }
  .spring { flex: 1; }
  .bar-button, .menu > summary { display: inline-flex; align-items: center; gap: var(--s-space-2); min-block-size: 44px; min-inline-size: 44px; justify-content: center; padding-inline: var(--s-space-2); border: 0; border-radius: var(--s-radius); background: none; color: var(--s-text); font: inherit; cursor: pointer; list-style: none; }
  .menu > summary::-webkit-details-marker { display: none; }
  .bar-button:hover, .menu > summary:hover { background: var(--s-surface-sunken); }
  .menu { position: relative; }
  .menu .icon { fill: none; }
  .menu > summary[title] .icon { fill: currentColor; stroke: none; }
  .who { display: grid; text-align: start; line-height: 1.2; max-inline-size: 16rem; }
  .who span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .where { font-size: var(--s-font-small); color: var(--s-text-muted); }
  .sheet { position: absolute; z-index: 4; inset-block-start: calc(100% + 4px); display: grid; gap: 2px; inline-size: max-content; min-inline-size: 15rem; max-inline-size: min(22rem, 92vw); padding: var(--s-space-2); background: var(--s-surface-raised); border: 1px solid var(--s-line); border-radius: var(--s-radius-card); box-shadow: 0 8px 24px oklch(0.2 0.02 235 / 0.16); }
  .account .sheet { inset-inline-end: 0; }
  .sheet a, .sheet button { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s-space-2); min-block-size: 44px; padding: var(--s-space-2) var(--s-space-3); border: 0; border-radius: var(--s-radius); background: none; color: var(--s-text); font: inherit; text-align: start; text-decoration: none; cursor: pointer; }
  .sheet button strong { flex-basis: 100%; font-weight: 600; }
  .sheet a:hover, .sheet button:hover { background: var(--s-accent-soft); }
  .sheet-title { display: grid; gap: var(--s-space-1); padding: var(--s-space-2) var(--s-space-3) 0; font-size: var(--s-font-small); color: var(--s-text-muted); }
  .demo-line { padding: var(--s-space-1) var(--s-space-4); background: var(--s-surface-sunken); color: var(--s-text-muted); font-size: var(--s-font-small); text-align: center; }
  .soon { position: sticky; inset-block-start: 0; z-index: 6; display: flex; flex-wrap: wrap; gap: var(--s-space-3); align-items: center; justify-content: center; padding: var(--s-space-2); background: var(--s-warning-soft); color: var(--s-warning); border-block-end: 1px solid var(--s-warning); }
  main { flex: 1; inline-size: 100%; max-inline-size: 1200px; margin-inline: auto; padding: var(--s-space-6) var(--s-space-4) var(--s-space-8, 48px); }
  main > spico-provider { display: grid; gap: var(--s-space-4); min-inline-size: 0; }
  main h1 { font-size: var(--s-font-title); }
  .gate { inline-size: 100%; max-inline-size: 30rem; margin: 4vh auto; display: grid; gap: var(--s-space-4); padding: var(--s-space-6); background: var(--s-surface-raised); border: 1px solid var(--s-line-soft); border-radius: var(--s-radius-card); }
  .gate .brand { font-size: var(--s-font-display); }
  .gate-head { display: grid; gap: var(--s-space-1); }
  .gate-body { display: grid; gap: var(--s-space-3); }
  .initials { display: none; font-weight: 600; }
  .next-act { position: sticky; inset-block-end: 0; display: flex; justify-content: flex-end; padding-block: var(--s-space-3); background: linear-gradient(transparent, var(--s-surface) 35%); }
  .flow { display: grid; gap: var(--s-space-4); max-inline-size: 60rem; min-inline-size: 0; }
  .band { position: sticky; inset-block-start: 0; z-index: 3; }
  .sections { display: flex; gap: var(--s-space-1); overflow-x: auto; border-block-end: 1px solid var(--s-line-soft); }
  .sections a { flex: none; min-block-size: 44px; display: inline-flex; align-items: center; padding-inline: var(--s-space-3); color: var(--s-text); text-decoration: none; border-block-end: 3px solid transparent; }
  .sections a[aria-current='page'] { border-block-end-color: var(--s-accent); font-weight: 600; }
  .columns { display: grid; gap: var(--s-space-4); grid-template-columns: minmax(0, 1fr); align-items: start; }
  .accounts { display: grid; gap: var(--s-space-2); }
  .account-choice { inline-size: 100%; display: grid; gap: var(--s-space-1); padding: var(--s-space-3) var(--s-space-4); text-align: start; font: inherit; color: inherit; background: var(--s-surface-raised); border: 1px solid var(--s-line); border-radius: var(--s-radius); cursor: pointer; }
  .account-choice:hover { border-color: var(--s-accent); background: var(--s-accent-soft); }
  @container (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
  @container (max-width: 40rem) {
    .where { display: none; }
    .initials { display: inline; }
    .brand { display: none; }
    .gate .brand { display: inline; }
    .bar { gap: var(--s-space-1); }
    .who, .bar-button span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    main { padding: var(--s-space-4) var(--s-space-3) 48px; }
    .gate { margin: 0 auto; border: 0; border-radius: 0; }
    .next-act .button { inline-size: 100%; }
  }
  @media print { .bar, .next-act, .demo-line, .sections { display: none; } .band { position: static; } }
`;
