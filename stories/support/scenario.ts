/** What every story needs: a token, the provider around it, the inside of a widget. */
import '@spico/elements/define/provider';
import type { SpicoEnvironment, SpicoProvider } from '@spico/elements';
import { waitFor, within } from 'storybook/test';

/** The handlers look at no token; the widgets wait for one. */
export const demoToken = async (): Promise<string> => 'story-token';

/** Where a search or a creation stands, as the widgets of one page share it. */
export type Flow = ReturnType<SpicoEnvironment['flows']['get']>;

export function providerOf(canvasElement: HTMLElement): SpicoProvider {
  const provider = canvasElement.querySelector('spico-provider');
  if (!provider) throw new Error('A story stands inside the provider of its room.');
  return provider;
}

/** Puts the widgets of the story where a search beside them would have led. */
export async function enterFlow(canvasElement: HTMLElement, flow: Flow): Promise<void> {
  const provider = providerOf(canvasElement);
  await provider.updateComplete;
  provider.environment.flows.set(provider.contextId, flow);
}

/** Queries inside the widget's shadow root, once it has drawn something. */
export async function inside(canvasElement: HTMLElement, tag: string): Promise<ReturnType<typeof within>> {
  return waitFor(() => {
    const root = canvasElement.querySelector(tag)?.shadowRoot;
    if (!root || root.childElementCount < 3) throw new Error(`<${tag}> has drawn nothing yet.`);
    return within(root as unknown as HTMLElement);
  });
}

/** The element that has the focus, shadow roots included. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
