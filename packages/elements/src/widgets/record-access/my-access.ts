import { html, nothing, type TemplateResult } from 'lit';
import { badge, button, facts, notice, skeleton, weather } from '../../primitives/index.ts';
import type { RecordController } from '../../shared/controllers/record.ts';
import { fullTime, readableTime } from '../../shared/format/date.ts';
import { lockIcon, refreshCwIcon, sirenIcon, usersIcon } from '../../shared/icons.generated.ts';
import type { Words } from '../../shared/locale/common.ts';
import type { ProblemMessage } from '../../shared/problem-message.ts';
import type { CoordinationRecord } from '../../shared/sdk.ts';
import type { AccessWords } from './record-access.model.ts';

export interface MyAccessOptions {
  readonly words: Words;
  readonly say: AccessWords;
  readonly record: RecordController;
  readonly problem: (error: unknown) => ProblemMessage;
  readonly signIn: () => void;
  readonly ending: boolean;
  readonly failure: unknown;
  readonly end: () => void;
}

/** How one has access, since and until when, and the act that ends it (F-43). */
export function myAccess(options: MyAccessOptions): TemplateResult {
  const { words, say, record, problem, signIn } = options;
  return html`<section class="card mine" aria-labelledby="mine">
    <h2 id="mine">${say('mine')}</h2>
    ${
      record.ended
        ? over(options)
        : weather({
            words,
            state: record.state,
            retry: record.retry,
            problem,
            signIn,
            loading: () => skeleton({ words, count: 3 }),
            ready: (data) => shown(data, options),
          })
    }
  </section>`;
}

function shown({ access, allowedActions }: CoordinationRecord, options: MyAccessOptions): TemplateResult {
  const { words, say, record, ending, failure, end } = options;
  const emergency = access.mode === 'break-glass';
  const instant = (at: string): TemplateResult =>
    html`<time datetime=${at} title=${fullTime(at, words.locale)}>${readableTime(at, words.locale)}</time>`;
  return html`<div class="mine-head">
      ${badge({ label: say(`mode-${access.mode}`), icon: emergency ? sirenIcon : usersIcon, ...(emergency ? { tone: 'urgent' as const } : {}) })}
      ${emergency ? html`<p class="left">${record.countdown.render(words)}</p>` : nothing}
    </div>
    ${failure}
    ${facts([
      { label: say('since'), value: instant(access.since) },
      access.until === undefined ? undefined : { label: say('until'), value: instant(access.until) },
    ])}
    <p class="muted">${say(emergency ? 'emergencyNote' : 'lasting')}</p>
    ${
      allowedActions.includes('access.end-break-glass')
        ? html`<div class="actions">${button({ label: say('end'), icon: lockIcon, busy: ending, busyLabel: say('sending'), onClick: end })}</div>`
        : nothing
    }`;
}

function over({ words, say, record }: MyAccessOptions): TemplateResult {
  return html`${notice({
    words,
    tone: 'info',
    id: 'ended',
    heading: say('ended'),
    body: say('endedBody'),
    actions: button({ label: say('checkAgain'), icon: refreshCwIcon, onClick: record.changed }),
  })}`;
}
