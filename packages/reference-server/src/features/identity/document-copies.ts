import { fail, ok } from '@spico/domain/values/outcome';
import { appendAudit } from '../../platform/audit.ts';
import type { Database } from '../../platform/db.ts';
import { useCase } from '../../platform/use-case.ts';
import { type DocumentCopy, deleteDueCopies, findCopy, insertCopy } from './document-copy.repository.ts';
import { forgetOldInsQueries } from './ins-query.repository.ts';
import { MOST_PIXELS, mediaTypeOf, statedPixels } from './media-type.ts';
import { seal, unseal } from '../../platform/seal.ts';

const boundTo = (id: string, mediaType: string) => `identity-document-copy ${id} ${mediaType}`;

/** Deposits a copy before the record exists or the check is declared (F-32); a record that takes it keeps it five years. */
export const uploadDocumentCopy = (key: Uint8Array) =>
  useCase<Uint8Array, DocumentCopy>({
    action: 'identity-documents.upload',
    access: () => ({}),
    async execute(bytes, { tx, ids, actor, audit }) {
      const mediaType = mediaTypeOf(bytes);
      if (!mediaType) return fail({ code: 'unsupported-media-type' });
      const pixels = statedPixels(bytes, mediaType);
      if (pixels === undefined)
        return fail({ code: 'invalid-request', fields: [{ pointer: '', code: 'unreadable-image' }] });
      if (pixels > MOST_PIXELS) {
        return fail({
          code: 'invalid-request',
          fields: [{ pointer: '', code: 'too-many-pixels', limit: MOST_PIXELS }],
        });
      }
      const id = ids.next();
      audit.detail('copy', id);
      const { accountId, personId } = actor;
      const sealed = seal(key, bytes, boundTo(id, mediaType));
      return ok(await insertCopy(tx, { id, accountId, personId, mediaType, bytes: bytes.length, sealed }));
    },
  });

/** The copy as it was deposited. */
export const readDocumentCopy = (key: Uint8Array) =>
  useCase<{ readonly recordId: string; readonly copyId: string }, Uint8Array>({
    action: 'identity.read-document-copy',
    sections: ['S01'],
    access: ({ recordId }) => ({ record: recordId }),
    async execute({ recordId, copyId }, { tx, audit }) {
      const copy = await findCopy(tx, recordId, copyId);
      if (!copy) return fail({ code: 'not-found' });
      audit.detail('copy', copyId);
      return ok(unseal(key, copy.sealed, boundTo(copyId, copy.mediaType)));
    },
  });

/** Once a day: destroys what is past its time, each copy with its own line in the audit trail (INS 46). */
export async function purgeDocumentCopies(database: Database): Promise<number> {
  let purged = 0;
  for (let batch = 100; batch === 100; ) {
    batch = await database.transaction(async (tx, closing) => {
      const gone = await deleteDueCopies(tx, 100);
      // Chains are always locked in the same order: see the runner.
      for (const { id, recordId, accountId } of gone.toSorted((a, b) =>
        (a.recordId ?? '') < (b.recordId ?? '') ? -1 : 1,
      )) {
        closing.push(
          appendAudit({
            requestId: 'daily',
            operation: 'identity-documents.purge',
            outcome: 'done',
            mode: 'none',
            sections: [],
            recordId: recordId ?? undefined,
            recordExists: recordId !== null,
            details: { copy: id, depositedBy: accountId },
          }),
        );
      }
      await forgetOldInsQueries(tx);
      return gone.length;
    });
    purged += batch;
  }
  return purged;
}
