import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .place {
    display: grid;
    gap: var(--s-space-2);
    align-content: start;
  }
  .document {
    display: grid;
    gap: var(--s-space-3);
    padding: var(--s-space-4);
    background: var(--s-surface-sunken);
    border-radius: var(--s-radius-card);
  }
  .document .select {
    max-inline-size: 28rem;
  }
  form {
    display: grid;
    gap: var(--s-space-4);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s-space-2) var(--s-space-4);
    padding: var(--s-space-3) var(--s-space-4);
  }
  .summary p {
    min-inline-size: 0;
  }
`;
