import type { Actor, ClientScope } from '@spico/domain/rules/access/actor';
import { decide } from '@spico/domain/rules/access/decide';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import type { Professional } from '../reference/index.ts';
import { findProfessional } from './professional.query.ts';
import { portalClient } from './client.repository.ts';

/** Who a token stands for, and what the embedding software may ask. */
export interface MeView {
  readonly professional: Professional;
  readonly kind: Actor['kind'];
  readonly assurance: Actor['assurance'];
  /** Absent for the portal itself. */
  readonly clientName?: string;
  readonly clientScopes: readonly ClientScope[];
  readonly mayCreateRecords: boolean;
}

export const readMe = useCase<undefined, MeView>({
  action: 'account.read-me',
  access: () => ({}),
  async execute(_command, { tx, actor, session, now }) {
    const found = await findProfessional(tx, actor.accountId, session.practiceId, session.clientId);
    if (!found) return fail({ code: 'not-found' });
    const { clientName, ...professional } = found;
    return ok({
      professional,
      kind: actor.kind,
      assurance: actor.assurance,
      clientScopes: actor.clientScopes,
      mayCreateRecords: decide({ actor, action: 'records.create', now }).allow,
      ...(clientName === null || session.clientId === portalClient ? {} : { clientName }),
    });
  },
});
