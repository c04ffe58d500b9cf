import { clientError, SpicoError } from '../../errors.ts';
import { codeIn, type Middleware } from './middleware.ts';

/**
 * Why the host is asked for a token: `initial` the first time, `expired` when the server refused the former one, `wake`
 * when more than five minutes went by since it came (sleep, a page left alone), so that no request fails first (F-201).
 */
export type TokenReason = 'initial' | 'expired' | 'wake';

/** Gives a short access token. Its answer lives in the memory of this client and nowhere else. */
export type GetToken = (context: { reason: TokenReason }) => Promise<string> | string;

/** A token never lives longer than this (the contract says so), so an older one is not even tried. */
const LONGEST_LIFE_MS = 300_000;
/** A host that has not answered by then is asked again by the next call. */
const PATIENCE_MS = 30_000;

interface Held {
  readonly value: string;
  readonly at: number;
}

/** Holds the token of one client and asks the host once for any number of calls that need it at the same time. */
export class TokenKeeper {
  #held: Held | undefined;
  #flight: { readonly promise: Promise<Held>; readonly at: number } | undefined;
  #reason: TokenReason = 'initial';
  readonly #getToken: GetToken;

  constructor(getToken: GetToken) {
    this.#getToken = getToken;
  }

  /** The token to use now. */
  async token(): Promise<Held> {
    const held = this.#held;
    if (held && Math.abs(Date.now() - held.at) < LONGEST_LIFE_MS) return held;
    if (held) this.#reason = 'wake';
    return this.#ask();
  }

  /** A token other than the one that was refused. Late callers get the one that an earlier caller already fetched. */
  async renew(refused: Held): Promise<Held> {
    if (this.#held && this.#held !== refused) return this.#held;
    this.#reason = 'expired';
    return this.#ask();
  }

  #ask(): Promise<Held> {
    const waiting = this.#flight;
    if (waiting && Date.now() - waiting.at < PATIENCE_MS) return waiting.promise;
    this.#held = undefined;
    const flight = { promise: this.#fetch(this.#reason), at: Date.now() };
    this.#flight = flight;
    const clear = () => {
      if (this.#flight === flight) this.#flight = undefined;
    };
    flight.promise.then(clear, clear);
    return flight.promise;
  }

  async #fetch(reason: TokenReason): Promise<Held> {
    try {
      const value = await this.#getToken({ reason });
      if (typeof value !== 'string' || value === '') throw new TypeError('getToken gave no token');
      this.#held = { value, at: Date.now() };
      return this.#held;
    } catch (error) {
      // The portal's own getToken is a call of this package: its error already says what happened.
      if (SpicoError.is(error)) throw error;
      throw clientError('unauthenticated', 'token-unavailable', { retryable: true, cause: error });
    }
  }
}

/** Puts the token on, and renews it once when the server says it has expired. */
export function auth(keeper: TokenKeeper | undefined, onSessionEnded: (error: { code: string }) => void): Middleware {
  let told = false;
  const watch = async (response: Response): Promise<Response> => {
    if (response.ok) told = false;
    const code = response.status === 401 ? await codeIn(response) : undefined;
    if (!told && (code === 'session-ended' || code === 'session-locked')) {
      told = true;
      onSessionEnded({ code });
    }
    return response;
  };

  return async (request, call, next) => {
    if (call.plan.auth === 'none') return next(request);
    if (call.plan.auth === 'session' || !keeper) return watch(await next(request));
    const held = await call.race(keeper.token());
    request.headers.set('Authorization', `Bearer ${held.value}`);
    const response = await next(request);
    if (response.status !== 401 || call.renewed) return watch(response);
    // A gateway may answer 401 without our problem in it: that too is tried once with a new token.
    const code = (await codeIn(response)) ?? 'token-expired';
    if (code !== 'token-expired') return watch(response);
    call.renewed = true;
    request.headers.set('Authorization', `Bearer ${(await call.race(keeper.renew(held))).value}`);
    return watch(await next(request));
  };
}
