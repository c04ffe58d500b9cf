import type { MatchGrade } from '@spico/domain/rules/identity/match';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { statement, type Tx } from '../../platform/db.ts';

/** Somebody shown as an answer of one search. */
export interface KeptCandidate {
  /** Stands for the record in this search only: whoever is not a member never learns the record's own id. */
  readonly candidateId: string;
  readonly recordId: string;
  readonly grade: Exclude<MatchGrade, 'none'>;
}

/** A search of the last thirty minutes, by the database's clock. */
export interface RecentSearch {
  readonly id: string;
  readonly accountId: string;
  /** Whoever was in front of the screen: searches are limited per person (T4). */
  readonly personId: string;
  readonly searchedAt: Date;
  readonly expiresAt: Date;
  readonly traits: IdentityTraits;
  /** Code of the high-trust document checked for that search. */
  readonly documentType?: string;
  readonly candidates: readonly KeptCandidate[];
}

/** Keeps a search for as long as it opens doors. */
export async function keepSearch(
  tx: Tx,
  search: Pick<RecentSearch, 'id' | 'accountId' | 'personId' | 'traits' | 'documentType' | 'candidates'>,
): Promise<RecentSearch> {
  const [row] = await statement<{ searched_at: Date; expires_at: Date }>(
    tx,
    `insert into patient_search (id, account_id, person_id, traits, document_type, candidates)
     values ($1, $2, $3, $4::jsonb, $5, $6::jsonb) returning searched_at, expires_at`,
    [
      search.id,
      search.accountId,
      search.personId,
      JSON.stringify(search.traits),
      search.documentType ?? null,
      JSON.stringify(search.candidates),
    ],
  );
  if (!row) throw new Error('A search was not kept.');
  return { ...search, searchedAt: row.searched_at, expiresAt: row.expires_at };
}

/** The caller's own search, while it is recent; undefined for anything else, a colleague's in a shared account included. */
export async function recentSearch(
  tx: Tx,
  { accountId, personId }: Pick<RecentSearch, 'accountId' | 'personId'>,
  searchId: string,
): Promise<RecentSearch | undefined> {
  const [row] = await statement<{
    searched_at: Date;
    expires_at: Date;
    traits: IdentityTraits;
    document_type: string | null;
    candidates: KeptCandidate[];
  }>(
    tx,
    `select searched_at, expires_at, traits, document_type, candidates from patient_search
     where id = $1 and account_id = $2 and person_id = $3 and expires_at > spico_now()`,
    [searchId, accountId, personId],
  );
  return (
    row && {
      id: searchId,
      accountId,
      personId,
      searchedAt: row.searched_at,
      expiresAt: row.expires_at,
      traits: row.traits,
      ...(row.document_type === null ? {} : { documentType: row.document_type }),
      candidates: row.candidates,
    }
  );
}
