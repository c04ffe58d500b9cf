import { accessFeature } from './features/access.ts';
import { meFeature, sandboxFeature, sessionFeature, tokenExchangeFeature } from './features/account.ts';
import { auditFeature } from './features/audit.ts';
import { careCircleFeature } from './features/care-circle.ts';
import { identityFeature, insFeature } from './features/identity.ts';
import { patientSearchFeature } from './features/patient-search.ts';
import { recordsFeature } from './features/records.ts';
import { referenceFeature } from './features/reference.ts';
import { createTransport, type TransportOptions } from './transport/http.ts';

/** What `createSpicoClient` takes. */
export type SpicoClientOptions = TransportOptions;

/**
 * A client of one SPICO server (F-220). Every operation of the contract stands under its feature.
 * @example
 * const client = createSpicoClient({
 *   baseUrl: 'https://spico.example/api/v1',
 *   getToken: async () => (await fetch('/my-backend/spico-token')).text(),
 * });
 */
export function createSpicoClient(options: SpicoClientOptions) {
  const http = createTransport(options);
  return {
    /** The portal's own session, by cookie. */
    session: sessionFeature(http),
    /** Demo servers only. */
    sandbox: sandboxFeature(http),
    /** The person behind the token. */
    me: meFeature(http),
    /** For a vendor's own back end. */
    tokenExchange: tokenExchangeFeature(http),
    /** Communes, countries, closed lists. */
    reference: referenceFeature(http),
    /** The search that precedes every creation. */
    patientSearch: patientSearchFeature(http),
    /** The INSi teleservice for a person without a record. */
    ins: insFeature(http),
    /** Traits, INS and identity documents of a record. */
    identity: identityFeature(http),
    /** The coordination record itself. */
    records: recordsFeature(http),
    /** How the reader reaches a record. */
    access: accessFeature(http),
    /** Who shares a record. */
    careCircle: careCircleFeature(http),
    /** Who looked. */
    audit: auditFeature(http),
  };
}

/** The whole client. */
export type SpicoClient = ReturnType<typeof createSpicoClient>;
