import type { components } from '@spico/contract/schema';
import type { GivenAccess } from './given-access.ts';

type Schemas = components['schemas'];

/** An access just given, on the wire; the rest of its time in seconds, so that a wrong clock misleads nobody. */
export function toAccessGranted({
  recordId,
  mode,
  since,
  until,
  now,
  notifiedMembers,
}: GivenAccess): Schemas['AccessGranted'] {
  return {
    recordId,
    access: {
      mode,
      since: since.toISOString(),
      ...(until
        ? {
            until: until.toISOString(),
            remainingSeconds: Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000)),
          }
        : {}),
    },
    notifiedMembers,
  };
}
