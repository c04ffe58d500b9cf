/** Served as a file: the pages allow no inline style. Contrast of text on its surface is above 7 in both schemes. */
export const STYLESHEET = `
:root { color-scheme: light dark; --surface: #fdfcfa; --raised: #ffffff; --text: #17242b; --muted: #45545c;
  --line: #8a979d; --accent: #0b4f5c; --on-accent: #ffffff; --banner: #ffe9a8; --on-banner: #3b2c00; }
@media (prefers-color-scheme: dark) {
  :root { --surface: #182028; --raised: #212b35; --text: #eef3f5; --muted: #c0ccd2;
    --line: #77868f; --accent: #9adbe6; --on-accent: #06262d; --banner: #4a3a00; --on-banner: #ffefc2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; }
.banner { padding: 8px 16px; background: var(--banner); color: var(--on-banner); text-align: center; }
main { max-width: 60rem; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 1.25rem; line-height: 1.2; margin: 32px 0 8px; }
p, ul { margin: 0 0 16px; }
a { color: var(--accent); }
.muted { color: var(--muted); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button { font: inherit; min-height: 44px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--raised); color: var(--text); cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.people { list-style: none; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
.people button { width: 100%; height: 100%; min-height: 72px; text-align: left; border-radius: 10px; }
.people strong, .people span { display: block; }
.people span { color: var(--muted); }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin-bottom: 16px; }
label { display: block; }
input { font: inherit; min-height: 44px; padding: 8px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--raised); color: var(--text); }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding-bottom: 8px; }
th, td { text-align: left; vertical-align: top; padding: 8px; border-bottom: 1px solid var(--line); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); border: 1px solid var(--line);
  border-radius: 6px; padding: 12px; font-family: ui-monospace, monospace; }
dt { color: var(--muted); } dd { margin: 0 0 12px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
`;
