import type {
  CreateRecordRequest,
  IdentityDocument,
  IdentityTraits,
  InsQueryResult,
  PatientSearchResult,
} from './sdk.ts';

/** What the person is doing: typing traits, choosing among candidates, filling the creation page, comparing an INS. */
export type FlowStep = 'search' | 'candidates' | 'create' | 'compare';

/**
 * The way from a search to a record (F-20 to F-41), shared by the widgets of one provider and kept under its own
 * patient: `<spico-patient-search>` begins it, `<spico-record-access>` shows the candidates, `<spico-identity-form>`
 * the creation page, `<spico-ins-reconciliation>` the comparison. A host puts the tags on its page and wires nothing.
 */
export interface Flow {
  readonly step: FlowStep;
  /** Traits of the last search, carried over to the creation page (F-26). */
  readonly traits?: IdentityTraits;
  /** Words for the place, so that nobody looks it up again. */
  readonly birthPlaceLabel?: string;
  /** The document declared as checked at the search (F-24). */
  readonly identityDocument?: IdentityDocument;
  readonly search?: PatientSearchResult;
  /** Candidates whom this person is not: a true homonym is being created (F-41). */
  readonly differentFrom?: readonly string[];
  /** The creation page as it will be sent, waiting for the decision about the INS. */
  readonly pending?: CreateRecordRequest;
  readonly insQuery?: InsQueryResult;
  /** A creation was refused because candidates exist: said once above them. */
  readonly refusedAsExisting?: boolean;
  /** Where the search puts the focus when it comes back: the box "identity document checked" (F-40). */
  readonly focus?: 'document' | undefined;
}

const START: Flow = { step: 'search' };

/** One flow per patient context; memory only. */
export class FlowStore {
  readonly #flows = new Map<string, Flow>();
  readonly #listeners = new Set<(contextId: string) => void>();

  get(contextId: string): Flow {
    return this.#flows.get(contextId) ?? START;
  }

  set(contextId: string, flow: Flow): void {
    this.#flows.set(contextId, flow);
    for (const listener of [...this.#listeners]) listener(contextId);
  }

  /** Back to an empty search, once a record has been reached or the person gives up. */
  clear(contextId: string): void {
    this.set(contextId, START);
  }

  subscribe(listener: (contextId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
