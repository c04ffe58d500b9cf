import { accessFeature } from './features/access.ts';
import { meFeature, sandboxFeature, sessionFeature, tokenExchangeFeature } from './features/account.ts';
import { auditFeature } from './features/audit.ts';
import { careCircleFeature } from './features/care-circle.ts';
import { identityFeature, insFeature } from './features/identity.ts';
import { patientSearchFeature } from './features/patient-search.ts';
import { recordsFeature } from './features/records.ts';
import { referenceFeature } from './features/reference.ts';
import { createTransport, type Transport, type TransportOptions } from './transport/http.ts';

/** What `createSpicoClient` takes. */
export type SpicoClientOptions = TransportOptions;

type Feature<Make extends (http: Transport) => unknown> = ReturnType<Make>;

/** The whole client: every operation of the contract under its feature. */
export interface SpicoClient {
  /** The portal's own session, by cookie. */
  readonly session: Feature<typeof sessionFeature>;
  /** Demo servers only. */
  readonly sandbox: Feature<typeof sandboxFeature>;
  /** The person behind the token. */
  readonly me: Feature<typeof meFeature>;
  /** For a vendor's own back end. */
  readonly tokenExchange: Feature<typeof tokenExchangeFeature>;
  /** Communes, countries, closed lists. */
  readonly reference: Feature<typeof referenceFeature>;
  /** The search that precedes every creation. */
  readonly patientSearch: Feature<typeof patientSearchFeature>;
  /** The INSi teleservice for a person without a record. */
  readonly ins: Feature<typeof insFeature>;
  /** Traits, INS and identity documents of a record. */
  readonly identity: Feature<typeof identityFeature>;
  /** The coordination record itself. */
  readonly records: Feature<typeof recordsFeature>;
  /** How the reader reaches a record. */
  readonly access: Feature<typeof accessFeature>;
  /** Who shares a record. */
  readonly careCircle: Feature<typeof careCircleFeature>;
  /** Who looked. */
  readonly audit: Feature<typeof auditFeature>;
}

/**
 * A client of one SPICO server (F-220).
 * @example
 * const client = createSpicoClient({
 *   baseUrl: 'https://spico.example/api/v1',
 *   getToken: async () => (await fetch('/my-backend/spico-token')).text(),
 * });
 */
export function createSpicoClient(options: SpicoClientOptions): SpicoClient {
  const http = createTransport(options);
  return {
    session: sessionFeature(http),
    sandbox: sandboxFeature(http),
    me: meFeature(http),
    tokenExchange: tokenExchangeFeature(http),
    reference: referenceFeature(http),
    patientSearch: patientSearchFeature(http),
    ins: insFeature(http),
    identity: identityFeature(http),
    records: recordsFeature(http),
    access: accessFeature(http),
    careCircle: careCircleFeature(http),
    audit: auditFeature(http),
  };
}
