import '@spico/elements/define/access-journal';
import {
  createScenario,
  forbidden,
  handlers,
  jeanneLacombe,
  longNamedProfessional,
  nadiaHaddad,
  offline,
  on,
  paulCros,
  problem,
  sophieMarty,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { inside, providerOf } from './support/scenario.ts';

/** Who saw or changed a record (F-69, F-266). */
const meta = preview.meta({
  title: 'Widgets/Access journal',
  component: 'spico-access-journal',
  render: () => html`<spico-access-journal record-id=${jeanneLacombe.recordId}></spico-access-journal>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

const TAG = 'spico-access-journal';
const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

type Line = Parameters<typeof lineOf>[1];
function lineOf(
  entryId: string,
  change: {
    hours: number;
    who?: typeof nadiaHaddad;
    action?: string;
    mode?: 'added' | 'break-glass' | 'none';
    refused?: boolean;
    clientName?: string;
    reasonCode?: string;
  },
) {
  const { hours, who = nadiaHaddad, action = 'records.open', mode = 'added', refused = false, ...more } = change;
  return {
    entryId,
    at: ago(hours),
    professional: who.ref,
    action,
    mode,
    outcome: refused ? ('refused' as const) : ('done' as const),
    emergency: mode === 'break-glass',
    ...more,
  };
}
const LINES: readonly Line[] = [
  { hours: 0, who: sophieMarty, action: 'access.break-glass', mode: 'break-glass', reasonCode: 'urgent-care' },
  { hours: 1, clientName: 'Cabinet Plus' },
  { hours: 2, who: longNamedProfessional, mode: 'none', refused: true },
  { hours: 30, action: 'identity.correct-traits' },
  { hours: 31, action: 'agenda.move-appointment' },
  { hours: 400, action: 'records.create' },
];
const told = on('readAccessJournal', () => ({ items: LINES.map((line, index) => lineOf(String(99 - index), line)) }));

export const Ready = meta.story({
  name: '[F-69] Acts in words, day by day, refusals and emergencies marked',
  beforeEach({ msw }) {
    msw.use(told);
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText(/Sophie MARTY/)).toBeVisible();
    await expect(journal.getByText('bris de glace')).toBeVisible();
    await expect(await journal.findByText('Motif : Soins urgents')).toBeVisible();
    await expect(journal.getByText('refusé')).toBeVisible();
    await expect(journal.getByText(/via Cabinet Plus/)).toBeVisible();
    await expect(journal.getAllByText(/via le portail SPICO/).length).toBeGreaterThan(0);
    await expect(journal.getByText(/agenda\.move-appointment/)).toBeVisible();
    await expect(journal.getAllByRole('heading', { level: 3 }).length).toBeGreaterThanOrEqual(3);
  },
});

export const Pages = meta.story({
  name: '[F-266] Older accesses, page after page',
  beforeEach({ msw }) {
    msw.use(
      on('readAccessJournal', ({ query }) =>
        query.cursor === undefined
          ? { items: [lineOf('2', { hours: 1 })], nextCursor: 'older' }
          : { items: [lineOf('1', { hours: 200, action: 'records.create' })] },
      ),
    );
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await userEvent.click(await journal.findByRole('button', { name: 'Afficher les accès plus anciens' }));
    await expect(await journal.findByText(/création du dossier/)).toBeVisible();
    await expect(journal.getByText('Tous les accès sont affichés.')).toBeVisible();
  },
});

export const MoreFails = meta.story({
  name: '[F-209] The cursor is too old: back to the beginning',
  beforeEach({ msw }) {
    msw.use(
      on('readAccessJournal', ({ query }) =>
        query.cursor === undefined
          ? { items: [lineOf('2', { hours: 1 })], nextCursor: 'older' }
          : problem('invalid-cursor'),
      ),
    );
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await userEvent.click(await journal.findByRole('button', { name: 'Afficher les accès plus anciens' }));
    await userEvent.click(await journal.findByRole('button', { name: 'Revenir au début' }));
    await expect(await journal.findByRole('button', { name: 'Afficher les accès plus anciens' })).toBeVisible();
  },
});

export const AccessEnded = meta.story({
  name: '[F-43] Another widget saw the access ending: nothing is left here',
  render: () => html`<spico-access-journal record-id=${paulCros.recordId}></spico-access-journal>`,
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await journal.findByText(/création du dossier/);
    providerOf(canvasElement).environment.records.ended(paulCros.recordId);
    await expect(await journal.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
    await expect(journal.queryByText(/MARTY/)).toBeNull();
  },
});

export const Scenario = meta.story({
  name: '[F-266] What one does oneself appears',
  beforeEach({ msw }) {
    const scenario = createScenario();
    scenario.store.records
      .get(jeanneLacombe.recordId)
      ?.journal.unshift(lineOf('9', { hours: 0, action: 'consent.change' }));
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText(/modification du consentement/)).toBeVisible();
  },
});
export const Empty = meta.story({
  name: '[F-69] No access yet',
  beforeEach({ msw }) {
    msw.use(on('readAccessJournal', () => ({ items: [] })));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText('Aucun accès enregistré')).toBeVisible();
  },
});
export const Loading = meta.story({
  name: '[F-206] Loading',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'loading' }));
  },
});
export const Error_ = meta.story({
  name: '[F-209] Error, then retry',
  beforeEach({ msw }) {
    msw.use(on('readAccessJournal', problem('invalid-request'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await userEvent.click(await journal.findByRole('button', { name: 'Réessayer' }));
    await expect(await journal.findByText(/création du dossier/)).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('readAccessJournal', forbidden('access-journal.read')));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText(/pas le droit de voir le journal/)).toBeVisible();
  },
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'session-expired' }));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
  },
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('readAccessJournal', offline()));
  },
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText(/Pas de connexion/, {}, { timeout: 8000 })).toBeVisible();
  },
});
const withLines = { beforeEach: ({ msw }: { msw: { use: (handler: typeof told) => void } }) => msw.use(told) };
export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  ...withLines,
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    const [name = ''] = longNamedProfessional.ref.displayName.split(' ').slice(-1);
    await journal.findAllByText((text: string) => text.includes(name));
    const element = canvasElement.querySelector(TAG);
    await expect((element?.scrollWidth ?? 0) <= (element?.clientWidth ?? 0)).toBe(true);
  },
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' }, ...withLines });
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' }, ...withLines });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' }, ...withLines });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  ...withLines,
  play: async ({ canvasElement }) => {
    const journal = await inside(canvasElement, TAG);
    await expect(await journal.findByText(/emergency access/)).toBeVisible();
  },
});
