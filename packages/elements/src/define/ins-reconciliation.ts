import { defineElement } from '../shared/define-element.ts';
import { SpicoInsReconciliation } from '../widgets/ins-reconciliation/index.ts';

defineElement('spico-ins-reconciliation', SpicoInsReconciliation);
