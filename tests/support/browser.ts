/**
 * Real people in a real Chromium. Every page is watched: a page error, a console error, a CSP violation or a request to
 * any origin but the stack's own fails the test that opened it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ensureBrowser } from '../../tools/lib/browser.ts';
import { root } from '../../tools/lib/steps.ts';
import { type JourneyStack, startJourneyStack } from './stack.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The states worth a picture in the documentation; the others are only checked, at the same widths. */
const SHOWN = ['sign-in', 'patients', 'search', 'candidates', 'create', 'ins', 'record', 'practice'];
const WIDTHS = { 320: 900, 768: 1000, 1280: 900 } as const;

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  /** Not one console message of any kind: what a strict host page asks for. */
  readonly silent?: boolean;
  /** A host page of the test's own, besides the stack's. */
  readonly origins?: readonly string[];
  /** Console lines of the browser that belong to the story: a server that fails, a network that is cut. */
  readonly expected?: RegExp;
}

/** One person's browser window. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far. */
  readonly complaints: string[];
  /** Clicks and taps since the last `resetClicks`, as a hand counts them. */
  clicks(): Promise<number>;
  resetClicks(): Promise<void>;
}

/** What a journey file uses: one stack for the file, one browser, and windows that are checked at the end of each test. */
export interface Stage {
  readonly stack: JourneyStack;
  visit(options?: VisitOptions): Promise<Visit>;
}

/** Starts stack and browser before the tests of the calling file, and ends them after. */
export function stage(environment: Readonly<Record<string, string>> = {}): Stage {
  let stack: JourneyStack | undefined;
  let browser: Browser | undefined;
  let visits: Visit[] = [];

  beforeAll(async () => {
    const executablePath = ensureBrowser();
    [stack, browser] = await Promise.all([
      startJourneyStack(environment),
      chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });
  afterEach(async ({ task }) => {
    const ending = visits;
    visits = [];
    if (task.result?.state === 'fail') for (const { page } of ending) await keepEvidence(page, task.name);
    await Promise.all(ending.map(({ context }) => context.close()));
    expect(ending.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  const running = (): JourneyStack => {
    if (!stack) throw new Error('The stack starts in beforeAll: use it inside tests.');
    return stack;
  };
  return {
    get stack() {
      return running();
    },
    async visit(options = {}) {
      if (!browser) throw new Error('The browser starts in beforeAll: use it inside tests.');
      const { width = 1280, height = 800 } = options;
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(10_000);
      const complaints = watch(context, [...running().origins, ...(options.origins ?? [])], options);
      await countClicks(context);
      const page = await context.newPage();
      const visit: Visit = {
        page,
        context,
        complaints,
        clicks: () => page.evaluate(() => Number((globalThis as { journeyClicks?: number }).journeyClicks ?? 0)),
        resetClicks: async () =>
          page.evaluate(() => {
            (globalThis as { journeyClicks?: number }).journeyClicks = 0;
          }),
      };
      visits.push(visit);
      return visit;
    },
  };
}

function watch(context: BrowserContext, origins: readonly string[], { silent, expected }: VisitOptions): string[] {
  const complaints: string[] = [];
  context.on('weberror', (failure) => complaints.push(`page error: ${failure.error().stack ?? failure.error()}`));
  context.on('console', (message) => {
    const text = message.text();
    if (expected?.test(text)) return;
    const said = `console ${message.type()}: ${text} (${message.location().url})`;
    // The browser's own note of an answer such as 401 or 409: the server's failures are another matter.
    const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
    if (silent || (['error', 'warning'].includes(message.type()) && !refusal)) complaints.push(said);
  });
  context.on('response', (response) => {
    const text = `the server answered ${response.status()} to ${response.request().method()} ${response.url()}`;
    if (response.status() >= 500 && !expected?.test(text)) complaints.push(text);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.includes(origin)) complaints.push(`foreign request: ${request.url()}`);
  });
  void context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`CSP violation: ${violatedDirective} ${blockedURI}`),
    );
  });
  return complaints;
}

/** Counts presses of a real pointer; a choice in a native list is two, as the survey counted it (open, choose). */
async function countClicks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const page = globalThis as { journeyClicks?: number };
    page.journeyClicks = 0;
    addEventListener('pointerdown', () => (page.journeyClicks = (page.journeyClicks ?? 0) + 1), true);
    addEventListener(
      'input',
      (event) => {
        const chosen = event.composedPath()[0] instanceof HTMLSelectElement;
        if (chosen) page.journeyClicks = (page.journeyClicks ?? 0) + 2;
      },
      true,
    );
  });
}

async function keepEvidence(page: Page, name: string): Promise<void> {
  const folder = join(tmpdir(), 'spico-journeys');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^\w]+/g, '-').slice(0, 80)}.png`);
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  console.error(`The page as it was: ${path} (${page.url()})`);
}

/**
 * Everything that stands in the page, in whatever shadow root, shown or hidden, typed or drawn: what a person at the
 * machine could still find out.
 */
export const everythingWritten = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const words: string[] = [];
    const read = (node: Node): void => {
      if (node instanceof Text) words.push(node.data);
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) words.push(node.value);
      if (node instanceof Element) {
        words.push(...Array.from(node.attributes, ({ value }) => value));
        if (node.shadowRoot) read(node.shadowRoot);
      }
      node.childNodes.forEach(read);
    };
    read(document);
    return words.join(' ');
  });

/** Nothing for axe to say about the whole page, and nothing cut off or hidden at the side. */
export async function expectSound(page: Page, where: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Through the debugger, because the pages under test let no foreign script in.
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => id + ': ' + help + ' — ' +
        nodes.map((node) => node.target.flat().join(' ') + ' ' + node.html.slice(0, 160)).join(' | ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  expect(result.value, `axe on ${where}`).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    `${where} is too wide`,
  ).toBeLessThanOrEqual(0);
}

/**
 * Checks a state of the screen at 320, 768 and 1280 pixels; with SPICO_SCREENSHOTS=1 those worth showing are written to
 * docs/screenshots.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of Object.entries(WIDTHS).map(([w, h]) => [Number(w), h] as const)) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    await expectSound(page, `${name} at ${width} px`);
    if (process.env['SPICO_SCREENSHOTS'] !== '1' || !SHOWN.includes(name)) continue;
    const path = join(root, 'docs/screenshots', `${name}-${width}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }
  if (before) await page.setViewportSize(before);
}
