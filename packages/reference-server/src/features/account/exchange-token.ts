import { timingSafeEqual } from 'node:crypto';
import { fail, ok } from '@spico/domain/values/outcome';
import type { PresentedToken } from '../../connectors/pro-sante-connect/index.ts';
import { hashSecret } from '../../platform/access.ts';
import { publicUseCase } from '../../platform/use-case.ts';
import { findClient, type RegisteredClient } from './client.repository.ts';
import { tokenOfClientSession } from './client-session.ts';
import { linkProfessional } from './link-professional.ts';
import { type AccountChoice, findChoices, type IssuedToken } from './session.repository.ts';

/** What a vendor's back end says of itself and of the page. */
export interface ClientDemand {
  readonly client: { readonly id: string; readonly secret: string } | undefined;
  readonly origin: string;
  /** Absent: everything the client may. */
  readonly scopes: readonly string[] | undefined;
}

/** A client that is the one it says, asking for a page and for rights that are its own. */
export interface AdmittedClient {
  readonly client: RegisteredClient;
  readonly origin: string;
  readonly scopes: readonly string[];
}

const nobody = new Uint8Array(32);

/** Who asks, and for what page; before Pro Santé Connect is bothered. */
export const admitClient = publicUseCase<ClientDemand, AdmittedClient>({
  action: 'account.exchange-token',
  async execute({ client: shown, origin, scopes }, { tx, caller, audit }) {
    audit.detail('step', 'client');
    const client = shown ? await findClient(tx, shown.id) : undefined;
    // The same work whether or not the client is known.
    const right = timingSafeEqual(hashSecret(shown?.secret ?? ''), client?.secretHash ?? nobody);
    if (!client || !right) return fail({ code: 'invalid-client' });
    audit.by(client.id);
    // A browser has no business here: a secret in a page is no secret.
    if (caller.origin !== undefined || !client.origins.includes(origin)) return fail({ code: 'origin-not-allowed' });
    const granted = scopes ?? client.scopes;
    if (granted.length === 0 || !granted.every((scope) => client.scopes.includes(scope))) {
      return fail({ code: 'invalid-request', fields: [{ pointer: '/scope', code: 'not-granted' }] });
    }
    return ok({ client, origin, scopes: granted });
  },
});

/** Leaves a trace of a token that Pro Santé Connect does not stand by. */
export const noteRefusedToken = publicUseCase<{ clientId: string; why: string }, never>({
  action: 'account.exchange-token',
  async execute({ clientId, why }, { audit }) {
    audit.detail('step', 'subject-token').by(clientId).because(why);
    return fail({ code: 'invalid-subject-token' });
  },
});

/** The professional behind a verified token, through an admitted client. */
export interface Exchange extends AdmittedClient {
  readonly presented: PresentedToken;
  readonly practiceId: string | undefined;
  readonly idleSeconds: number;
  /** Demonstration: a client that named no software at Pro Santé Connect may show a token of any. */
  readonly anySoftware: boolean;
}

/** A short token of ours for a Pro Santé Connect token (RFC 8693, F-201), bound to person, client, page and scopes. */
export const exchangeToken = publicUseCase<Exchange, IssuedToken & { readonly scopes: readonly string[] }>({
  action: 'account.exchange-token',
  async execute({ client, origin, scopes, presented, practiceId, idleSeconds, anySoftware }, context) {
    const { tx, ids, audit } = context;
    audit.detail('step', 'session').by(client.id);
    const named = client.proSanteClientIds;
    // A token that another software obtained proves nothing to this one's users.
    if (!(named.includes(presented.clientId) || (named.length === 0 && anySoftware))) {
      return fail({ code: 'invalid-subject-token' });
    }
    const linked = await linkProfessional(tx, ids, presented);
    if (!linked.ok) return fail({ code: 'forbidden', reason: linked.failure });
    const { personId, accountId } = linked.value;
    audit.actedBy(accountId, personId);
    const choice = choose(await findChoices(tx, personId), practiceId);
    if (!choice) return fail({ code: 'forbidden', reason: 'practice-needed' });
    const { sessionId, token } = await tokenOfClientSession(context, {
      personId,
      choice,
      assurance: 'psc',
      idleSeconds,
      clientId: client.id,
      origin,
      scopes,
    });
    audit.actedBy(choice.accountId, personId, sessionId);
    return ok({ ...token, scopes });
  },
});

/**
 * The practice asked for; without one, the first of the person's own, provided that all give the same rights: which rights
 * somebody acts with is never guessed (F-09).
 */
function choose(choices: readonly AccountChoice[], practiceId: string | undefined): AccountChoice | undefined {
  if (practiceId !== undefined) return choices.find((one) => one.practiceId === practiceId);
  const own = choices.filter(({ kind }) => kind === 'individual');
  const [first] = own;
  return own.every(({ professionGroup }) => professionGroup === first?.professionGroup) ? first : undefined;
}
