export { SpicoCareCircle } from './care-circle.ts';
