import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  ::slotted(*) {
    background: none;
  }
  .blocks {
    display: grid;
    gap: var(--s-space-4);
    align-items: start;
  }
  .side {
    display: grid;
    gap: var(--s-space-4);
  }
  .block {
    display: grid;
    gap: var(--s-space-3);
    align-content: start;
  }
  .block-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--s-space-1) var(--s-space-3);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .badge {
    white-space: normal;
  }
  .warnings {
    padding-inline-start: 1.2em;
  }
  .history {
    display: grid;
    gap: var(--s-space-3);
  }
  .history > li {
    display: grid;
    gap: 2px;
    padding-inline-start: var(--s-space-3);
    border-inline-start: 2px solid var(--s-line-soft);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-space-2);
  }
  form .form-grid > .place {
    min-inline-size: 0;
  }
  .place {
    display: grid;
    gap: var(--s-space-2);
    align-content: start;
  }
  @container (min-width: 52rem) {
    .blocks {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
