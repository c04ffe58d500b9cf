/**
 * Fetches each widget when its tag first appears on the page, now or later. For pages that use few of them:
 * `<script type="module" src="/widgets/loader.js"></script>`. Nothing is loaded from anywhere but this file's folder.
 */
const asked = new Set<string>();

function fetchWidget(tag: string): void {
  if (!tag.startsWith('spico-') || asked.has(tag) || customElements.get(tag)) return;
  asked.add(tag);
  const address = new URL(`./define/${tag.slice('spico-'.length)}.js`, import.meta.url).href;
  import(address).catch(() => {
    asked.delete(tag); // a later appearance of the tag tries again
    console.error(`SPICO: <${tag}> could not be loaded.`);
  });
}

function look(node: Node): void {
  if (node instanceof Element) {
    fetchWidget(node.localName);
    for (const inside of node.querySelectorAll('*')) fetchWidget(inside.localName);
  }
}

if (typeof document !== 'undefined') {
  look(document.documentElement);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
}
