import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .page-title {
    font-size: var(--s-font-title);
    inline-size: fit-content;
    margin-block-end: var(--s-space-1);
  }
  .candidates {
    display: grid;
    gap: var(--s-space-4);
  }
  .candidate {
    display: grid;
    gap: var(--s-space-3);
  }
  .candidate-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-space-2) var(--s-space-3);
  }
  .candidate-head h3 {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .traits {
    display: grid;
    gap: var(--s-space-2);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
  }
  .trait {
    padding: var(--s-space-1) var(--s-space-2);
    border-inline-start: 2px solid var(--s-line-soft);
    min-inline-size: 0;
  }
  .trait dt {
    font-size: var(--s-font-small);
    color: var(--s-text-muted);
  }
  .trait dt::first-letter {
    text-transform: uppercase;
  }
  .trait dd {
    display: grid;
    overflow-wrap: anywhere;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }
  .trait dd .small {
    font-weight: 400;
  }
  .trait.differs {
    background: var(--s-warning-soft);
    border-inline-start: 3px solid var(--s-warning);
    border-radius: 0 var(--s-radius) var(--s-radius) 0;
  }
  .trait.differs .icon {
    color: var(--s-warning);
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-space-1) var(--s-space-2);
    color: var(--s-text-muted);
    font-size: var(--s-font-label);
  }
  .aside > span {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }
  .asked {
    margin-inline-end: auto;
  }
  .which {
    display: grid;
    gap: var(--s-space-2);
    max-inline-size: 68ch;
  }
  .none {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    padding-block-start: var(--s-space-3);
    border-block-start: 1px solid var(--s-line-soft);
  }
  .mine {
    display: grid;
    gap: var(--s-space-3);
  }
  .mine-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--s-space-2) var(--s-space-3);
  }
  .left {
    color: var(--s-urgent);
    font-size: var(--s-font-lead);
  }
  @container (max-width: 30rem) {
    .traits {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    .trait {
      display: grid;
      grid-template-columns: minmax(6.5rem, 40%) minmax(0, 1fr);
      gap: 0 var(--s-space-2);
      align-items: baseline;
    }
    .candidate .badge {
      white-space: normal;
    }
    .none .button {
      inline-size: 100%;
    }
  }
`;
