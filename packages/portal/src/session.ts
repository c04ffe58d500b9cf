import { createSpicoClient, type Session, SpicoError } from '@spico/sdk';

export type SessionView =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'signed-out'; readonly why: 'start' | 'signed-out' | 'ended' }
  | { readonly state: 'locked' | 'choose-account' | 'active'; readonly session: Session };

const MINUTE = 60_000;

/**
 * The portal's own session: an HttpOnly cookie that no script can read, exchanged for short access tokens kept in
 * memory. Inactivity is counted here too, so that the screen empties at the moment the server ends the session (F-12).
 */
export class PortalSession {
  readonly client = createSpicoClient({ baseUrl: '/api/v1', getToken: () => this.token() });
  view: SessionView = { state: 'loading' };
  /** Less than a minute of inactivity is left. */
  endsSoon = false;
  readonly #changed: () => void;
  #lastAct = Date.now();
  #lastTold = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Tabs of one browser share the session: a sign-in in one opens them all. Says that it happened, and nothing else. */
  readonly #tabs = new BroadcastChannel('spico-session');

  constructor(changed: () => void) {
    this.#changed = changed;
    for (const act of ['pointerdown', 'keydown', 'wheel']) {
      addEventListener(act, this.#acted, { passive: true, capture: true });
    }
    this.#tabs.addEventListener('message', () => this.view.state !== 'active' && void this.refresh());
    addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#tick();
    });
  }

  /** Asks the server who is here. */
  readonly refresh = async (): Promise<void> => {
    try {
      this.take(await this.client.session.get());
    } catch (error) {
      if (error instanceof SpicoError && error.status === 401) {
        this.#set({ state: 'signed-out', why: error.code === 'session-ended' ? 'ended' : 'start' });
      } else this.#set({ state: 'unreachable' });
    }
  };

  readonly tellOtherTabs = (): void => this.#tabs.postMessage('signed-in');

  take(session: Session): void {
    this.#lastAct = this.#lastTold = Date.now();
    this.#set({ state: session.state, session });
    this.#timer ??= setInterval(() => void this.#tick(), 15_000);
  }

  /** For the widgets' provider: one short token, bound to this page. */
  readonly token = async (): Promise<string> => {
    const activity = this.#lastAct > this.#lastTold;
    this.#lastTold = Date.now();
    try {
      return (await this.client.session.createToken({ activity })).accessToken;
    } catch (error) {
      if (error instanceof SpicoError && error.status === 401) await this.refresh();
      throw error;
    }
  };

  async chooseAccount(accountId: string, practiceId?: string): Promise<void> {
    this.take(await this.client.session.chooseAccount({ accountId, ...(practiceId ? { practiceId } : {}) }));
  }

  readonly lock = async (): Promise<void> => this.take(await this.client.session.lock());

  readonly signOut = async (): Promise<void> => {
    let leave: string | undefined;
    try {
      leave = (await this.client.session.signOut()).endSessionUrl;
    } finally {
      this.#set({ state: 'signed-out', why: 'signed-out' });
    }
    if (leave) location.assign(leave);
  };

  /** The person says they are still here. */
  readonly stay = async (): Promise<void> => {
    this.#lastAct = Date.now();
    await this.token().catch(() => undefined);
    this.#set(this.view);
  };

  readonly #acted = (): void => {
    this.#lastAct = Date.now();
    if (this.endsSoon) void this.stay();
  };

  /** Tells the server of activity now and then, warns before the end, and asks the server once the end has come. */
  async #tick(): Promise<void> {
    if (this.view.state !== 'active') return;
    const idle = Date.now() - this.#lastAct;
    const limit = this.view.session.idleSeconds * 1000;
    if (idle >= limit) return this.refresh();
    if (this.#lastAct > this.#lastTold && Date.now() - this.#lastTold > 2 * MINUTE)
      await this.token().catch(() => undefined);
    const soon = limit - idle < MINUTE;
    if (soon !== this.endsSoon) {
      this.endsSoon = soon;
      this.#changed();
    }
  }

  #set(view: SessionView): void {
    this.view = view;
    this.endsSoon = false;
    if (view.state === 'signed-out' && this.#timer) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.#changed();
  }
}
