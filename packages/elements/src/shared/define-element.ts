/** What a second copy of a class says about itself. */
type ElementClass = CustomElementConstructor & { readonly version?: string };

const told = new Set<string>();

/**
 * Registers a tag, tolerating another copy of the package on the page: the first wins, and one console note names both
 * versions (F-208). Does nothing where there is no registry (Node).
 */
export function defineElement(
  tag: string,
  elementClass: ElementClass,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  const present = registry?.get(tag) as ElementClass | undefined;
  if (registry === undefined || present === elementClass) return;
  if (present === undefined) return registry.define(tag, elementClass);
  const here = elementClass.version ?? 'unknown';
  const there = present.version ?? 'unknown';
  if (told.has(`${there}/${here}`)) return;
  told.add(`${there}/${here}`);
  console.info(
    `SPICO: <${tag}> is already registered by version ${there}; version ${here} uses it too. ` +
      'For two versions side by side, call defineAll({ prefix }).',
  );
}

/** Registers every class under `<prefix>-<name>`; a class that already carries a tag is registered through a subclass. */
export function defineUnderPrefix(
  classes: Readonly<Record<string, ElementClass>>,
  {
    prefix = 'spico',
    registry = globalThis.customElements,
  }: { prefix?: string; registry?: CustomElementRegistry } = {},
): void {
  for (const [name, elementClass] of Object.entries(classes)) {
    const own = prefix === 'spico' ? elementClass : class extends elementClass {};
    defineElement(`${prefix}-${name}`, own, registry);
  }
}
