import type {
  CorrectTraitsRequest,
  IdentityDocument,
  IdentityDocumentCopy,
  IdentityHistory,
  InsDecision,
  InsQueryRequest,
  InsQueryResult,
  RecordIdentity,
  SetFlagsRequest,
} from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';
import { type ChangeOptions, ifMatch } from './options.ts';

/** The national teleservice answers slowly, and large files travel slowly. */
const SLOW_MS = 60_000;

/** The INSi teleservice for a person who has no record yet. */
export function insFeature(http: Transport) {
  return {
    /**
     * Ask the teleservice for the person about to be created (F-34). `outcome` other than `found`: create without INS.
     * @example
     * const { outcome, comparison } = await client.ins.query({ searchId, traits });
     */
    query(input: InsQueryRequest, options?: CallOptions): Promise<InsQueryResult> {
      return http.ask(
        { operation: 'queryIns', auth: 'bearer', repeat: 'when-refused', timeoutMs: SLOW_MS },
        options,
        (api, init) => api.POST('/ins-queries', { ...init, body: input }),
      );
    },
  };
}

/** The identity of a record: traits, INS, identity documents (F-32 to F-38, F-47, F-103). */
export function identityFeature(http: Transport) {
  return {
    /**
     * Deposit a copy or photo of an identity document, at most 10 MiB, before creating or checking (F-32).
     * @example
     * const { copyId } = await client.identity.uploadDocumentCopy(photo);
     */
    uploadDocumentCopy(
      copy: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>,
      options?: CallOptions,
    ): Promise<IdentityDocumentCopy> {
      return http.ask(
        { operation: 'uploadIdentityDocumentCopy', auth: 'bearer', repeat: 'when-refused', timeoutMs: SLOW_MS },
        options,
        (api, init) =>
          api.POST('/identity-document-copies', {
            ...init,
            headers: { 'Content-Type': 'application/octet-stream' },
            // The contract types bytes as a string; what goes out is what the serialiser gives.
            body: '',
            bodySerializer: () => copy,
          }),
      );
    },

    /**
     * The deposited copy, byte for byte.
     * @example
     * const image = await client.identity.readDocumentCopy(recordId, copyId);
     */
    readDocumentCopy(recordId: string, copyId: string, options?: CallOptions): Promise<Blob> {
      return http.ask(
        { operation: 'readIdentityDocumentCopy', auth: 'bearer', repeat: 'always', timeoutMs: SLOW_MS },
        options,
        (api, init) =>
          api.GET('/records/{recordId}/identity-document-copies/{copyId}', {
            ...init,
            params: { path: { recordId, copyId } },
            parseAs: 'blob',
          }),
      );
    },

    /**
     * Correct traits (F-47). A change of a strict trait sends the identity back to provisional.
     * @example
     * const { identity } = await client.records.open(recordId);
     * const corrected = await client.identity.correct(recordId, { traits }, { version: identity.version });
     */
    correct(recordId: string, input: CorrectTraitsRequest, options: ChangeOptions): Promise<RecordIdentity> {
      return http.ask({ operation: 'correctIdentity', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.PUT('/records/{recordId}/identity', {
          ...init,
          params: { path: { recordId }, header: ifMatch(options) },
          body: input,
        }),
      );
    },

    /**
     * Mark or clear homonym, doubtful, fictitious, with the reason (F-33).
     * @example
     * await client.identity.setFlags(recordId, { flags: ['doubtful'], reason: 'Two birth dates given' }, { version: 3 });
     */
    setFlags(recordId: string, input: SetFlagsRequest, options: ChangeOptions): Promise<RecordIdentity> {
      return http.ask({ operation: 'setIdentityFlags', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.PUT('/records/{recordId}/identity-flags', {
          ...init,
          params: { path: { recordId }, header: ifMatch(options) },
          body: input,
        }),
      );
    },

    /**
     * Declare that a high-trust document was checked (F-32, F-103).
     * @example
     * const { status } = await client.identity.checkDocument(recordId, { type: 'CN' }, { version: 3 });
     */
    checkDocument(recordId: string, input: IdentityDocument, options: ChangeOptions): Promise<RecordIdentity> {
      return http.ask(
        { operation: 'checkIdentityDocument', auth: 'bearer', repeat: 'when-refused' },
        options,
        (api, init) =>
          api.POST('/records/{recordId}/identity-document-checks', {
            ...init,
            params: { path: { recordId }, header: ifMatch(options) },
            body: input,
          }),
      );
    },

    /**
     * Former traits, statuses and INS, newest first.
     * @example
     * for (const entry of (await client.identity.history(recordId)).items) console.log(entry.at, entry.event);
     */
    history(recordId: string, options?: CallOptions): Promise<IdentityHistory> {
      return http.ask({ operation: 'getIdentityHistory', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/records/{recordId}/identity-history', { ...init, params: { path: { recordId } } }),
      );
    },

    /**
     * Ask the INSi teleservice again for an existing record (F-47).
     * @example
     * const { outcome, insQueryId } = await client.identity.queryIns(recordId);
     */
    queryIns(recordId: string, options?: CallOptions): Promise<InsQueryResult> {
      return http.ask(
        { operation: 'queryRecordIns', auth: 'bearer', repeat: 'when-refused', timeoutMs: SLOW_MS },
        options,
        (api, init) => api.POST('/records/{recordId}/ins-queries', { ...init, params: { path: { recordId } } }),
      );
    },

    /**
     * Accept or refuse the INS that was found (F-36, F-37).
     * @example
     * const { insQueryId } = await client.identity.queryIns(recordId);
     * if (insQueryId) await client.identity.decideIns(recordId, { insQueryId, decision: 'accept' }, { version: 3 });
     */
    decideIns(recordId: string, input: InsDecision, options: ChangeOptions): Promise<RecordIdentity> {
      return http.ask({ operation: 'decideRecordIns', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.POST('/records/{recordId}/ins-decisions', {
          ...init,
          params: { path: { recordId }, header: ifMatch(options) },
          body: input,
        }),
      );
    },
  };
}
