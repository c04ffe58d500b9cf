import { html, nothing, type TemplateResult } from 'lit';
import { type QueryState } from '../shared/controllers/query.ts';
import { inboxIcon, lockIcon, logInIcon, refreshCwIcon, searchIcon, wifiOffIcon } from '../shared/icons.generated.ts';
import { readableTime } from '../shared/format/date.ts';
import type { Words } from '../shared/locale/common.ts';
import type { ProblemMessage } from '../shared/problem-message.ts';
import { failureFacts } from '../shared/sdk.ts';
import { button } from './button.ts';
import { failurePanel } from './failure-panel.ts';
import { icon, type Icon } from './icon.ts';
import { skeleton } from './skeleton.ts';

interface Scene {
  icon: Icon;
  heading: string;
  body?: unknown;
  actions?: unknown;
}

function scene({ icon: drawing, heading, body, actions }: Scene): TemplateResult {
  return html`<div class="weather" part="weather">
    ${icon(drawing)}
    <p class="weather-heading">${heading}</p>
    ${body ? html`<p class="muted">${body}</p>` : nothing}
    ${actions ? html`<div class="row">${actions}</div>` : nothing}
  </div>`;
}

/** What this place is for, and the first act. */
export const emptyScene = (options: { heading: string; body?: unknown; actions?: unknown }): TemplateResult =>
  scene({ icon: inboxIcon, ...options });

/** What was searched, and how to widen it. */
export const noResultScene = (options: {
  words: Words;
  query: string;
  body?: unknown;
  actions?: unknown;
}): TemplateResult =>
  scene({
    icon: searchIcon,
    heading: options.words('noResult', { query: options.query }),
    body: options.body,
    actions: options.actions,
  });

/** Which right is missing and who can help; never what is hidden. */
export const forbiddenScene = (options: {
  words: Words;
  right?: string | undefined;
  body?: unknown;
  actions?: unknown;
}): TemplateResult =>
  scene({
    icon: lockIcon,
    heading: options.words('forbidden'),
    body:
      options.body ??
      html`${options.right ? options.words('missingRight', { right: options.right }) : nothing} ${options.words('forbiddenHelp')}`,
    actions: options.actions,
  });

/** One act to come back, nothing typed is lost. */
export const expiredScene = (options: { words: Words; onSignIn: () => void }): TemplateResult =>
  scene({
    icon: logInIcon,
    heading: options.words('expired'),
    actions: button({ label: options.words('signInAgain'), variant: 'primary', onClick: options.onSignIn }),
  });

/** Nothing to show without a connection. */
export const offlineScene = (options: { words: Words; onRetry: () => void }): TemplateResult =>
  scene({
    icon: wifiOffIcon,
    heading: options.words('offlineEmpty'),
    actions: button({ label: options.words('retry'), icon: refreshCwIcon, onClick: options.onRetry }),
  });

/** Above data kept while offline: from when it is. */
export const staleLine = (options: {
  words: Words;
  at: number;
  onRetry: () => void;
  failure?: ProblemMessage;
}): TemplateResult =>
  html`<p class="stale" role="status">
    ${icon(wifiOffIcon)}
    <span>${options.failure?.sentence ?? options.words('offline', { time: readableTime(options.at, options.words.locale) })}</span>
    ${button({ label: options.words('retry'), variant: 'quiet', onClick: options.onRetry })}
  </p>`;

/** Both versions side by side, and a choice. */
export function conflictScene(options: {
  words: Words;
  mine: unknown;
  theirs: unknown;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
}): TemplateResult {
  const { words } = options;
  return html`<section class="stack" part="conflict" aria-label=${words('conflict')}>
    <p class="weather-heading">${words('conflict')}</p>
    <div class="versions">
      <div class="card stack"><h3>${words('conflictMine')}</h3>${options.mine}</div>
      <div class="card stack"><h3>${words('conflictTheirs')}</h3>${options.theirs}</div>
    </div>
    <div class="actions">
      ${button({ label: words('keepTheirs'), onClick: options.onKeepTheirs })}
      ${button({ label: words('keepMine'), variant: 'primary', onClick: options.onKeepMine })}
    </div>
  </section>`;
}

export interface WeatherOptions<Data> {
  words: Words;
  state: QueryState<Data>;
  ready: (data: Data) => unknown;
  retry: () => void;
  /** `this.problem` of the widget. */
  problem: (error: unknown) => ProblemMessage;
  /** `this.resume` of the widget. */
  signIn: () => void;
  loading?: () => unknown;
  empty?: (data: Data | undefined) => unknown;
  forbidden?: (error: unknown) => unknown;
  error?: (error: unknown) => unknown;
  conflict?: (error: unknown) => unknown;
  idle?: () => unknown;
}

/** Draws a read in all its weathers; each can be replaced, none can be forgotten. */
export function weather<Data>(options: WeatherOptions<Data>): unknown {
  const { words, state, ready, retry, problem } = options;
  const { data, error } = state;
  const shown = data === undefined ? undefined : ready(data);
  const failed = (): unknown => failurePanel({ words, ...problem(error), onRetry: retry, alert: false });
  switch (state.status) {
    case 'idle':
      return (options.idle ?? options.loading ?? (() => skeleton({ words })))();
    case 'loading':
      return (options.loading ?? (() => skeleton({ words })))();
    case 'ready':
      return shown;
    case 'empty':
      return options.empty ? options.empty(data) : emptyScene({ heading: words('empty') });
    case 'forbidden':
      return options.forbidden
        ? options.forbidden(error)
        : forbiddenScene({ words, right: failureFacts(error).reason });
    case 'expired':
      return expiredScene({ words, onSignIn: options.signIn });
    case 'offline':
      if (shown === undefined) return offlineScene({ words, onRetry: retry });
      return html`${staleLine({ words, at: state.at ?? 0, onRetry: retry })}${shown}`;
    case 'conflict':
      return options.conflict ? options.conflict(error) : failed();
    case 'error':
      if (options.error) return options.error(error);
      return shown === undefined
        ? failed()
        : html`${staleLine({ words, at: state.at ?? 0, onRetry: retry, failure: problem(error) })}${shown}`;
  }
}
