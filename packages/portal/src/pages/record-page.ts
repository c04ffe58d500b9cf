import { arrowLeftIcon, icon } from '@spico/elements/toolkit';
import { html, type TemplateResult } from 'lit';
import { pathOf, type Place, type RecordSection, recordSections, type Router } from '../router.ts';
import type { ShellWords } from '../words/index.ts';

type RecordPlace = Extract<Place, { page: 'record' }>;

const body = (section: RecordSection, recordId: string): TemplateResult => {
  if (section === 'identity') {
    return html`<spico-record-identity record-id=${recordId}>
      <spico-ins-reconciliation slot="ins" record-id=${recordId}></spico-ins-reconciliation>
    </spico-record-identity>`;
  }
  if (section === 'circle') return html`<spico-care-circle record-id=${recordId}></spico-care-circle>`;
  if (section === 'journal') return html`<spico-access-journal record-id=${recordId}></spico-access-journal>`;
  return html`<div class="columns">
    <spico-record-access record-id=${recordId}></spico-record-access>
    <spico-care-circle record-id=${recordId}></spico-care-circle>
  </div>`;
};

/** A record: who, first and always in sight; then the sections one may read. */
export function recordPage(place: RecordPlace, router: Router, words: ShellWords): TemplateResult {
  const { recordId } = place;
  return html`
    <h1 class="visually-hidden">${words('recordTitle')}</h1>
    <p><a class="button quiet" href="/patients" @click=${router.follow}>${icon(arrowLeftIcon)} ${words('back')}</a></p>
    <div class="band"><spico-identity-band record-id=${recordId}></spico-identity-band></div>
    <nav class="sections" aria-label=${words('record')}>
      ${recordSections.map(
        (section) => html`<a
          href=${pathOf({ page: 'record', recordId, section })}
          aria-current=${section === place.section ? 'page' : 'false'}
          @click=${router.follow}
        >${words(section)}</a>`,
      )}
    </nav>
    ${body(place.section, recordId)}
  `;
}
