import { createContext } from '@lit/context';
import { Session, type SessionOptions, type SpicoEnvironment } from './session.ts';
import type { SpicoClient } from './sdk.ts';

/**
 * The context keys are shared by every copy of this package on the page; the number grows when the shape breaks, so that
 * an old copy never receives what it cannot read (F-208).
 */
export const environmentContext = createContext<SpicoEnvironment>(Symbol.for('spico.environment/1'));
/** The client alone, for a host's own Lit elements. */
export const clientContext = createContext<SpicoClient | undefined>(Symbol.for('spico.client/1'));

const PAGE = Symbol.for('spico.page-session/1');
type Page = { [PAGE]?: Session };

/** The page-wide session that `configure()` made, if it was called by any copy of the package. */
export function pageSession(): Session {
  const page = globalThis as Page;
  page[PAGE] ??= new Session();
  return page[PAGE];
}

/**
 * Says once for the whole page what `<spico-provider>` would say: address, token callback, patient, language. May be
 * called again with what changed. A provider around a widget, and attributes on a widget, come first.
 */
export function configure(options: SessionOptions): void {
  pageSession().update(options);
}
