export { SpicoRecordAccess } from './record-access.ts';
