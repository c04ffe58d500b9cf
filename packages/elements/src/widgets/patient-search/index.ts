export { SpicoPatientSearch } from './patient-search.ts';
