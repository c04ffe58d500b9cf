/**
 * Every type of the contract, under the name the contract gives it (`CoordinationRecord`, `PatientSearchResult`…).
 * The published package carries its own copy of these types: nothing else has to be installed.
 */
export type * from '@spico/contract/schema';
