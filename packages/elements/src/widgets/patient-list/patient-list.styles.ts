import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--s-space-4);
  }
  .table tbody tr {
    position: relative;
  }
  .open {
    padding: 0;
    border: 0;
    background: none;
    color: var(--s-accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  /* The whole row answers the mouse; the button alone answers the keyboard. */
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .open:focus-visible {
    outline: none;
  }
  .table tbody tr:has(.open:focus-visible) {
    outline: 2px solid var(--s-focus);
    outline-offset: -2px;
    background: var(--s-accent-soft);
  }
  .cell {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--s-space-2);
    min-inline-size: 0;
  }
  .table th .small {
    font-weight: 400;
  }
  .table thead th {
    white-space: nowrap;
  }
  abbr {
    text-decoration: none;
  }
  .countdown {
    color: var(--s-urgent);
  }
  .end {
    display: grid;
    justify-items: center;
    gap: var(--s-space-2);
    padding-block: var(--s-space-3);
  }
  @container (max-width: 38rem) {
    .keys {
      display: none;
    }
    .badge {
      white-space: normal;
    }
    .table.cards tr {
      padding: var(--s-space-2) var(--s-space-3);
    }
    .table.cards th[scope='row'] {
      display: block;
      font-size: var(--s-font-lead);
    }
    .table.cards th[scope='row']::before {
      content: none;
    }
  }
`;
