import { defineElement } from '../shared/define-element.ts';
import { SpicoIdentityForm } from '../widgets/identity-form/index.ts';

defineElement('spico-identity-form', SpicoIdentityForm);
