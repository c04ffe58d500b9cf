export { SpicoInsReconciliation } from './ins-reconciliation.ts';
