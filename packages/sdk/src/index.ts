export { createSpicoClient, type SpicoClient, type SpicoClientOptions } from './client.ts';
export {
  type ClientErrorCode,
  SpicoError,
  type SpicoErrorFacts,
  type SpicoErrorKind,
} from './errors.ts';
export type { Page, Paged, PageQuery } from './pagination.ts';
export type { CallOptions, OperationId } from './transport/call.ts';
export { createTransport, type Transport, type TransportOptions } from './transport/http.ts';
export type { GetToken, TokenReason } from './transport/middleware/auth.ts';
export { type KeyedOptions, newIdempotencyKey } from './transport/middleware/idempotency.ts';
export type { CallTrace, OnCall } from './transport/middleware/trace.ts';
export type { ChangeOptions } from './features/options.ts';
// One feature alone, for a bundle that needs no other: `recordsFeature(createTransport({ baseUrl }))`.
export { accessFeature } from './features/access.ts';
export {
  type ClientCredentials,
  meFeature,
  sandboxFeature,
  sessionFeature,
  type TokenExchange,
  tokenExchangeFeature,
} from './features/account.ts';
export { auditFeature } from './features/audit.ts';
export { careCircleFeature } from './features/care-circle.ts';
export { identityFeature, insFeature } from './features/identity.ts';
export { patientSearchFeature } from './features/patient-search.ts';
export { recordsFeature } from './features/records.ts';
export { referenceFeature } from './features/reference.ts';
export type * from './types.ts';
