import type {
  AccessGranted,
  BreakGlassRequest,
  MembershipRequest,
  MembershipRequested,
  PatientSearchRequest,
  PatientSearchResult,
  SelfEnrolmentRequest,
} from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';
import { idempotencyHeader, type KeyedOptions } from '../transport/middleware/idempotency.ts';

/** The search that precedes every creation, and what may be done with its candidates (F-20 to F-26, F-39 to F-43). */
export function patientSearchFeature(http: Transport) {
  return {
    /**
     * Look for an existing record by the five traits. Each search is audited; thirty an hour, then kind `rate-limited`.
     * @example
     * const { candidates, mayCreate } = await client.patientSearch.search({
     *   traits: {
     *     birthFamilyName: 'Lacombe',
     *     firstBirthGivenName: 'Jeanne',
     *     sex: 'F',
     *     birthDate: '1938-03-14',
     *     birthPlace: { kind: 'commune', cog: '81004' },
     *   },
     *   identityDocument: { type: 'CN' },
     * });
     */
    search(input: PatientSearchRequest, options?: CallOptions): Promise<PatientSearchResult> {
      return http.ask({ operation: 'searchPatients', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.POST('/patient-searches', { ...init, body: input }),
      );
    },

    /**
     * Join the circle of a candidate, after a recent search with the identity document checked (F-42).
     * @example
     * const { recordId, notifiedMembers } = await client.patientSearch.selfEnrol(searchId, candidateId, {
     *   consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
     * });
     */
    selfEnrol(
      searchId: string,
      candidateId: string,
      input: SelfEnrolmentRequest,
      options?: KeyedOptions,
    ): Promise<AccessGranted> {
      return http.ask({ operation: 'selfEnrol', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/patient-searches/{searchId}/candidates/{candidateId}/self-enrolment', {
          ...init,
          params: { path: { searchId, candidateId }, header: idempotencyHeader(options) },
          body: input,
        }),
      );
    },

    /**
     * Emergency access for two hours by the server's clock; every authorised member is told (F-43).
     * @example
     * const { access } = await client.patientSearch.breakGlass(searchId, candidateId, {
     *   reasonCode: 'life-threatening-emergency',
     *   reasonText: 'Found unconscious at home, treatment unknown.',
     * });
     * console.log(access.remainingSeconds);
     */
    breakGlass(
      searchId: string,
      candidateId: string,
      input: BreakGlassRequest,
      options?: KeyedOptions,
    ): Promise<AccessGranted> {
      return http.ask({ operation: 'breakGlass', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/patient-searches/{searchId}/candidates/{candidateId}/break-glass', {
          ...init,
          params: { path: { searchId, candidateId }, header: idempotencyHeader(options) },
          body: input,
        }),
      );
    },

    /**
     * Ask the members of a candidate's circle, who stay unnamed, to be added.
     * @example
     * await client.patientSearch.requestMembership(searchId, candidateId, { message: 'I follow this person since May.' });
     */
    requestMembership(
      searchId: string,
      candidateId: string,
      input: MembershipRequest = {},
      options?: KeyedOptions,
    ): Promise<MembershipRequested> {
      return http.ask({ operation: 'requestMembership', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/patient-searches/{searchId}/candidates/{candidateId}/membership-request', {
          ...init,
          params: { path: { searchId, candidateId }, header: idempotencyHeader(options) },
          body: input,
        }),
      );
    },
  };
}
