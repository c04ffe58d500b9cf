import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .circle-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--s-space-3);
    margin-block-end: var(--s-space-2);
  }
  .members {
    display: grid;
  }
  .member {
    display: grid;
    gap: 2px var(--s-space-4);
    padding: var(--s-space-3) 0;
    min-block-size: var(--s-row);
    border-block-start: 1px solid var(--s-line-soft);
  }
  .member .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-space-1) var(--s-space-2);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .member.mine {
    border-inline-start: 3px solid var(--s-accent);
    padding-inline-start: var(--s-space-3);
  }
  .how {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--s-space-2);
  }
  .badge {
    white-space: normal;
  }
  .reason {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
  @container (min-width: 36rem) {
    .member {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
    }
    .how {
      justify-content: flex-end;
      text-align: end;
    }
  }
`;
