import { expect, it } from 'vitest';
import { problemCodes } from '@spico/contract/problem-codes';
import english from './locale/problems.en.ts';
import { problemMessage, problemMessages } from './problem-message.ts';
import { translator } from './locale/translate.ts';

const words = translator(problemMessages);

it.each(Object.keys(problemCodes))('[F-209] has a French and an English sentence of its own for %s', (code) => {
  const { sentence } = problemMessage({ code, status: 400 }, words);
  expect(sentence).toMatch(/^[A-ZÀ-Ý].{15,}\.$/u);
  expect(english[code as keyof typeof english]).toMatch(/^[A-Z].{15,}\.$/);
});

it.each([
  [{ status: 503, code: 'some-new-code' }, 'internal-error'],
  [{ status: 403 }, 'forbidden'],
  [{ kind: 'offline' }, 'network'],
  [new Error('x'), 'widget-failed'],
  [undefined, 'widget-failed'],
] as const)('[F-209] finds a sentence for %o', (error, like) => {
  expect(problemMessage(error, words).sentence).toBe(words(like));
});

it('[F-209] gives the code and the trace to pass on', () => {
  const error = { code: 'internal-error', status: 500, traceId: '3f9c', retryable: true };
  expect(problemMessage(error, words)).toMatchObject({ code: 'internal-error', traceId: '3f9c', retryable: true });
});
