import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../primitives/button.ts';
import { notice } from '../../primitives/notice.ts';
import { folderOpenIcon } from '../icons.generated.ts';
import type { Words } from '../locale/common.ts';
import { defineMessages, type Translate } from '../locale/translate.ts';
import type { ProblemMessage } from '../problem-message.ts';
import { failureFacts, type IdentityStatus } from '../sdk.ts';
import type { CreationPhase, WithoutIns } from './create-record.ts';
import french from './creation.fr.ts';

export const creationMessages = defineMessages('creation', french, { en: () => import('./creation.en.ts') });
export type CreationWords = Translate<typeof french>;

export const PHASE_WORDS = {
  copy: 'phaseCopy',
  search: 'phaseSearch',
  ins: 'phaseIns',
  create: 'phaseCreate',
} as const satisfies Record<CreationPhase, string>;

/** What is said once a record stands. */
export interface CreatedRecord {
  readonly recordId: string;
  readonly status: IdentityStatus;
  readonly withoutIns?: WithoutIns;
}

export const createdSentences = (say: CreationWords, { status, withoutIns }: CreatedRecord): [string, string] =>
  withoutIns ? [say('createdWithout'), say(withoutIns)] : [say('created'), say(status)];

/** The record stands; with or without INS, and why. The focus may be sent to `#created`. */
export function createdNotice(options: {
  words: Words;
  say: CreationWords;
  created: CreatedRecord;
  onOpen: () => void;
}): TemplateResult {
  const { words, say, created, onOpen } = options;
  const [heading, body] = createdSentences(say, created);
  return notice({
    words,
    id: 'created',
    tone: 'success',
    heading,
    body,
    actions: button({ label: say('open'), icon: folderOpenIcon, variant: 'primary', onClick: onOpen }),
  });
}

/** A creation that failed: what happened, that nothing typed is lost, and the act that may help. Focus: `#failure`. */
export function creationFailure(options: {
  words: Words;
  say: CreationWords;
  error: unknown;
  problem: ProblemMessage;
  heading: string;
  reassurance: string;
  /** The act that may help. */
  actions: unknown;
}): TemplateResult {
  const { words, say, error, heading, reassurance, actions } = options;
  const { sentence, code, traceId } = options.problem;
  const { retryAfterSeconds } = failureFacts(error);
  const wait =
    retryAfterSeconds === undefined
      ? nothing
      : html`<p>${say('waitMinutes', { count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) })}</p>`;
  return notice({
    words,
    id: 'failure',
    tone: 'warning',
    alert: true,
    heading,
    body: html`<p>${sentence}</p>${wait}<p>${reassurance}</p>`,
    actions,
    code: traceId ? words('errorTrace', { code, trace: traceId }) : words('errorCode', { code }),
  });
}
