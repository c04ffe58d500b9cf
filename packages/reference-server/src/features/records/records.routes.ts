import type { FeatureDeps } from '../../app.ts';
import { readDmpTemplate } from '../../connectors/dmp/index.ts';
import { etag } from '../../http/etag.ts';
import { type Handlers, route, routeInSteps } from '../../http/handler.ts';
import { createCursors } from '../../platform/cursor.ts';
import { keyFor } from '../../platform/keys.ts';
import { existingOf, tellCandidates } from '../identity/index.ts';
import { offersDocument } from '../reference/index.ts';
import { changeConsent } from './change-consent.ts';
import { createRecord } from './create-record.ts';
import { launchDmp } from './launch-dmp.ts';
import { listRecords } from './list-records.query.ts';
import { openRecord } from './open-record.query.ts';
import {
  toCreateRecord,
  toAdministrative,
  toConsent,
  toCoordinationRecord,
  toPatientListPage,
} from './records.mapper.ts';
import { updateAdministrative } from './update-administrative.ts';

export function recordsHandlers({ settings }: FeatureDeps): Handlers {
  const dmpTemplate = readDmpTemplate(settings.services);
  const dmpOffered = dmpTemplate !== undefined;
  const creating = createRecord(offersDocument(settings));
  const cursors = createCursors(keyFor(settings, 'cursors'));

  return {
    createRecord: routeInSteps('createRecord', {
      useCase: creating,
      async run(runner, { body, caller }) {
        const done = await runner.run(creating, toCreateRecord(body), caller, (opened) => ({
          status: 201,
          headers: { location: `/api/v1/records/${opened.record.recordId}`, etag: etag(opened.record.version) },
          body: toCoordinationRecord(opened, dmpOffered, caller.language),
        }));
        return tellCandidates(runner, done, creating.action, caller);
      },
      problem: existingOf,
    }),
    openRecord: route('openRecord', {
      useCase: openRecord,
      command: ({ params }) => params,
      answer: (opened, { caller }) => ({
        status: 200,
        headers: { etag: etag(opened.record.version) },
        body: toCoordinationRecord(opened, dmpOffered, caller.language),
      }),
    }),
    listRecords: route('listRecords', {
      useCase: listRecords(cursors),
      command: ({ query }) => ({ limit: query.limit ?? 50, ...(query.cursor ? { cursor: query.cursor } : {}) }),
      answer: (page, { caller }) => ({ status: 200, body: toPatientListPage(page, caller.language) }),
    }),
    updateAdministrative: route('updateAdministrative', {
      useCase: updateAdministrative,
      command: ({ params, body }) => ({ recordId: params.recordId, contact: body }),
      answer: (opened) => ({
        status: 200,
        headers: { etag: etag(opened.record.version) },
        body: toAdministrative(opened, dmpOffered),
      }),
    }),
    changeConsent: route('changeConsent', {
      useCase: changeConsent,
      command: ({ params, body }) => ({ recordId: params.recordId, consent: body }),
      answer: ({ consent, record }) => {
        if (!consent) throw new Error('Whoever writes a consent can read it.');
        return { status: 200, headers: { etag: etag(record.version) }, body: toConsent(consent) };
      },
    }),
    launchDmp: route('launchDmp', {
      useCase: launchDmp(dmpTemplate),
      command: ({ params }) => params,
      answer: (url) => ({ status: 201, body: { url } }),
    }),
  };
}
