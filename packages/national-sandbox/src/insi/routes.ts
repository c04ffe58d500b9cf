import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Faults, takeInsiFault } from '../faults.ts';
import { findPeople, type InsiPerson } from './directory.ts';
import { type InsiRequest, RefusedRequest, readRequest } from './request.ts';
import { CONTENT_TYPES, faultResponse, searchResponse, verifyResponse } from './response.ts';

/** The path of the real service. */
export const INSI_PATH = '/lps';

function answer(directory: readonly InsiPerson[], request: InsiRequest): string {
  const people = findPeople(directory, request.question);
  if (request.operation === 'search') return searchResponse(request.soap, people);
  const { matricule, oid } = request.claimed;
  // A former number is no longer an identity: only the active one is confirmed.
  return verifyResponse(
    request.soap,
    people.some(({ ins }) => ins.matricule === matricule && ins.oid === oid),
  );
}

/** One call counted for tests: which operation, which given names, which place. No one real is ever in here. */
export interface InsiCall {
  readonly operation: InsiRequest['operation'];
  readonly givenNames: readonly string[];
  readonly cog?: string;
  /** Whether a `wsse:Security` header came with a content. */
  readonly assertion: boolean;
}

export interface InsiRoutes {
  readonly directory: readonly InsiPerson[];
  readonly faults: Faults;
  readonly calls: InsiCall[];
}

export function insiRoutes(app: FastifyInstance, { directory, faults, calls }: InsiRoutes): void {
  app.addContentTypeParser(
    ['text/xml', 'application/xml', 'application/soap+xml'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );

  app.post(INSI_PATH, async (request, reply): Promise<FastifyReply> => {
    const fault = takeInsiFault(faults);
    if (fault.mode === 'drop') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    if (fault.mode === 'delay') await sleep(fault.delayMs);
    if (fault.mode === 'empty') return reply.type(CONTENT_TYPES['1.2']).send('');
    try {
      const xml = typeof request.body === 'string' ? request.body : '';
      const asked = readRequest(xml);
      const { givenNames, cog } = asked.question;
      const assertion = /<(?:\w+:)?Security[^>]*>\s*</.test(xml);
      calls.push({ operation: asked.operation, givenNames, assertion, ...(cog ? { cog } : {}) });
      reply.type(CONTENT_TYPES[asked.soap]);
      if (fault.mode === 'error') return reply.status(500).send(faultResponse(asked.soap, 'Panne simulée.'));
      const xmlAnswer = answer(directory, asked);
      return reply.send(fault.mode === 'malformed' ? xmlAnswer.slice(0, xmlAnswer.length / 2) : xmlAnswer);
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      return reply.status(500).type(CONTENT_TYPES[error.soap]).send(faultResponse(error.soap, error.message));
    }
  });
}
