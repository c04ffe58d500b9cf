/** The part of autocannon 9 that we use; it brings no types of its own. */
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }

  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly amount?: number;
    readonly duration?: number;
    readonly requests: readonly { readonly setupRequest: (request: Request) => Request }[];
  }

  interface Instance extends PromiseLike<unknown> {
    /** Once per answer; `ms` is the time from the request to its last byte. */
    on(event: 'response', listener: (client: unknown, status: number, bytes: number, ms: number) => void): this;
    on(event: 'reqError', listener: (error: Error) => void): this;
  }

  export default function autocannon(options: Options): Instance;
}
