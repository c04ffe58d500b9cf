import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .band {
    display: grid;
    gap: var(--s-space-1);
    padding: var(--s-space-2) var(--s-space-4);
    min-block-size: 4.5rem;
    align-content: center;
    background: var(--s-surface-raised);
    border: 1px solid var(--s-line-soft);
    border-inline-start: 4px solid var(--s-accent);
    border-radius: var(--s-radius-card);
  }
  .band.emergency {
    border-inline-start-color: var(--s-urgent);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--s-space-3);
    min-inline-size: 0;
  }
  .who {
    font-size: var(--s-font-lead);
    overflow-wrap: anywhere;
    text-wrap: wrap;
  }
  .facts-line {
    gap: 0 var(--s-space-2);
  }
  .facts-line > li:not(:last-child)::after {
    content: '·';
    margin-inline-start: var(--s-space-2);
    color: var(--s-text-muted);
  }
  .tight {
    display: none;
  }
  .flags {
    display: contents;
  }
  .access {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--s-space-2);
    margin-inline-start: auto;
  }
  .access .countdown {
    color: var(--s-urgent);
  }
  .bone-line {
    inline-size: min(22rem, 80%);
  }
  @container (max-width: 34rem) {
    .band {
      padding: var(--s-space-2) var(--s-space-3);
    }
    .facts-line {
      font-size: var(--s-font-label);
    }
    .access {
      margin-inline-start: 0;
    }
    .line {
      gap: 0 var(--s-space-2);
    }
    .who {
      font-size: var(--s-font-body);
    }
    .used {
      font-size: var(--s-font-small);
    }
    .roomy,
    .ordinary {
      display: none;
    }
    .tight {
      display: inline;
    }
    .facts-line > li:has(+ .roomy:last-child)::after {
      content: none;
    }
    .badge {
      white-space: normal;
    }
  }
`;
