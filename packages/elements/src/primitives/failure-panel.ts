import type { TemplateResult } from 'lit';
import { refreshCwIcon } from '../shared/icons.generated.ts';
import type { Words } from '../shared/locale/common.ts';
import { button } from './button.ts';
import { notice } from './notice.ts';

export interface FailurePanelOptions {
  words: Words;
  /** What happened and what to do. */
  sentence: string;
  code: string;
  traceId?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** Read out at once. */
  alert?: boolean;
}

/** What happened, what to do, a code, a retry (F-209). */
export function failurePanel({
  words,
  sentence,
  code,
  traceId,
  onRetry,
  alert = true,
}: FailurePanelOptions): TemplateResult {
  return notice({
    words,
    tone: 'warning',
    heading: words('errorTitle'),
    body: sentence,
    code: traceId ? words('errorTrace', { code, trace: traceId }) : words('errorCode', { code }),
    alert,
    ...(onRetry ? { actions: button({ label: words('retry'), icon: refreshCwIcon, onClick: onRetry }) } : {}),
  });
}
