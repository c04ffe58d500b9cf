import '@spico/elements/define/care-circle';
import {
  createScenario,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  jeanneLacombe,
  offline,
  on,
  paulCros,
  problem,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { inside, providerOf } from './support/scenario.ts';

/** Who shares a record, and how each came in (F-55). */
const meta = preview.meta({
  title: 'Widgets/Care circle',
  component: 'spico-care-circle',
  render: () => html`<spico-care-circle record-id=${jeanneLacombe.recordId}></spico-care-circle>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

const TAG = 'spico-care-circle';
const of = (person: { recordId: string }) => () =>
  html`<spico-care-circle record-id=${person.recordId}></spico-care-circle>`;

export const Ready = meta.story({
  name: '[F-55] The members, one’s own row marked',
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByText('3 membres')).toBeVisible();
    const [first] = circle.getAllByRole('listitem');
    await expect(first).toHaveTextContent(/Dr Claire MARTIN\s*vous/);
    await expect(circle.getByText('Infirmier')).toBeVisible();
  },
});

export const Mentions = meta.story({
  name: '[F-55] The mentions of those who came in by themselves',
  render: of(paulCros),
  beforeEach({ msw }) {
    const scenario = createScenario();
    const record = scenario.store.records.get(paulCros.recordId);
    const [creator] = record?.members ?? [];
    if (record && creator) {
      const memberId = (): string => crypto.randomUUID();
      record.members.push(
        { ...creator, memberId: memberId(), accessMode: 'self-enrolled', since: '2026-11-02T10:00:00.000Z' },
        {
          ...creator,
          memberId: memberId(),
          accessMode: 'break-glass',
          current: false,
          since: '2026-10-02T10:00:00.000Z',
          until: '2026-10-02T12:00:00.000Z',
          reasonCode: 'emergency-regulation',
          reasonText: 'Appel au 15, patient confus.',
        },
      );
    }
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    const [now] = await circle.findAllByText('accès en bris de glace');
    await expect(now).toBeVisible();
    await expect(circle.getByText('auto-habilitation')).toBeVisible();
    await expect(await circle.findByText(/Motif : Soins urgents : Chute à domicile/)).toBeVisible();
    await expect(circle.getByText(/Appel au 15/)).not.toBeVisible();
    await userEvent.click(circle.getByText('1 accès terminé'));
    await expect(await circle.findByText(/Régulation médicale : Appel au 15/)).toBeVisible();
  },
});

export const AccessEnded = meta.story({
  name: '[F-43] Another widget saw the access ending: nothing is left here',
  render: of(paulCros),
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await circle.findByText('accès en bris de glace');
    providerOf(canvasElement).environment.records.ended(paulCros.recordId);
    await expect(await circle.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
    await expect(circle.queryByText(/MARTIN/)).toBeNull();
  },
});

export const Empty = meta.story({
  name: '[F-55] Nobody',
  beforeEach({ msw }) {
    msw.use(on('listCareCircle', () => ({ items: [] })));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByText(/Personne n’a encore accès/)).toBeVisible();
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
    msw.use(on('listCareCircle', problem('invalid-request'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await userEvent.click(await circle.findByRole('button', { name: 'Réessayer' }));
    await expect(await circle.findByText('3 membres')).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('listCareCircle', forbidden('care-circle.read')));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByText(/pas le droit de voir le cercle/)).toBeVisible();
  },
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'session-expired' }));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
  },
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('listCareCircle', offline()));
  },
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByText(/Pas de connexion/, {}, { timeout: 8000 })).toBeVisible();
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
    const circle = await inside(canvasElement, TAG);
    await circle.findByText(/ROCHEFOUCAULD/);
    const element = canvasElement.querySelector(TAG);
    await expect((element?.scrollWidth ?? 0) <= (element?.clientWidth ?? 0)).toBe(true);
  },
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' }, render: of(paulCros) });
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' }, render: of(paulCros) });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' } });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  render: of(paulCros),
  play: async ({ canvasElement }) => {
    const circle = await inside(canvasElement, TAG);
    await expect(await circle.findByText('emergency access')).toBeVisible();
  },
});
