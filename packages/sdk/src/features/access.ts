import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';

/** How the reader reaches a record. */
export function accessFeature(http: Transport) {
  return {
    /**
     * End one's own emergency access before its two hours. Already ended: kind `forbidden`, code `break-glass-ended`.
     * @example
     * await client.access.endBreakGlass(recordId);
     */
    endBreakGlass(recordId: string, options?: CallOptions): Promise<void> {
      return http.tell({ operation: 'endBreakGlass', auth: 'bearer', repeat: 'when-refused' }, options, (api, init) =>
        api.DELETE('/records/{recordId}/break-glass', { ...init, params: { path: { recordId } } }),
      );
    },
  };
}
