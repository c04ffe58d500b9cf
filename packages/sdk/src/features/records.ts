import type {
  Administrative,
  Consent,
  ConsentInput,
  ContactInput,
  CoordinationRecord,
  CreateRecordRequest,
  DmpLaunch,
  PatientListPage,
  PatientListRow,
} from '../types.ts';
import { type Paged, paged, type PageQuery } from '../pagination.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';
import { idempotencyHeader, type KeyedOptions } from '../transport/middleware/idempotency.ts';
import { type ChangeOptions, ifMatch } from './options.ts';

/** The coordination record itself (F-20, F-27 to F-31, F-65, F-70). */
export function recordsFeature(http: Transport) {
  return {
    /**
     * The reader's patient list, last opened first (F-70). Read as it is walked; `.pages()` and `.page()` stand beside.
     * @example
     * for await (const row of client.records.list()) console.log(row.traits.birthFamilyName, row.status);
     *
     * const { items, nextCursor } = await client.records.list({ limit: 20 }).page();
     */
    list(query: PageQuery = {}, options?: CallOptions): Paged<PatientListRow, PatientListPage> {
      return paged(query, (at) =>
        http.ask({ operation: 'listRecords', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
          api.GET('/records', { ...init, params: { query: at } }),
        ),
      );
    },

    /**
     * Create the one record of a person, after a search (F-20). A record that exists: kind `conflict`, with its candidates
     * in `existing`.
     * @example
     * const record = await client.records.create({
     *   searchId,
     *   traits,
     *   consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
     * });
     */
    create(input: CreateRecordRequest, options?: KeyedOptions): Promise<CoordinationRecord> {
      return http.ask({ operation: 'createRecord', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/records', { ...init, params: { header: idempotencyHeader(options) }, body: input }),
      );
    },

    /**
     * Open a record: its whole first screen. A block the reader may not read is absent.
     * @example
     * const { identity, access, allowedActions } = await client.records.open(recordId);
     */
    open(recordId: string, options?: CallOptions): Promise<CoordinationRecord> {
      return http.ask({ operation: 'openRecord', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/records/{recordId}', { ...init, params: { path: { recordId } } }),
      );
    },

    /**
     * Change the person's e-mail or mobile number. `null` erases, absent keeps (F-28, F-65).
     * @example
     * await client.records.updateAdministrative(recordId, { mobile: '06 12 34 56 78', email: null }, { version: 3 });
     */
    updateAdministrative(recordId: string, input: ContactInput, options: ChangeOptions): Promise<Administrative> {
      return http.ask(
        { operation: 'updateAdministrative', auth: 'bearer', repeat: 'when-refused' },
        options,
        (api, init) =>
          api.PATCH('/records/{recordId}/administrative', {
            ...init,
            params: { path: { recordId }, header: ifMatch(options) },
            body: input,
          }),
      );
    },

    /**
     * Record the consent anew; the former one stays in history (F-31).
     * @example
     * const consent = { givenBy: 'guardian', mode: 'written', collectedOn: '2026-11-22' } as const;
     * await client.records.changeConsent(recordId, consent, { version: 3 });
     */
    changeConsent(recordId: string, input: ConsentInput, options: ChangeOptions): Promise<Consent> {
      return http.ask({ operation: 'changeConsent', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.PUT('/records/{recordId}/consent', {
          ...init,
          params: { path: { recordId }, header: ifMatch(options) },
          body: input,
        }),
      );
    },

    /**
     * Address of the person's DMP, to be opened in a new tab, never in a frame (F-65, F-100, F-101).
     * @example
     * const { url } = await client.records.launchDmp(recordId);
     * window.open(url, '_blank', 'noopener');
     */
    launchDmp(recordId: string, options?: CallOptions): Promise<DmpLaunch> {
      return http.ask({ operation: 'launchDmp', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.POST('/records/{recordId}/dmp-launches', { ...init, params: { path: { recordId } } }),
      );
    },
  };
}
