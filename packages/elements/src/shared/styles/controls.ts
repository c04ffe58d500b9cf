import { css, type CSSResult } from 'lit';

export const buttons: CSSResult = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s-space-2);
    position: relative;
    min-block-size: var(--s-control);
    min-inline-size: 24px;
    padding: 0.25em var(--s-space-4);
    border: 1px solid var(--s-line);
    border-radius: var(--s-radius);
    background: var(--s-surface-raised);
    color: var(--s-text);
    font: inherit;
    font-weight: 550;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms;
  }
  .button:hover {
    background: var(--s-surface-sunken);
    border-color: var(--s-text-muted);
  }
  .button.primary {
    background: var(--s-accent);
    border-color: var(--s-accent);
    color: var(--s-on-accent);
  }
  .button.primary:hover {
    background: var(--s-accent-strong);
    border-color: var(--s-accent-strong);
  }
  .button.danger {
    background: var(--s-danger);
    border-color: var(--s-danger);
    color: var(--s-on-danger);
  }
  .button.urgent {
    background: var(--s-urgent-soft);
    border: 1px dashed var(--s-urgent);
    color: var(--s-urgent);
  }
  .button.urgent:hover {
    border-style: solid;
  }
  .button.quiet {
    background: transparent;
    border-color: transparent;
    color: var(--s-accent);
    padding-inline: var(--s-space-2);
  }
  .button.quiet:hover {
    background: var(--s-accent-soft);
  }
  .button.icon-only {
    padding: 0;
    inline-size: var(--s-control);
    color: var(--s-text-muted);
  }
  .button:disabled {
    cursor: not-allowed;
    background: var(--s-surface-sunken);
    border-color: var(--s-line-soft);
    color: var(--s-text-muted);
  }
  .button[aria-disabled='true'] {
    cursor: progress;
  }
  .button .button-label {
    display: inline-flex;
    align-items: center;
    gap: var(--s-space-2);
  }
  /* Not visibility: the button keeps its name for assistive technology. */
  .button.busy .button-label {
    opacity: 0;
  }
  .button .spinner {
    position: absolute;
    inset: 0;
    margin: auto;
  }
  .spinner {
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: spin 800ms linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--s-space-3);
  }
  @container (max-width: 30rem) {
    .actions {
      flex-direction: column;
      align-items: stretch;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .button.primary, .button.danger {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;

export const fields: CSSResult = css`
  .field {
    display: grid;
    gap: var(--s-space-1);
    align-content: start;
    min-inline-size: 0;
  }
  .label, .legend {
    font-size: var(--s-font-label);
    font-weight: 600;
    padding: 0;
  }
  .legend {
    margin-block-end: var(--s-space-1);
  }
  .required-mark {
    color: var(--s-text-muted);
    font-weight: 400;
  }
  .optional {
    font-weight: 400;
    color: var(--s-text-muted);
  }
  .hint {
    font-size: var(--s-font-label);
    color: var(--s-text-muted);
  }
  .field-error {
    display: flex;
    gap: var(--s-space-1);
    font-size: var(--s-font-label);
    font-weight: 550;
    color: var(--s-danger);
  }
  .understood {
    font-size: var(--s-font-label);
    color: var(--s-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--s-control);
    padding: 0.25em var(--s-space-3);
    border: 1px solid var(--s-line);
    border-radius: var(--s-radius);
    background: var(--s-surface-raised);
    color: var(--s-text);
    font: inherit;
  }
  .input:hover {
    border-color: var(--s-text-muted);
  }
  .input:focus-visible {
    outline-offset: 0;
    border-color: var(--s-focus);
  }
  .input[aria-invalid='true'] {
    border-color: var(--s-danger);
    box-shadow: inset 0 0 0 1px var(--s-danger);
  }
  .input:disabled, .input:read-only:not(select) {
    background: var(--s-surface-sunken);
    border-color: var(--s-line-soft);
  }
  .input::placeholder {
    color: var(--s-text-muted);
    opacity: 1;
  }
  textarea.input {
    min-block-size: calc(var(--s-control) * 2);
    padding-block: var(--s-space-2);
    resize: vertical;
    field-sizing: content;
  }
  .select {
    position: relative;
    display: block;
  }
  .select .input {
    appearance: none;
    padding-inline-end: 2.5em;
    text-overflow: ellipsis;
  }
  .select > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: var(--s-space-3);
    margin-block: auto;
    pointer-events: none;
    color: var(--s-text-muted);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-space-2);
  }
  .choices.column {
    flex-direction: column;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--s-space-2);
    min-block-size: var(--s-control);
    cursor: pointer;
  }
  .choices .choice {
    padding-inline: var(--s-space-3);
    border: 1px solid var(--s-line);
    border-radius: var(--s-radius);
    background: var(--s-surface-raised);
  }
  .choices .choice:has(:checked) {
    border-color: var(--s-accent);
    background: var(--s-accent-soft);
    box-shadow: inset 0 0 0 1px var(--s-accent);
  }
  .choice:has(:disabled) {
    cursor: not-allowed;
    color: var(--s-text-muted);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--s-focus);
    outline-offset: 2px;
  }
  .choice input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    outline: none;
  }
  .check {
    align-items: start;
    padding-block: calc((var(--s-control) - 1.45em) / 2);
    min-block-size: 0;
    border-radius: var(--s-radius);
  }
  .check input {
    margin-block-start: 0.125em;
  }
  /* Around the box alone: around the whole label the ring would cross the hint below. */
  .check:has(:focus-visible) {
    outline: none;
  }
  .check input:focus-visible {
    outline: 2px solid var(--s-focus);
    outline-offset: 2px;
  }
  .check ~ .hint, .check ~ .field-error {
    margin-block-start: calc(var(--s-space-2) * -1);
    padding-inline-start: calc(20px + var(--s-space-2));
  }
  .check-text {
    display: grid;
    gap: 2px;
  }
  .form-grid {
    display: grid;
    gap: var(--s-space-4);
  }
  @container (min-width: 34rem) {
    .form-grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .form-grid > .wide {
      grid-column: 1 / -1;
    }
  }
`;

export const combobox: CSSResult = css`
  .combobox {
    position: relative;
  }
  .combobox .input {
    padding-inline-end: 2.5em;
  }
  .combobox .combobox-end {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    block-size: var(--s-control);
    inline-size: var(--s-control);
    display: grid;
    place-items: center;
    border: 0;
    padding: 0;
    background: none;
    color: var(--s-text-muted);
    font: inherit;
  }
  button.combobox-end {
    cursor: pointer;
  }
  .listbox {
    position: absolute;
    z-index: 10;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    max-block-size: 18rem;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--s-space-1);
    list-style: none;
    background: var(--s-surface-raised);
    border: 1px solid var(--s-line);
    border-radius: var(--s-radius);
    box-shadow: 0 6px 20px oklch(0 0 0 / 0.16);
  }
  .option {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 var(--s-space-3);
    min-block-size: var(--s-control);
    padding: var(--s-space-1) var(--s-space-2);
    border-radius: calc(var(--s-radius) - 2px);
    cursor: pointer;
  }
  .option[aria-selected='true'], .option:hover {
    background: var(--s-accent-soft);
  }
  .option[aria-selected='true'] {
    box-shadow: inset 2px 0 0 var(--s-accent);
  }
  .option mark {
    background: none;
    color: inherit;
    font-weight: 700;
  }
  .listbox-note {
    padding: var(--s-space-2);
    color: var(--s-text-muted);
    font-size: var(--s-font-label);
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const surfaces: CSSResult = css`
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--s-space-1) var(--s-space-3);
    align-items: start;
    padding: var(--s-space-3) var(--s-space-4);
    border: 1px solid var(--tone-line);
    border-inline-start-width: 4px;
    border-radius: var(--s-radius);
    background: var(--tone-soft);
    --tone: var(--s-info);
    --tone-soft: var(--s-info-soft);
    --tone-line: color-mix(in oklch, var(--tone) 35%, var(--tone-soft));
    border-inline-start-color: var(--tone);
  }
  .notice > .icon {
    color: var(--tone);
    margin-block-start: 0.1em;
  }
  .notice .notice-heading {
    font-weight: 600;
    color: var(--tone);
  }
  .notice-body {
    display: grid;
    gap: var(--s-space-1);
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-space-2);
    padding-block-start: var(--s-space-1);
  }
  .notice > .button {
    margin: calc(var(--s-space-2) * -1);
  }
  .tone-success {
    --tone: var(--s-success);
    --tone-soft: var(--s-success-soft);
  }
  .tone-warning {
    --tone: var(--s-warning);
    --tone-soft: var(--s-warning-soft);
  }
  .tone-danger {
    --tone: var(--s-danger);
    --tone-soft: var(--s-danger-soft);
  }
  .tone-urgent {
    --tone: var(--s-urgent);
    --tone-soft: var(--s-urgent-soft);
  }
  .badge {
    --tone: var(--s-text);
    --tone-soft: var(--s-surface-sunken);
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 24px;
    padding: 0 0.6em;
    border: 1px solid color-mix(in oklch, var(--tone) 40%, var(--tone-soft));
    border-radius: 999px;
    background: var(--tone-soft);
    color: var(--tone);
    font-size: var(--s-font-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .badge .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .badge.tone-info {
    --tone: var(--s-info);
    --tone-soft: var(--s-info-soft);
  }
  .badge.tone-success {
    --tone: var(--s-success);
    --tone-soft: var(--s-success-soft);
  }
  .badge.tone-warning {
    --tone: var(--s-warning);
    --tone-soft: var(--s-warning-soft);
  }
  .badge.tone-danger {
    --tone: var(--s-danger);
    --tone-soft: var(--s-danger-soft);
  }
  .badge.tone-urgent {
    --tone: var(--s-urgent);
    --tone-soft: var(--s-urgent-soft);
    border-style: dashed;
    border-color: var(--tone);
  }
  dialog.dialog {
    inline-size: min(34rem, calc(100vw - 2 * var(--s-space-4)));
    max-inline-size: none;
    max-block-size: calc(100dvh - 2 * var(--s-space-5));
    padding: 0;
    border: 1px solid var(--s-line-soft);
    border-radius: var(--s-radius-card);
    background: var(--s-surface-raised);
    color: var(--s-text);
    box-shadow: 0 18px 48px oklch(0 0 0 / 0.28);
    overflow: auto;
    container-type: inline-size;
  }
  dialog.dialog.wide {
    inline-size: min(52rem, calc(100vw - 2 * var(--s-space-4)));
  }
  dialog.dialog::backdrop {
    background: oklch(0.2 0.02 240 / 0.55);
  }
  dialog.dialog[open] {
    animation: appear 120ms ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .dialog-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--s-space-3);
    padding: var(--s-space-5) var(--s-space-5) 0;
  }
  .dialog-head .button {
    margin: -0.5em -0.5em 0 0;
  }
  .dialog-title {
    font-size: var(--s-font-title);
  }
  .dialog-body {
    display: grid;
    gap: var(--s-space-4);
    padding: var(--s-space-4) var(--s-space-5);
  }
  .dialog .actions {
    padding: var(--s-space-2) var(--s-space-5) var(--s-space-5);
  }
  .weather {
    display: grid;
    justify-items: center;
    gap: var(--s-space-3);
    padding: var(--s-space-6) var(--s-space-4);
    text-align: center;
  }
  .weather > .icon {
    inline-size: 32px;
    block-size: 32px;
    stroke-width: 1.5;
    color: var(--s-text-muted);
  }
  .weather p {
    max-inline-size: 46ch;
    text-wrap: pretty;
  }
  .weather-heading {
    font-size: var(--s-font-lead);
    font-weight: 600;
    line-height: 1.25;
  }
  .code {
    font-size: var(--s-font-small);
    color: var(--s-text-muted);
    overflow-wrap: anywhere;
  }
  .stale {
    display: flex;
    align-items: center;
    gap: var(--s-space-2);
    padding-block-end: var(--s-space-2);
    font-size: var(--s-font-label);
    color: var(--s-text-muted);
  }
  .versions {
    display: grid;
    gap: var(--s-space-3);
    inline-size: 100%;
    text-align: start;
  }
  @container (min-width: 34rem) {
    .versions {
      grid-template-columns: 1fr 1fr;
    }
  }
  .skeleton {
    display: grid;
    gap: var(--s-space-2);
  }
  .bone {
    block-size: 1.1em;
    border-radius: 4px;
    background: color-mix(in oklch, var(--s-line-soft) 60%, var(--s-surface));
    animation: breathe 1.6s ease-in-out infinite;
  }
  .bone:nth-child(3n + 2) {
    inline-size: 82%;
  }
  .bone:nth-child(3n + 3) {
    inline-size: 64%;
  }
  .bone.row {
    block-size: var(--s-row);
    inline-size: 100%;
    border-radius: var(--s-radius);
  }
  .bone.card-size {
    block-size: 7.5rem;
    inline-size: 100%;
    border-radius: var(--s-radius-card);
  }
  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
`;

export const collections: CSSResult = css`
  .facts {
    display: grid;
    gap: var(--s-space-2);
  }
  .facts dt {
    font-size: var(--s-font-label);
    color: var(--s-text-muted);
  }
  .facts dd {
    font-weight: 500;
  }
  .facts .fact {
    display: grid;
    gap: 0 var(--s-space-4);
  }
  @container (min-width: 28rem) {
    .facts .fact {
      grid-template-columns: minmax(9rem, 30%) minmax(0, 1fr);
      align-items: baseline;
    }
  }
  .table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  .table caption {
    text-align: start;
    font-weight: 600;
    padding-block-end: var(--s-space-2);
  }
  .table th {
    text-align: start;
    font-weight: 600;
  }
  .table thead th {
    font-size: var(--s-font-label);
    font-weight: 600;
    color: var(--s-text-muted);
    background: var(--s-surface-sunken);
  }
  .table th, .table td {
    padding: var(--s-space-2) var(--s-space-3);
    border-block-end: 1px solid var(--s-line-soft);
    vertical-align: middle;
  }
  .table tbody tr {
    block-size: var(--s-row);
  }
  .table tbody tr:hover {
    background: var(--s-surface-sunken);
  }
  .table .numeric {
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 38rem) {
    .table.cards, .table.cards tbody, .table.cards tr, .table.cards td, .table.cards th[scope='row'] {
      display: block;
    }
    .table.cards caption {
      display: block;
    }
    .table.cards thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .table.cards tr {
      block-size: auto;
      margin-block-end: var(--s-space-3);
      padding: var(--s-space-3);
      border: 1px solid var(--s-line-soft);
      border-radius: var(--s-radius-card);
      background: var(--s-surface-raised);
    }
    .table.cards td, .table.cards th[scope='row'] {
      display: grid;
      grid-template-columns: minmax(6.5rem, 36%) minmax(0, 1fr);
      gap: var(--s-space-3);
      padding: var(--s-space-1) 0;
      border: 0;
      background: none;
      font-size: inherit;
      color: inherit;
    }
    .table.cards td::before, .table.cards th[scope='row']::before {
      content: attr(data-label);
      font-size: var(--s-font-label);
      font-weight: 400;
      color: var(--s-text-muted);
    }
  }
  .tabs {
    display: flex;
    gap: var(--s-space-1);
    overflow-x: auto;
    scrollbar-width: thin;
    border-block-end: 1px solid var(--s-line-soft);
  }
  .tab {
    min-block-size: var(--s-control);
    padding: 0 var(--s-space-3);
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--s-text-muted);
    font: inherit;
    font-weight: 550;
    white-space: nowrap;
    cursor: pointer;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .tab[aria-selected='true'] {
    color: var(--s-accent);
    border-block-end-color: var(--s-accent);
  }
  .tab-panel {
    padding-block-start: var(--s-space-4);
  }
  .disclosure > summary {
    display: flex;
    align-items: center;
    gap: var(--s-space-2);
    min-block-size: 32px;
    inline-size: fit-content;
    color: var(--s-accent);
    cursor: pointer;
    list-style: none;
    border-radius: var(--s-radius);
  }
  .disclosure > summary::-webkit-details-marker {
    display: none;
  }
  .disclosure > summary .icon {
    transition: transform 120ms;
  }
  .disclosure[open] > summary .icon {
    transform: rotate(90deg);
  }
  .disclosure-body {
    padding-block: var(--s-space-2);
    padding-inline-start: calc(1.25em + var(--s-space-2));
  }
  .file-drop {
    display: grid;
    justify-items: center;
    gap: var(--s-space-1);
    padding: var(--s-space-4);
    border: 1px dashed var(--s-line);
    border-radius: var(--s-radius-card);
    background: var(--s-surface-raised);
    text-align: center;
    cursor: pointer;
  }
  .file-drop:hover, .file-drop.over {
    border-color: var(--s-accent);
    background: var(--s-accent-soft);
  }
  .file-drop:has(:focus-visible) {
    outline: 2px solid var(--s-focus);
    outline-offset: 2px;
  }
  .file-chosen {
    display: flex;
    align-items: center;
    gap: var(--s-space-3);
    min-block-size: var(--s-row);
    padding-inline: var(--s-space-3);
    border: 1px solid var(--s-line-soft);
    border-radius: var(--s-radius);
    background: var(--s-surface-raised);
  }
  .file-chosen .file-name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .countdown {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }
`;

/** All the sheets of the primitives (a widget may adopt fewer): buttons, fields, combobox, notices, dialogs, weather, lists, tabs. */
export const controls: CSSResult[] = [buttons, fields, combobox, surfaces, collections];
