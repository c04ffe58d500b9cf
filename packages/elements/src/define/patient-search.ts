import { defineElement } from '../shared/define-element.ts';
import { SpicoPatientSearch } from '../widgets/patient-search/index.ts';

defineElement('spico-patient-search', SpicoPatientSearch);
