export { SpicoRecordIdentity } from './record-identity.ts';
