export { SpicoProvider } from './provider.ts';
