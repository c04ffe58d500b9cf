/**
 * What can go wrong at the INSi teleservice, on demand.
 * - `delay`: answers after `delayMs`; `drop`: cuts the connection; `error`: HTTP 500 with the real service's
 *   "temporairement inaccessible" fault; `malformed`: 200 with a truncated envelope; `empty`: 200 without a body.
 */
export type InsiFault = 'none' | 'delay' | 'drop' | 'error' | 'malformed' | 'empty';
export const INSI_FAULTS: readonly InsiFault[] = ['none', 'delay', 'drop', 'error', 'malformed', 'empty'];

export interface Faults {
  insi: {
    mode: InsiFault;
    delayMs: number /** How many calls still fail; then the service is well again. */;
    times: number;
  };
  proSanteConnect: { /** The authentication level written in the tokens; `eidas1` when all is well. */ acr: string };
  mail: { /** The SMTP server answers 451 to every recipient. */ refuse: boolean };
}

export function noFaults(): Faults {
  return {
    insi: { mode: 'none', delayMs: 0, times: Number.POSITIVE_INFINITY },
    proSanteConnect: { acr: 'eidas1' },
    mail: { refuse: false },
  };
}

/** The fault of the coming call, counted down. */
export function takeInsiFault(faults: Faults): { mode: InsiFault; delayMs: number } {
  const { mode, delayMs, times } = faults.insi;
  if (mode === 'none' || times <= 0) return { mode: 'none', delayMs: 0 };
  faults.insi.times = times - 1;
  return { mode, delayMs };
}

export interface FaultOrder {
  readonly insi?: { readonly mode: InsiFault; readonly delayMs?: number; readonly times?: number };
  readonly proSanteConnect?: { readonly acr: string };
  readonly mail?: { readonly refuse: boolean };
}

/** Only what the order names changes. */
export function orderFaults(faults: Faults, order: FaultOrder): void {
  if (order.insi) {
    const { mode, delayMs = 0, times = Number.POSITIVE_INFINITY } = order.insi;
    faults.insi = { mode, delayMs, times };
  }
  if (order.proSanteConnect) faults.proSanteConnect = { acr: order.proSanteConnect.acr };
  if (order.mail) faults.mail = { refuse: order.mail.refuse };
}
