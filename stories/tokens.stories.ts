import './support/token-page.ts';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { inside } from './support/scenario.ts';
import tokens from '../packages/elements/src/shared/styles/tokens.json' with { type: 'json' };

/** The tokens of the theme: name, value now, contrast, use. From the list the widgets are styled by. */
const meta = preview.meta({
  title: 'Design/Tokens',
  component: 'design-tokens',
  render: () => html`<design-tokens></design-tokens>`,
});
export default meta;

/** Everything is listed, and what words are written with or on reads at 4.5 or more, measured as painted. */
const reads = async (canvasElement: HTMLElement): Promise<void> => {
  const page = await inside(canvasElement, 'design-tokens');
  const names = [...Object.keys(tokens.colours), ...Object.keys(tokens.sizes)];
  for (const name of names) await expect(page.getByText(`--spico-${name}`)).toBeInTheDocument();
  const rows = canvasElement.querySelector('design-tokens')?.shadowRoot?.querySelectorAll('tr') ?? [];
  const contrast = (name: string): number => {
    const row = [...rows].find((one) => one.querySelector('th')?.textContent === `--spico-${name}`);
    return Number.parseFloat(row?.children[2]?.textContent ?? '');
  };
  await waitFor(() => expect(contrast('text')).toBeGreaterThanOrEqual(7));
  const lines = ['line', 'line-soft', 'focus'];
  const weak = Object.keys(tokens.colours).filter((name) => !lines.includes(name) && !(contrast(name) >= 4.5));
  await expect(weak).toEqual([]);
};

export const Light = meta.story({ name: '[F-204] Light', play: ({ canvasElement }) => reads(canvasElement) });
export const Dark = meta.story({
  name: '[F-204] Dark',
  globals: { theme: 'dark' },
  play: ({ canvasElement }) => reads(canvasElement),
});
export const Contrast = meta.story({
  name: '[F-204] High contrast',
  globals: { theme: 'contrast' },
  play: ({ canvasElement }) => reads(canvasElement),
});
export const Compact = meta.story({ name: '[F-204] Compact', globals: { density: 'compact' } });
export const Branded = meta.story({
  name: '[F-204] The host’s own accent',
  render: () => html`<div class="brand"><design-tokens></design-tokens></div>`,
  play: async ({ canvasElement }) => {
    const brand = canvasElement.querySelector<HTMLElement>('.brand');
    brand?.style.setProperty('--spico-accent', 'rgb(11, 92, 173)');
    const page = canvasElement.querySelector('design-tokens');
    const swatch = page?.shadowRoot?.querySelector<HTMLElement>('[data-token="accent"]');
    if (!swatch) throw new Error('The accent has no swatch.');
    await waitFor(() => expect(getComputedStyle(swatch).backgroundColor).toBe('rgb(11, 92, 173)'));
  },
});
