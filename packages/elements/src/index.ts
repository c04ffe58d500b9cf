/** Classes and doors only: importing this file registers nothing. `@spico/elements/define/<widget>` registers one tag. */
import { classes } from './define/classes.ts';
import { defineUnderPrefix } from './shared/define-element.ts';

export { configure, clientContext, environmentContext } from './shared/client-context.ts';
export { SpicoElement } from './shared/element.ts';
export { VERSION } from './shared/version.ts';
export type { SpicoEvent, SpicoEventMap, SpicoEventName } from './shared/events.ts';
export type { Density, HostPatient, SessionOptions, SpicoEnvironment, Theme } from './shared/session.ts';
export type { GetToken, SpicoClient, TokenReason } from './shared/sdk.ts';
export type { StringOverrides } from './shared/locale/translate.ts';
export { SpicoAccessJournal } from './widgets/access-journal/index.ts';
export { SpicoCareCircle } from './widgets/care-circle/index.ts';
export { SpicoIdentityBand } from './widgets/identity-band/index.ts';
export { SpicoIdentityForm } from './widgets/identity-form/index.ts';
export { SpicoInsReconciliation } from './widgets/ins-reconciliation/index.ts';
export { SpicoPatientList } from './widgets/patient-list/index.ts';
export { SpicoPatientSearch } from './widgets/patient-search/index.ts';
export { SpicoProvider } from './widgets/provider/index.ts';
export { SpicoRecordAccess } from './widgets/record-access/index.ts';
export { SpicoRecordIdentity } from './widgets/record-identity/index.ts';

/** Registers every widget, under another prefix or in another registry if asked (two major versions on one page, F-208). */
export function defineAll(options?: { prefix?: string; registry?: CustomElementRegistry }): void {
  defineUnderPrefix(classes, options);
}
