import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { fail, ok } from '@spico/domain/values/outcome';
import { useCase } from '../../platform/use-case.ts';
import { searchesUsedUp } from './look-up-limit.ts';
import { type PerformedSearch, performSearch } from './perform-search.ts';
import { readTraits } from './read-traits.ts';

/** What was typed; the document, when one was checked for this very search (F-24). */
export interface SearchPatients {
  readonly traits: IdentityTraits;
  readonly documentType?: string;
}

/**
 * Looks for an existing record by the five traits (F-22, F-25, F-260). Each search that is answered counts against the
 * hour's thirty and leaves one audit row: which records it showed, never what was typed.
 * @param offers - The high-trust documents of this installation.
 */
export const searchPatients = (offers: (documentType: string) => boolean) =>
  useCase<SearchPatients, PerformedSearch>({
    action: 'patient-search.search',
    sections: ['S01'],
    access: () => ({}),
    async execute({ traits: typed, documentType }, context) {
      const { clock, audit } = context;
      const traits = readTraits(typed, clock.today());
      if (!traits.ok) return fail({ code: 'invalid-request', fields: traits.failure });
      if (documentType !== undefined) {
        if (traits.value.birthPlace.kind === 'unknown') {
          return fail({
            code: 'birth-place-needed',
            fields: [{ pointer: '/traits/birthPlace', code: 'place-unknown' }],
          });
        }
        if (!offers(documentType)) {
          const field = { pointer: '/identityDocument/type', code: 'not-a-high-trust-document' };
          return fail({ code: 'invalid-request', fields: [field] });
        }
      }
      const limited = await searchesUsedUp(context);
      if (limited) return fail(limited);
      const search = await performSearch(context, {
        traits: traits.value,
        ...(documentType === undefined ? {} : { documentType }),
      });
      audit
        .detail('searchId', search.searchId)
        .detail('candidates', search.candidates.length)
        .detail('documentChecked', search.identityDocumentChecked);
      // Whose identity was shown to whom has to be found again when an account turns out to be stolen.
      if (search.shownRecordIds.length > 0) audit.detail('shown', search.shownRecordIds.join(' '));
      return ok(search);
    },
  });
