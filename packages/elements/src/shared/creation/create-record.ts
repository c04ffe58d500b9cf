import { staysProvisional } from '../identity/flags.ts';
import {
  type CoordinationRecord,
  type CreateRecordRequest,
  failureFacts,
  type InsQueryResult,
  type PatientSearchResult,
  type SpicoClient,
} from '../sdk.ts';

/** Why a record stands without INS: what the teleservice answered, a rule, or the person's own refusal (F-34, F-37). */
export type WithoutIns = 'none' | 'several' | 'unavailable' | 'doubtful' | 'fictitious' | 'refused';
/** What is under way, for the progress line. */
export type CreationPhase = 'copy' | 'search' | 'ins' | 'create';

export type CreationOutcome =
  | { readonly kind: 'created'; readonly record: CoordinationRecord; readonly withoutIns?: WithoutIns }
  /** One INS was found: the person compares and decides (F-35). */
  | { readonly kind: 'compare'; readonly request: CreateRecordRequest; readonly insQuery: InsQueryResult }
  /** Somebody resembles the person: choose among them first (F-20). */
  | { readonly kind: 'exists'; readonly request: CreateRecordRequest; readonly search: PatientSearchResult };

export interface CreationStep {
  readonly client: Pick<SpicoClient, 'ins' | 'records' | 'patientSearch'>;
  readonly idempotencyKey?: string;
  readonly phase?: (phase: CreationPhase) => void;
}

/**
 * The end of the creation page (F-34, F-48): asks the teleservice where that is allowed; exactly one answer is handed back
 * to be compared, otherwise the record is created at once, and the outcome says why it has no INS. Without `searchId`, or
 * with one grown too old, the search is made again first.
 */
export function finaliseCreation(request: CreateRecordRequest, step: CreationStep): Promise<CreationOutcome> {
  return withFreshSearch(request, step, async (fresh) => {
    if (fresh.flags && staysProvisional(fresh.flags)) {
      return create(fresh, step, fresh.flags.includes('fictitious') ? 'fictitious' : 'doubtful');
    }
    const insQuery = await askIns(fresh, step);
    if (insQuery.outcome === 'found') return { kind: 'compare', request: fresh, insQuery };
    return create(fresh, step, insQuery.outcome);
  });
}

/** Creates with the decision about the INS in `request.insDecision` (F-36, F-37). */
export function createDecided(request: CreateRecordRequest, step: CreationStep): Promise<CreationOutcome> {
  const refused = request.insDecision?.decision === 'refuse';
  return withFreshSearch(request, step, (fresh) => create(fresh, step, refused ? 'refused' : undefined));
}

async function askIns(request: CreateRecordRequest, { client, phase }: CreationStep): Promise<InsQueryResult> {
  phase?.('ins');
  const { searchId, traits, flags, identityDocument } = request;
  try {
    return await client.ins.query({
      searchId,
      traits,
      ...(flags ? { flags } : {}),
      ...(identityDocument ? { identityDocument } : {}),
    });
  } catch (error) {
    // A slow teleservice never keeps a record from being created: the INS can be asked for later, from the record.
    if (failureFacts(error).kind === 'timeout') return { outcome: 'unavailable' };
    throw error;
  }
}

async function create(
  request: CreateRecordRequest,
  { client, idempotencyKey, phase }: CreationStep,
  withoutIns: WithoutIns | undefined,
): Promise<CreationOutcome> {
  phase?.('create');
  try {
    const record = await client.records.create(request, { idempotencyKey });
    return { kind: 'created', record, ...(withoutIns ? { withoutIns } : {}) };
  } catch (error) {
    const search = existingOf(error);
    if (search) return { kind: 'exists', request, search };
    throw error;
  }
}

async function withFreshSearch(
  request: CreateRecordRequest,
  step: CreationStep,
  act: (fresh: CreateRecordRequest) => Promise<CreationOutcome>,
): Promise<CreationOutcome> {
  if (request.searchId !== '') {
    try {
      return await act(request);
    } catch (error) {
      if (failureFacts(error).code !== 'search-not-found') throw error;
    }
  }
  step.phase?.('search');
  const { traits, identityDocument } = request;
  const search = await step.client.patientSearch.search({
    traits,
    ...(identityDocument ? { identityDocument: { type: identityDocument.type } } : {}),
  });
  // Candidates of the old search have other ids in the new one: whoever they are, the person says it again.
  const fresh = { ...request, searchId: search.searchId };
  delete fresh.differentFrom;
  return search.candidates.length > 0 ? { kind: 'exists', request: fresh, search } : act(fresh);
}

/** The candidates that come with a refused creation. */
function existingOf(error: unknown): PatientSearchResult | undefined {
  if (failureFacts(error).code !== 'record-exists') return undefined;
  return (error as { existing?: PatientSearchResult }).existing;
}
