export { SpicoIdentityBand } from './identity-band.ts';
