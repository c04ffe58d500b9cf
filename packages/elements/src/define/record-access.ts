import { defineElement } from '../shared/define-element.ts';
import { SpicoRecordAccess } from '../widgets/record-access/index.ts';

defineElement('spico-record-access', SpicoRecordAccess);
