import '@spico/elements/define/identity-band';
import '@spico/elements/define/record-access';
import {
  createScenario,
  fatimaBenali,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  jeanneLacombe,
  marieMartinAlbi,
  offline,
  on,
  paulCros,
  pierreLacombe,
  problem,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { inside } from './support/scenario.ts';

/** Who this is, always in sight (look rule 1, F-33, F-43). */
const meta = preview.meta({
  title: 'Widgets/Identity band',
  component: 'spico-identity-band',
  render: () => html`<spico-identity-band record-id=${jeanneLacombe.recordId}></spico-identity-band>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

const TAG = 'spico-identity-band';
const of = (person: { recordId: string }) => () =>
  html`<spico-identity-band record-id=${person.recordId}></spico-identity-band>`;

export const Ready = meta.story({
  name: '[F-104] A qualified identity, INS to be shared',
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByRole('heading', { name: 'LACOMBE Jeanne' })).toBeVisible();
    await expect(band.getByText('nom utilisé PUECH')).toBeVisible();
    await expect(band.getByText('identité qualifiée')).toBeVisible();
    await expect(band.getByText(/14\/03\/1938 \(\d+\sans\)/)).toBeVisible();
    await expect(band.queryByText(/à ne pas transmettre/)).toBeNull();
  },
});

export const InsNotToBeShared = meta.story({
  name: '[F-104] An INS that is not to be shared, a date by convention',
  render: of(fatimaBenali),
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText(/à ne pas transmettre/)).toBeVisible();
    await expect(band.getByText('jour ou mois inconnu')).toBeVisible();
  },
});

export const Homonym = meta.story({
  name: '[F-33] A homonym, in words',
  render: of(marieMartinAlbi),
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText('identité homonyme')).toBeVisible();
  },
});

export const Emergency = meta.story({
  name: '[F-43] An emergency access, with its time left and its end',
  render: of(paulCros),
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText('accès en bris de glace')).toBeVisible();
    await expect(band.getByRole('timer')).toHaveTextContent(/1\sh\s5\d/);
    await expect(band.getByText('lieu de naissance inconnu')).toBeVisible();
  },
});

export const EmergencyEnds = meta.story({
  name: '[F-43] At the end nothing of the person is left, on any widget of the record',
  render: () =>
    html`<spico-identity-band record-id=${paulCros.recordId}></spico-identity-band>
      <spico-record-access record-id=${paulCros.recordId}></spico-record-access>`,
  beforeEach({ msw }) {
    const scenario = createScenario();
    const { members } = scenario.store.records.get(paulCros.recordId) ?? { members: [] };
    for (const row of members) if (row.until) row.until = new Date(Date.now() + 2500).toISOString();
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const ended = fn();
    canvasElement.addEventListener('spico-record-access-ended', ended);
    const band = await inside(canvasElement, TAG);
    await band.findByText('CROS Paul');
    await expect(await band.findByText('Votre accès à ce dossier est terminé', {}, { timeout: 6000 })).toBeVisible();
    for (const each of canvasElement.querySelectorAll('spico-identity-band, spico-record-access')) {
      await waitFor(() => expect(each.shadowRoot?.textContent).not.toContain('CROS'));
    }
    await expect(ended).toHaveBeenCalledOnce();
    await userEvent.click(band.getByRole('button', { name: 'Vérifier à nouveau' }));
    await expect(await band.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
  },
});

export const OneOpening = meta.story({
  name: '[F-69] Two widgets of one page leave one opening in the journal',
  render: () =>
    html`<spico-identity-band record-id=${jeanneLacombe.recordId}></spico-identity-band>
      <spico-record-access record-id=${jeanneLacombe.recordId}></spico-record-access>`,
  beforeEach({ msw }) {
    const scenario = createScenario();
    msw.use(...handlers({ scenario }));
    Object.assign(globalThis, { scenarioOfTheStory: scenario });
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await band.findByText('LACOMBE Jeanne');
    const { scenarioOfTheStory } = globalThis as unknown as {
      scenarioOfTheStory: ReturnType<typeof createScenario>;
    };
    const { journal } = scenarioOfTheStory.store.records.get(jeanneLacombe.recordId) ?? { journal: [] };
    await expect(journal.filter(({ action }) => action === 'records.open')).toHaveLength(1);
  },
});

export const AnotherPerson = meta.story({
  name: '[F-202] Another person: never the former name, not for a frame',
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await band.findByText('LACOMBE Jeanne');
    const element = canvasElement.querySelector(TAG);
    if (!element) throw new Error('The band is gone.');
    element.recordId = marieMartinAlbi.recordId;
    await element.updateComplete;
    await expect(band.queryByText('LACOMBE Jeanne')).toBeNull();
    await expect(await band.findByText('MARTIN Marie')).toBeVisible();
  },
});

export const NotReached = meta.story({
  name: '[F-209] A record one does not reach',
  render: of(pierreLacombe),
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText(/Aucun dossier de votre périmètre/)).toBeVisible();
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
    msw.use(on('openRecord', problem('record-merged'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await userEvent.click(await band.findByRole('button', { name: 'Réessayer' }));
    await expect(await band.findByText('LACOMBE Jeanne')).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('openRecord', forbidden('S01')));
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText(/pas le droit de voir/)).toBeVisible();
  },
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'session-expired' }));
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
  },
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('openRecord', offline()));
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText(/Pas de connexion/, {}, { timeout: 8000 })).toBeVisible();
  },
});

export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  render: of(jeanBaptisteDeLaTour),
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'long-names' }));
  },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await band.findByRole('heading', { level: 2 });
    const element = canvasElement.querySelector(TAG);
    await expect((element?.scrollWidth ?? 0) <= (element?.clientWidth ?? 0)).toBe(true);
  },
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' } });
export const NarrowEmergency = meta.story({
  name: '[F-206] An emergency access, 320 px',
  globals: { room: 'narrow' },
  render: of(paulCros),
});
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' }, render: of(paulCros) });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' } });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const band = await inside(canvasElement, TAG);
    await expect(await band.findByText('qualified identity')).toBeVisible();
  },
});
