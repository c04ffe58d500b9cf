import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Scheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';
const { colours, sizes } = JSON.parse(readFileSync(new URL('./tokens.json', import.meta.url), 'utf8')) as {
  colours: Record<string, Record<Scheme, string>>;
  sizes: Record<string, { value: string }>;
};
const written = readFileSync(new URL('./tokens.css.ts', import.meta.url), 'utf8');

/** Relative luminance of an `oklch(L C H)`, by the matrices of CSS Color 4; colours outside sRGB are clipped. */
function luminance(colour: string): number {
  const [l = 0, c = 0, h = 0] = /oklch\(([^)]+)\)/.exec(colour)?.[1]?.split(' ').map(Number) ?? [];
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S);
  const green = clip(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S);
  const blue = clip(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, scheme: Scheme): number {
  const [a, b] = [front, back].map((name) => luminance(colours[name]?.[scheme] ?? '')) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const SURFACES = ['surface', 'surface-raised', 'surface-sunken'];
const ROLES = ['info', 'success', 'warning', 'danger', 'urgent'];
const SOFT = [...ROLES.map((role) => `${role}-soft`), 'accent-soft'];

describe.each(['light', 'dark', 'contrast-light', 'contrast-dark'] as const)(
  'the colours of the %s scheme',
  (scheme) => {
    it.each([...SURFACES, ...SOFT])('[F-204] text reads at 7 or more on %s', (ground) => {
      expect(contrast('text', ground, scheme)).toBeGreaterThanOrEqual(7);
    });

    it.each([...SURFACES, ...SOFT])('[F-204] muted text reads at 4.5 or more on %s', (ground) => {
      expect(contrast('text-muted', ground, scheme)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(ROLES)('[F-204] the words of %s read at 4.5 or more on their own ground and on every surface', (role) => {
      for (const ground of [`${role}-soft`, ...SURFACES])
        expect(contrast(role, ground, scheme)).toBeGreaterThanOrEqual(4.5);
    });

    it('[F-204] lines and the focus ring show at 3 or more on every surface', () => {
      for (const ground of SURFACES) {
        expect(contrast('line', ground, scheme)).toBeGreaterThanOrEqual(3);
        expect(contrast('focus', ground, scheme)).toBeGreaterThanOrEqual(3);
      }
    });

    it('[F-204] the next act reads at 7 or more, also under the pointer', () => {
      expect(contrast('on-accent', 'accent', scheme)).toBeGreaterThanOrEqual(7);
      expect(contrast('on-accent', 'accent-strong', scheme)).toBeGreaterThanOrEqual(7);
      expect(contrast('on-danger', 'danger', scheme)).toBeGreaterThanOrEqual(7);
      for (const ground of [...SURFACES, 'accent-soft'])
        expect(contrast('accent', ground, scheme)).toBeGreaterThanOrEqual(4.5);
    });
  },
);

it('[F-204] the sheet carries every token of the list: nobody forgot to generate it', () => {
  for (const [name, colour] of Object.entries(colours)) {
    expect(written).toContain(`--s-${name}: var(--spico-${name}, light-dark(${colour.light}, ${colour.dark}));`);
    expect(written).toContain(`--s-${name}: light-dark(${colour['contrast-light']}, ${colour['contrast-dark']});`);
  }
  for (const [name, size] of Object.entries(sizes))
    expect(written).toContain(`--s-${name}: var(--spico-${name}, ${size.value});`);
});
