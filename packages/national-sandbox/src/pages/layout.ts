import { type Html, html } from './html.ts';

export const STYLESHEET_PATH = '/bac-a-sable.css';

/**
 * No script at all, styles from this origin only. `form-action` is left open on purpose: after the choice of a
 * professional the form is redirected to the client's own address, which browsers would count as its action.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Seconds between two reloads by the browser itself. */
  readonly refreshSeconds?: number;
}

/** One frame for every page, so that nobody takes the sandbox for the service it plays. */
export function page({ title, body, refreshSeconds }: Page): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}">` : ''}
<title>${title} – bac à sable</title>
<link rel="stylesheet" href="${STYLESHEET_PATH}">
</head>
<body>
<header class="banner"><strong>Bac à sable</strong> – service simulé, personnes fictives. Aucune donnée réelle ici.</header>
<main>
${body}
</main>
</body>
</html>
`.text;
}
