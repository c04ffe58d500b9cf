import type { Feature } from '../app.ts';

/** Every feature of the server; a new one is added here, and nowhere else. */
export const features: readonly Feature[] = [];
