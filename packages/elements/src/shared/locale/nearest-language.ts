/** The `lang` that reads for this element: its own or an ancestor's, across shadow roots. */
export function nearestLanguage(element: Element): string | undefined {
  let here: Element | null = element;
  while (here) {
    const holder: Element | null = here.closest('[lang]');
    const language = holder?.getAttribute('lang');
    if (language) return language;
    const root: Node = (holder ?? here).getRootNode();
    here = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when any `lang` of the document changes. One observer serves every widget. */
export function watchLanguage(changed: () => void): () => void {
  watchers.add(changed);
  observer ??= new MutationObserver(() => watchers.forEach((watcher) => watcher()));
  if (watchers.size === 1) observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  return () => {
    watchers.delete(changed);
    if (watchers.size === 0) observer?.disconnect();
  };
}
