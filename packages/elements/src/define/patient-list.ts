import { defineElement } from '../shared/define-element.ts';
import { SpicoPatientList } from '../widgets/patient-list/index.ts';

defineElement('spico-patient-list', SpicoPatientList);
