import { defineElement } from '../shared/define-element.ts';
import { SpicoRecordIdentity } from '../widgets/record-identity/index.ts';

defineElement('spico-record-identity', SpicoRecordIdentity);
