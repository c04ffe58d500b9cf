import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import { hashSecret } from '../../platform/access.ts';
import type { Tx } from '../../platform/db.ts';
import { secret } from '../../platform/ids.ts';
import { insertClient } from './client.repository.ts';

/** A vendor's software that wants to embed the widgets (F-201). */
export interface ClientRegistration {
  readonly name: string;
  /** Exact origins of its pages. */
  readonly origins: readonly string[];
  readonly scopes: readonly string[];
  /** Its own software at Pro Santé Connect: only tokens given to these are exchanged. */
  readonly proSanteClientIds: readonly string[];
  /** Demonstration only, where the page must know them beforehand; drawn otherwise. */
  readonly fixed?: { readonly id: string; readonly secret: string };
}

export type RegistrationFailure = 'name' | 'origins' | 'scopes' | 'taken';

/** An exact origin: https, or http on this machine; nothing behind the host. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && loopback));
}

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'client'
  );
}

/** Writes a client down. The secret is given back this once; only its hash stays. */
export async function registerClient(
  tx: Tx,
  wanted: ClientRegistration,
): Promise<Outcome<{ id: string; secret: string }, RegistrationFailure>> {
  const { name, origins, scopes, proSanteClientIds } = wanted;
  if (name.trim() === '' || name.length > 100) return fail('name');
  if (origins.length === 0 || !origins.every(isOrigin)) return fail('origins');
  const known: readonly string[] = CLIENT_SCOPES;
  if (scopes.length === 0 || !scopes.every((scope) => known.includes(scope))) return fail('scopes');
  // 256 random bits need no slow hash: there is nothing to guess.
  const given = wanted.fixed ?? { id: `${slugOf(name)}-${secret().slice(0, 6).toLowerCase()}`, secret: secret() };
  const inserted = await insertClient(tx, {
    id: given.id,
    name: name.trim(),
    secretHash: hashSecret(given.secret),
    origins: [...new Set(origins)],
    scopes: [...new Set(scopes)],
    proSanteClientIds: [...new Set(proSanteClientIds)],
  });
  return inserted ? ok(given) : fail('taken');
}
