import type { Call } from '../call.ts';

export type Send = (request: Request) => Promise<Response>;

/** One concern around the sending of a request. It may send it several times: each sending copies the request. */
export type Middleware = (request: Request, call: Call, next: Send) => Promise<Response>;

/** The first middleware is the outermost. */
export function compose(middlewares: readonly Middleware[], call: Call, send: Send): Send {
  return middlewares.reduceRight<Send>((next, middleware) => (request) => middleware(request, call, next), send);
}

/** The `code` in a refusal's body, if there is one; the body stays readable. */
export async function codeIn(response: Response): Promise<string | undefined> {
  try {
    const body = (await response.clone().json()) as { code?: unknown } | null;
    return typeof body?.code === 'string' ? body.code : undefined;
  } catch {
    return undefined;
  }
}
