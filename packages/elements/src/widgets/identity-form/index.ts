export { SpicoIdentityForm } from './identity-form.ts';
