import type { CareCircle } from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';

/** Who shares a record (F-55). */
export function careCircleFeature(http: Transport) {
  return {
    /**
     * The members, current ones first, and how each got access.
     * @example
     * const { items } = await client.careCircle.list(recordId);
     * const others = items.filter((member) => member.current && !member.isReader);
     */
    list(recordId: string, options?: CallOptions): Promise<CareCircle> {
      return http.ask({ operation: 'listCareCircle', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/records/{recordId}/care-circle', { ...init, params: { path: { recordId } } }),
      );
    },
  };
}
