import type { Middleware } from './middleware.ts';

/** Tells the server the reader's language, for the labels and mails it writes. */
export function language(locale: string | (() => string)): Middleware {
  return (request, _call, next) => {
    request.headers.set('Accept-Language', typeof locale === 'function' ? locale() : locale);
    return next(request);
  };
}
