import type { FeatureDeps } from '../../app.ts';
import { createInsiClient } from '../../connectors/insi/index.ts';
import { etag } from '../../http/etag.ts';
import { type Handlers, route, routeInSteps } from '../../http/handler.ts';
import { keyFor } from '../../platform/keys.ts';
import type { Caller } from '../../platform/use-case.ts';
import { existingOf, tellCandidates } from './candidates-in-the-way.ts';
import { offersDocument } from '../reference/index.ts';
import { checkIdentityDocument } from './check-identity-document.ts';
import { correctIdentity } from './correct-identity.ts';
import { decideRecordIns } from './decide-record-ins.ts';
import { readDocumentCopy, uploadDocumentCopy } from './document-copies.ts';
import { getIdentityHistory } from './get-identity-history.query.ts';
import {
  fromComplementary,
  fromTraits,
  toDocumentCopy,
  toIdentityHistory,
  toInsQueryResult,
  toRecordIdentity,
} from './identity.mapper.ts';
import {
  askInsi,
  type InsPlan,
  keepInsAnswer,
  keepRecordInsAnswer,
  planInsQuery,
  planRecordInsQuery,
} from './query-ins.ts';
import type { RecordIdentity } from './record-identity.ts';
import { setIdentityFlags } from './set-identity-flags.ts';

export function identityHandlers({ settings }: FeatureDeps): Handlers {
  const insi = createInsiClient(settings.services);
  const key = keyFor(settings, 'identity-documents');
  const ask = (plan: InsPlan) => askInsi(insi, plan, settings.demo);
  const changed = (record: RecordIdentity, { caller }: { caller: Caller }) =>
    ({
      status: 200,
      headers: { etag: etag(record.version) },
      body: toRecordIdentity(record, caller.language),
    }) as const;

  return {
    queryIns: routeInSteps('queryIns', {
      useCase: planInsQuery,
      async run(runner, { body, caller }) {
        let plan: InsPlan | undefined;
        const asked = {
          searchId: body.searchId,
          traits: fromTraits(body.traits),
          flags: body.flags ?? [],
          documentChecked: body.identityDocument !== undefined,
        };
        const planned = await runner.run(planInsQuery, asked, caller, (value) => {
          plan = value;
          return { status: 202 };
        });
        if (!planned.ok || !plan) return planned;
        const answer = await ask(plan);
        return runner.run(keepInsAnswer, { plan, answer }, caller, (value) => ({
          status: 201,
          body: toInsQueryResult(value, caller.language),
        }));
      },
    }),
    queryRecordIns: routeInSteps('queryRecordIns', {
      useCase: planRecordInsQuery,
      async run(runner, { params, caller }) {
        let plan: InsPlan | undefined;
        const planned = await runner.run(planRecordInsQuery, params, caller, (value) => {
          plan = value;
          return { status: 202 };
        });
        if (!planned.ok || !plan) return planned;
        const answer = await ask(plan);
        return runner.run(keepRecordInsAnswer, { plan, answer }, caller, (value) => ({
          status: 201,
          body: toInsQueryResult(value, caller.language),
        }));
      },
    }),
    decideRecordIns: routeInSteps('decideRecordIns', {
      useCase: decideRecordIns,
      async run(runner, { params, body, caller }) {
        const { insQueryId, decision, documentConfirmed = false } = body;
        const command = { recordId: params.recordId, decided: { insQueryId, decision, documentConfirmed } };
        const done = await runner.run(decideRecordIns, command, caller, (record) => changed(record, { caller }));
        return tellCandidates(runner, done, decideRecordIns.action, caller);
      },
      problem: existingOf,
    }),
    correctIdentity: routeInSteps('correctIdentity', {
      useCase: correctIdentity,
      async run(runner, { params, body, caller }) {
        const complementary = fromComplementary(body.complementary);
        const command = {
          recordId: params.recordId,
          traits: fromTraits(body.traits),
          ...(complementary ? { complementary } : {}),
        };
        const done = await runner.run(correctIdentity, command, caller, (record) => changed(record, { caller }));
        return tellCandidates(runner, done, correctIdentity.action, caller);
      },
      problem: existingOf,
    }),
    setIdentityFlags: route('setIdentityFlags', {
      useCase: setIdentityFlags,
      command: ({ params, body }) => ({ recordId: params.recordId, flags: body.flags, reason: body.reason }),
      answer: changed,
    }),
    checkIdentityDocument: route('checkIdentityDocument', {
      useCase: checkIdentityDocument(offersDocument(settings)),
      command: ({ params, body }) => ({
        recordId: params.recordId,
        document: { type: body.type, ...(body.copyId ? { copyId: body.copyId } : {}) },
      }),
      answer: changed,
    }),
    getIdentityHistory: route('getIdentityHistory', {
      useCase: getIdentityHistory,
      command: ({ params }) => params,
      answer: (entries, { caller }) => ({ status: 200, body: toIdentityHistory(entries, caller.language) }),
    }),
    uploadIdentityDocumentCopy: route('uploadIdentityDocumentCopy', {
      useCase: uploadDocumentCopy(key),
      command: ({ body }) => body,
      answer: (copy) => ({ status: 201, body: toDocumentCopy(copy) }),
    }),
    readIdentityDocumentCopy: route('readIdentityDocumentCopy', {
      useCase: readDocumentCopy(key),
      command: ({ params }) => params,
      // Never opened by the browser in our origin: it is whatever somebody photographed or scanned.
      answer: (body) => ({ status: 200, headers: { 'content-disposition': 'attachment' }, body }),
    }),
  };
}
