import type { CallOptions } from '../transport/call.ts';

/** Options of a change: the version that was read, so that nobody's work is overwritten unseen. */
export interface ChangeOptions extends CallOptions {
  /** `version` of what was read; a newer one on the server ends in kind `stale`. */
  readonly version: number;
}

/** The version as a strong tag. */
export function ifMatch({ version }: ChangeOptions): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
