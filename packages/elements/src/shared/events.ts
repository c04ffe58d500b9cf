/**
 * Every event the widgets send to the page (F-203). They bubble and cross shadow roots; names ending in `-request` are
 * cancelable: `preventDefault()` hands the act to the host. Details carry ids and closed words, never a name and never
 * health data.
 */
export interface SpicoEventMap {
  /** A widget failed or a request was refused; the widget already shows what to do. */
  'spico-error': { contextId: string; code: string; status?: number; traceId?: string; retryable: boolean };
  /** The session is over; the host should sign the person in again and then call `resume()` on the provider. */
  'spico-session-expired': { contextId: string };
  /** A search has been answered. `outcome` follows the three cases of the search sheet. */
  'spico-search-completed': { contextId: string; outcome: 'none' | 'candidates'; count: number };
  /** The person wants to create a record; cancel to open the host's own page instead. */
  'spico-create-record-request': { contextId: string };
  /** The person wants to open a record; cancel to open the host's own page instead. */
  'spico-open-record-request': { contextId: string; recordId: string };
  /** The server has created the record. */
  'spico-record-created': { contextId: string; recordId: string };
  /** Access has been granted. `mode` is `member`, `self-enrolled` or `break-glass`. */
  'spico-record-access-granted': { contextId: string; recordId: string; mode: string };
  /** Access has ended, by time or by a decision. */
  'spico-record-access-ended': { contextId: string; recordId: string };
  /** The person has decided about the retrieved INS. */
  'spico-ins-decided': { contextId: string; decision: string };
  /** The traits, flags or status of an identity have changed. */
  'spico-identity-changed': { contextId: string; recordId: string; version: number };
}

export type SpicoEventName = keyof SpicoEventMap;
export type SpicoEvent<Name extends SpicoEventName> = CustomEvent<SpicoEventMap[Name]>;

declare global {
  // Merging takes the names of the map over.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends SpicoDomEvents {}
}
type SpicoDomEvents = { [Name in SpicoEventName]: SpicoEvent<Name> };

/** Sends one event from `target`. False when the host took the act over with `preventDefault()`. */
export function emit<Name extends SpicoEventName>(
  target: EventTarget,
  name: Name,
  detail: SpicoEventMap[Name],
): boolean {
  const cancelable = name.endsWith('-request');
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
