import { answerError, clientError } from '../errors.ts';

/** What openapi-fetch answers, seen without trust. */
export interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The data of an answer, or its error. Success is read from `response.ok` alone: openapi-fetch leaves `error` undefined
 * when a refusal has an empty body, and a refusal taken for a success is the worst mistake of all.
 */
export function unwrap<Data>({ data, error, response }: Answer<Data>): Data {
  if (!response.ok) throw answerError(response, error);
  if (data === undefined) throw clientError('unexpected', 'unexpected-answer', { status: response.status });
  return data;
}

/** The same for an operation that answers nothing. */
export function unwrapNothing({ error, response }: Answer<unknown>): void {
  if (!response.ok) throw answerError(response, error);
}
