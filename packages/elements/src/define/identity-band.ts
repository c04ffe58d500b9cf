import { defineElement } from '../shared/define-element.ts';
import { SpicoIdentityBand } from '../widgets/identity-band/index.ts';

defineElement('spico-identity-band', SpicoIdentityBand);
