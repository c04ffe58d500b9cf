/** A colour as the browser paints it; what it cannot show is clipped by it, not by us. */
function painted(colour: string): readonly [number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to paint on.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = painted(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Gives each swatch its token as it is now. @returns contrast of each colour with its partner */
export function styleTheSwatches(root: ParentNode, partnerOf: (name: string) => string): Record<string, number> {
  const swatches = [...root.querySelectorAll<HTMLElement>('[data-token]')];
  for (const swatch of swatches) swatch.style.setProperty('background-color', `var(--s-${swatch.dataset['token']})`);
  for (const bar of root.querySelectorAll<HTMLElement>('[data-length]'))
    bar.style.setProperty('inline-size', `var(--s-${bar.dataset['length']})`);
  const now = new Map(
    swatches.map((swatch) => [swatch.dataset['token'] ?? '', getComputedStyle(swatch).backgroundColor]),
  );
  const light = (name: string) => luminance(now.get(name) ?? '');
  return Object.fromEntries(
    [...now.keys()].map((name) => {
      const [a, b] = [light(name), light(partnerOf(name))];
      return [name, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
    }),
  );
}
