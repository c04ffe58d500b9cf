// Roles are said again because `display: block` on a narrow screen would take the table's meaning away.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => unknown;
  /** The cell that names its row; one per table. */
  rowHeader?: boolean;
  numeric?: boolean;
}

/** A native table that turns into labelled cards where it is narrow (38rem of its own width, not of the window). */
export function table<Row>(options: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  key: (row: Row) => string;
}): TemplateResult {
  const { caption, columns, rows, key } = options;
  const cell = (column: Column<Row>, row: Row): TemplateResult =>
    column.rowHeader
      ? html`<th scope="row" role="rowheader" data-label=${column.label}><span>${column.cell(row)}</span></th>`
      : html`<td role="cell" class=${column.numeric ? 'numeric' : nothing} data-label=${column.label}><span>${column.cell(row)}</span></td>`;
  return html`<table class="table cards" part="table" role="table">
    <caption class=${options.hideCaption ? 'visually-hidden' : nothing}>${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column.label}</th>`)}</tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(rows, key, (row) => html`<tr role="row" part="row">${columns.map((column) => cell(column, row))}</tr>`)}
    </tbody>
  </table>`;
}
