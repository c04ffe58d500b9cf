export { SpicoPatientList } from './patient-list.ts';
