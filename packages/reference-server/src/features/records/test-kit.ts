import type { components } from '@spico/contract/schema';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import type { SignedIn, TestServer } from '../../testing/index.ts';

type Schemas = components['schemas'];

/** Jeanne, born in Albi in 1941: nobody in particular. */
export const jeanne: IdentityTraits = {
  birthFamilyName: 'Lefebvre',
  firstBirthGivenName: 'Jeanne',
  sex: 'F',
  birthDate: '1941-03-12',
  birthPlace: { kind: 'commune', cog: '81004' },
};

/** Zoé ADRUN of the published test identities: the teleservice finds her. */
export const zoe: IdentityTraits = {
  birthFamilyName: 'Adrun',
  firstBirthGivenName: 'Zoé',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: { kind: 'commune', cog: '63220' },
};

export const oral: Schemas['ConsentInput'] = { givenBy: 'person', mode: 'oral', collectedOn: '2024-01-15' };

/** What came back, read once. */
export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One request of someone signed in. */
export async function ask<T = Record<string, unknown>>(
  server: TestServer,
  who: SignedIn,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply<T>> {
  const response = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...who.headers, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const json = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, body: (json ? response.json() : undefined) as T, headers: response.headers };
}

/** Searches, as everybody has to before creating (F-20). */
export async function searched(
  server: TestServer,
  who: SignedIn,
  traits: IdentityTraits,
  documentType?: string,
): Promise<Schemas['PatientSearchResult']> {
  const body = { traits, ...(documentType ? { identityDocument: { type: documentType } } : {}) };
  const reply = await ask<Schemas['PatientSearchResult']>(server, who, 'POST', '/patient-searches', body);
  if (reply.status !== 201) throw new Error(`Not searched: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

let keys = 0;

/** Sends a creation; everything has a default but the person. */
export function create(
  server: TestServer,
  who: SignedIn,
  request: Omit<Partial<Schemas['CreateRecordRequest']>, 'traits'> & { searchId: string; traits: unknown },
  key = `creation-key-${(keys += 1)}`,
): Promise<Reply<Schemas['CoordinationRecord']>> {
  const body = { consent: oral, ...request };
  return ask(server, who, 'POST', '/records', body, { 'idempotency-key': key });
}

/** Searches and creates, as one does when nobody is found. */
export async function created(
  server: TestServer,
  who: SignedIn,
  traits: IdentityTraits,
  more: Partial<Schemas['CreateRecordRequest']> = {},
): Promise<Schemas['CoordinationRecord']> {
  const { searchId } = await searched(server, who, traits);
  const reply = await create(server, who, { searchId, traits, ...more });
  if (reply.status !== 201) throw new Error(`Not created: ${JSON.stringify(reply.body)}`);
  return reply.body;
}
