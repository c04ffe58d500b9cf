import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .day {
    display: grid;
    gap: 0;
  }
  .day h3 {
    padding-block: var(--s-space-2);
    font-size: var(--s-font-label);
    color: var(--s-text-muted);
  }
  .day h3::first-letter {
    text-transform: uppercase;
  }
  .entry {
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr);
    gap: 2px var(--s-space-3);
    padding-block: var(--s-space-2);
    border-block-start: 1px solid var(--s-line-soft);
  }
  .entry time {
    font-variant-numeric: tabular-nums;
    color: var(--s-text-muted);
  }
  .entry .text {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .marks {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--s-space-1);
    vertical-align: middle;
  }
  .end {
    display: grid;
    justify-items: center;
    gap: var(--s-space-2);
    padding-block-start: var(--s-space-2);
  }
`;
