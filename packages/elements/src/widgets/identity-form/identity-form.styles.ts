import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  form, .parts {
    display: grid;
    gap: var(--s-space-4);
  }
  .title {
    font-size: var(--s-font-title);
    overflow-wrap: anywhere;
  }
  .title:focus-visible {
    outline-offset: 4px;
  }
  .part {
    display: grid;
    gap: var(--s-space-4);
    min-inline-size: 0;
  }
  .part-head {
    display: grid;
    gap: var(--s-space-1);
  }
  .place {
    display: grid;
    gap: var(--s-space-2);
    align-content: start;
  }
  .place > * {
    min-inline-size: 0;
  }
  .part .disclosure > summary {
    font-weight: 600;
  }
  .notice-link {
    display: inline-flex;
    align-items: center;
    gap: var(--s-space-2);
    min-block-size: 24px;
  }
  .narrow-field {
    max-inline-size: 28rem;
  }
  .copy {
    display: grid;
    gap: var(--s-space-2);
    justify-items: start;
  }
  .copy > .field {
    inline-size: 100%;
    max-inline-size: 36rem;
  }
  .copy .file-chosen {
    flex-wrap: wrap;
    padding-block: var(--s-space-1);
  }
  .copy .file-name {
    flex: 1 1 9rem;
  }
  .photo {
    display: none;
  }
  @media (pointer: coarse) {
    .photo {
      display: inline-flex;
    }
  }
  .photo:has(:focus-visible) {
    outline: 2px solid var(--s-focus);
    outline-offset: 2px;
  }
  .flag-list {
    display: grid;
    gap: var(--s-space-1);
  }
  .end {
    display: grid;
    gap: var(--s-space-3);
  }
  .end .actions {
    justify-content: space-between;
  }
  @container (max-width: 30rem) {
    .end .actions {
      flex-direction: column-reverse;
    }
  }
  .next {
    text-align: end;
  }
  /* Said at once to assistive technology, shown only when it lasts. */
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
`;
