import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .title {
    font-size: var(--s-font-title);
    overflow-wrap: anywhere;
  }
  .head {
    display: grid;
    gap: var(--s-space-1);
  }
  .value {
    overflow-wrap: anywhere;
    font-weight: 500;
  }
  .value.different {
    font-weight: 700;
    text-decoration: underline wavy var(--s-warning) 1.5px;
    text-underline-offset: 0.2em;
  }
  /* The place decides: it is underlined whatever it says (F-35). */
  .value.place {
    text-decoration-line: underline;
    text-underline-offset: 0.2em;
  }
  .head h4 {
    font-size: var(--s-font-body);
  }
  .number-card {
    max-inline-size: 40rem;
  }
  @container (min-width: 38.01rem) {
    .table {
      table-layout: fixed;
    }
    .table thead th:nth-child(1) {
      inline-size: 19%;
    }
    .table thead th:nth-child(2), .table thead th:nth-child(3) {
      inline-size: 24%;
    }
  }
  @container (max-width: 38rem) {
    .table.cards th[scope='row'] {
      display: block;
    }
    .table.cards th[scope='row']::before {
      content: none;
    }
  }
  .cell {
    display: grid;
    gap: var(--s-space-1);
    justify-items: start;
  }
  .cell .hint strong {
    color: var(--s-text);
  }
  .table.cards th[scope='row'] {
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .confirm {
    display: grid;
    gap: var(--s-space-4);
    border: 1px solid var(--s-accent);
  }
  .confirm:focus-within {
    border-color: var(--s-accent);
  }
  .changes {
    display: grid;
    gap: var(--s-space-1);
    padding-inline-start: 1.2em;
    overflow-wrap: anywhere;
  }
  .actions .first {
    margin-inline-end: auto;
  }
  .warnings {
    padding-inline-start: 1.2em;
  }
  .phase {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--s-space-2);
    animation: phase-appears 1ms 800ms both;
  }
  @keyframes phase-appears {
    from {
      opacity: 0;
    }
  }
  @container (max-width: 30rem) {
    .actions {
      flex-direction: column-reverse;
    }
    .actions .first {
      margin-inline-end: 0;
    }
  }
`;
