import '@spico/elements/define/patient-list';
import { createScenario, forbidden, handlers, jeanneLacombe, offline, on, paulCros, problem } from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { focused, inside } from './support/scenario.ts';

/** The people one follows, the last one opened first (F-70). */
const meta = preview.meta({
  title: 'Widgets/Patient list',
  component: 'spico-patient-list',
  render: () => html`<spico-patient-list></spico-patient-list>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

const TAG = 'spico-patient-list';

export const Ready = meta.story({
  name: '[F-70] The list, and one person opened',
  play: async ({ canvasElement }) => {
    const opened = fn();
    canvasElement.addEventListener('spico-open-record-request', (event) => opened(event.detail.recordId));
    const list = await inside(canvasElement, TAG);
    await userEvent.click(await list.findByRole('button', { name: 'Ouvrir le dossier de LACOMBE Jeanne' }));
    await expect(opened).toHaveBeenCalledWith(jeanneLacombe.recordId);
    await expect(list.getByText('nom utilisé PUECH')).toBeVisible();
    await expect(list.getByText('identité homonyme')).toBeVisible();
    await expect(list.getByText('Toute la liste est affichée.')).toBeVisible();
  },
});

export const Keyboard = meta.story({
  name: '[F-70] j, k, arrows and Enter',
  play: async ({ canvasElement }) => {
    const opened = fn();
    canvasElement.addEventListener('spico-open-record-request', opened);
    const list = await inside(canvasElement, TAG);
    const rows = await list.findAllByRole('button', { name: /^Ouvrir le dossier/ });
    await expect(rows.filter((row: HTMLElement) => row.tabIndex === 0)).toEqual([rows[0]]);
    rows[0]?.focus();
    await userEvent.keyboard('j');
    await waitFor(() => expect(focused()).toBe(rows[1]));
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(rows[2]));
    await userEvent.keyboard('k');
    await waitFor(() => expect(focused()).toBe(rows[1]));
    await userEvent.keyboard('{Enter}');
    await expect(opened).toHaveBeenCalledOnce();
  },
});

export const Emergency = meta.story({
  name: '[F-43] An emergency access counts down, then leaves the list',
  beforeEach({ msw }) {
    const scenario = createScenario();
    const { members } = scenario.store.records.get(paulCros.recordId) ?? { members: [] };
    for (const row of members) if (row.until) row.until = new Date(Date.now() + 3000).toISOString();
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByRole('timer')).toHaveTextContent(/reste 0:0\d/);
    await waitFor(() => expect(list.queryByText('CROS Paul')).toBeNull(), { timeout: 6000 });
    await expect(list.getByText('LACOMBE Jeanne')).toBeVisible();
  },
});

export const Many = meta.story({
  name: '[F-70] Page after page',
  beforeEach({ msw }) {
    const scenario = createScenario({ seed: 'many' });
    msw.use(
      on('listRecords', ({ query }) => {
        const from = Number(query.cursor ?? 0);
        const rows = [...scenario.store.records.values()].slice(from, from + 50).map(({ id, identity, createdAt }) => ({
          recordId: id,
          traits: identity.traits,
          status: identity.status,
          flags: identity.flags,
          access: { mode: 'added' as const, since: createdAt },
          state: 'open' as const,
        }));
        return from + 50 < 120 ? { items: rows, nextCursor: String(from + 50) } : { items: rows };
      }),
    );
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByText('50 personnes affichées')).toBeVisible();
    await userEvent.click(list.getByRole('button', { name: 'Afficher la suite' }));
    await expect(await list.findByText('100 personnes affichées')).toBeVisible();
    // The reading goes on where it was.
    const rows = list.getAllByRole('button', { name: /^Ouvrir le dossier/ });
    await waitFor(() => expect(focused()).toBe(rows[50]));
    await userEvent.click(list.getByRole('button', { name: 'Afficher la suite' }));
    await expect(await list.findByText('120 personnes affichées')).toBeVisible();
    await expect(list.queryByRole('button', { name: 'Afficher la suite' })).toBeNull();
  },
});

export const MoreFails = meta.story({
  name: '[F-209] The rest of the list fails, then comes',
  beforeEach({ msw }) {
    const scenario = createScenario();
    const [jeanne] = [...scenario.store.records.values()];
    if (!jeanne) return;
    const row = (recordId: string) => ({
      recordId,
      traits: jeanne.identity.traits,
      status: jeanne.identity.status,
      flags: [],
      access: { mode: 'added' as const, since: jeanne.createdAt },
      state: 'open' as const,
    });
    let failed = false;
    msw.use(
      on('listRecords', ({ query }) => {
        if (query.cursor === undefined) return { items: [row(jeanne.id)], nextCursor: 'next' };
        if (failed) return { items: [row(paulCros.recordId)] };
        failed = true;
        return problem('invalid-request');
      }),
    );
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await userEvent.click(await list.findByRole('button', { name: 'Afficher la suite' }));
    await expect(await list.findByText('La suite n’a pas pu être chargée.')).toBeVisible();
    await expect(list.getByText('1 personne affichée')).toBeVisible();
    await userEvent.click(list.getByRole('button', { name: 'Réessayer' }));
    await expect(await list.findByText('2 personnes affichées')).toBeVisible();
  },
});

export const Empty = meta.story({
  name: '[F-70] Nobody yet: the first act',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'empty' }));
  },
  play: async ({ canvasElement }) => {
    const asked = fn();
    canvasElement.addEventListener('spico-create-record-request', asked);
    const list = await inside(canvasElement, TAG);
    await userEvent.click(await list.findByRole('button', { name: 'Rechercher ou créer un dossier' }));
    await expect(asked).toHaveBeenCalledOnce();
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
    msw.use(on('listRecords', problem('invalid-request'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await userEvent.click(await list.findByRole('button', { name: 'Réessayer' }));
    await expect(await list.findByText('LACOMBE Jeanne')).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('listRecords', forbidden()));
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByText(/pas le droit de voir/)).toBeVisible();
  },
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'session-expired' }));
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
  },
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('listRecords', offline()));
  },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByText(/Pas de connexion/, {}, { timeout: 8000 })).toBeVisible();
  },
});
export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'long-names' }));
  },
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' } });
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' } });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' } });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, TAG);
    await expect(await list.findByRole('columnheader', { name: 'Last opened' })).toBeVisible();
  },
});
