import '@spico/elements/define/record-identity';
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
  problem,
  stale,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { focused, inside, providerOf } from './support/scenario.ts';

/** The identity and administrative block, and what one may do on it (F-28 to F-33, F-47, F-65, F-261). */
const meta = preview.meta({
  title: 'Widgets/Record identity',
  component: 'spico-record-identity',
  render: () => html`<spico-record-identity record-id=${jeanneLacombe.recordId}></spico-record-identity>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

type Widget = Awaited<ReturnType<typeof inside>>;

const TAG = 'spico-record-identity';
const of = (person: { recordId: string }) => () =>
  html`<spico-record-identity record-id=${person.recordId}></spico-record-identity>`;
const arrive = async (canvasElement: HTMLElement): Promise<Widget> => {
  const block = await inside(canvasElement, TAG);
  await block.findByRole('heading', { name: 'Identité' });
  return block;
};
const press = async (block: Widget, name: string | RegExp): Promise<void> =>
  userEvent.click(await block.findByRole('button', { name }));
/** Types over what stands there; `clear` does not find a field inside a shadow root. */
const retype = async (field: HTMLElement, text: string): Promise<void> => {
  const { value } = field as HTMLInputElement;
  await userEvent.type(field, text === '' ? '{Backspace}' : text, {
    initialSelectionStart: 0,
    initialSelectionEnd: value.length,
  });
};

export const Ready = meta.story({
  name: '[F-65] A qualified identity, with everything one may do',
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await expect(block.getByText('identité qualifiée')).toBeVisible();
    await expect(block.getByText('Jeanne, Marie, Louise')).toBeVisible();
    await expect(block.getByText(/Carte nationale d’identité, vérifiée/)).toBeVisible();
    await expect(await block.findByText(/La personne elle-même, oral, recueilli le/)).toBeVisible();
    await userEvent.click(block.getByText('Historique de l’identité'));
    await expect(await block.findByText('Dossier créé')).toBeVisible();
  },
});

export const Contradictions = meta.story({
  name: '[F-261] Where the number and the traits disagree, in words',
  beforeEach({ msw }) {
    const scenario = createScenario();
    const record = scenario.store.records.get(jeanneLacombe.recordId);
    if (record?.identity.ins) {
      record.identity.ins = {
        ...record.identity.ins,
        contradictions: [
          { kind: 'sex', inNumber: 'M', inTraits: 'F' },
          { kind: 'birth-year', inNumber: '37', inTraits: '38' },
          { kind: 'key', inNumber: '35', inTraits: '36' },
        ],
      };
    }
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await expect(block.getByText('Sexe : Masculin dans le matricule, Féminin dans les traits.')).toBeVisible();
    await expect(block.getByText(/La clé 35 ne correspond pas/)).toBeVisible();
  },
});

export const Correct = meta.story({
  name: '[F-47] Correcting a trait: provisional again, the INS to history',
  play: async ({ canvasElement }) => {
    const changed = fn();
    canvasElement.addEventListener('spico-identity-changed', (event) => changed(event.detail.recordId));
    const block = await arrive(canvasElement);
    await press(block, 'Corriger les traits');
    await waitFor(() => expect(block.getByText(/l’identité redevient provisoire/)).toBeVisible());
    await press(block, 'Enregistrer');
    await waitFor(() => expect(block.getByText(/Rien n’a changé/)).toBeVisible());
    await retype(block.getByLabelText(/^Date de naissance/), '31/02/1938');
    await press(block, 'Enregistrer');
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'birthDate'));
    await retype(block.getByLabelText(/^Date de naissance/), '15/03/1938');
    await press(block, 'Enregistrer');
    await expect(await block.findByText('identité provisoire')).toBeVisible();
    await expect(block.getByText('Aucune INS')).toBeVisible();
    await expect(changed).toHaveBeenCalledWith(jeanneLacombe.recordId);
  },
});

export const Conflict = meta.story({
  name: '[F-209] Somebody was faster: both versions, and a choice',
  beforeEach({ msw }) {
    msw.use(on('updateAdministrative', stale(), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Modifier les coordonnées');
    await userEvent.type(await block.findByLabelText(/Courriel/), 'jeanne@example.org');
    await press(block, 'Enregistrer');
    await expect(await block.findByText('Votre saisie')).toBeVisible();
    await expect(block.getByText('jeanne@example.org')).toBeVisible();
    await press(block, 'Garder ma saisie');
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'edit-contact'));
    await expect(await block.findByText('jeanne@example.org')).toBeVisible();
  },
});

export const Contact = meta.story({
  name: '[F-65] E-mail and mobile, changed where they stand',
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Modifier les coordonnées');
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'email'));
    await userEvent.type(block.getByLabelText(/Courriel/), 'jeanne');
    await press(block, 'Enregistrer');
    await expect(await block.findByText(/Cette adresse n’est pas lisible/)).toBeVisible();
    await userEvent.type(block.getByLabelText(/Courriel/), '@example.org');
    await press(block, 'Enregistrer');
    await expect(await block.findByText('jeanne@example.org')).toBeVisible();
  },
});

export const CheckDocument = meta.story({
  name: '[F-32] Declaring a checked document: the identity is qualified',
  render: of(fatimaBenali),
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Déclarer une pièce vérifiée');
    await block.findByRole('option', { name: 'Passeport' });
    await press(block, 'Enregistrer');
    await waitFor(() => expect(block.getByText(/Indiquez quelle pièce/)).toBeVisible());
    await userEvent.selectOptions(block.getByLabelText(/Pièce d’identité/), 'PA');
    await press(block, 'Enregistrer');
    await expect(await block.findByText('identité qualifiée')).toBeVisible();
  },
});

export const CheckBlocked = meta.story({
  name: '[F-23] No document while the birth place is unknown',
  render: of(paulCros),
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await expect(block.getByText(/Le lieu de naissance est inconnu/)).toBeVisible();
    await expect(block.queryByRole('button', { name: 'Déclarer une pièce vérifiée' })).toBeNull();
  },
});

export const Flags = meta.story({
  name: '[F-33] Special cases exclude each other, and want a reason',
  render: of(marieMartinAlbi),
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Modifier les cas particuliers');
    await userEvent.click(await block.findByLabelText('identité fictive'));
    await expect(block.getByLabelText('identité fictive')).not.toBeChecked();
    await userEvent.click(block.getByLabelText('identité douteuse'));
    await waitFor(() => expect(block.getByText(/L’INS est retirée/)).toBeVisible());
    await press(block, 'Enregistrer');
    await waitFor(() => expect(block.getByText(/pourquoi/)).toBeVisible());
    await userEvent.type(block.getByLabelText(/Motif/), 'Deux dates de naissance données.');
    await press(block, 'Enregistrer');
    await expect(await block.findByText('identité douteuse')).toBeVisible();
  },
});

export const Consent = meta.story({
  name: '[F-31] The consent written anew',
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Modifier le consentement');
    await block.findByRole('option', { name: 'Tuteur' });
    await userEvent.selectOptions(block.getByLabelText(/Qui a donné/), 'guardian');
    await userEvent.click(block.getByLabelText('Écrit'));
    await press(block, 'Enregistrer');
    await expect(await block.findByText(/Tuteur, écrit, recueilli le/)).toBeVisible();
  },
});

export const Dmp = meta.story({
  name: '[F-65] The DMP in a new tab, and what is missing otherwise',
  render: of(fatimaBenali),
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await expect(block.getByText(/L’identité doit être qualifiée/)).toBeVisible();
    await expect(block.queryByRole('button', { name: 'Ouvrir le DMP' })).toBeNull();
  },
});
export const DmpReady = meta.story({
  name: '[F-101] The DMP opens in a new tab, never in a frame',
  beforeEach({ msw }) {
    const scenario = createScenario();
    msw.use(
      on('openRecord', () => {
        const record = scenario.store.records.get(jeanneLacombe.recordId);
        if (!record) return problem('record-not-found');
        const { id, version, createdAt, identity } = record;
        return {
          id,
          version,
          state: 'open',
          createdAt,
          identity,
          administrative: { dmp: { available: true } },
          access: { mode: 'creator', since: createdAt },
          sections: [],
          allowedActions: ['dmp.launch'],
        };
      }),
    );
  },
  play: async ({ canvasElement }) => {
    const opened = fn();
    const { open } = window;
    window.open = (...args: Parameters<typeof open>) => (opened(...args), null);
    try {
      const block = await arrive(canvasElement);
      await press(block, 'Ouvrir le DMP');
      const link = await block.findByRole('link', { name: /ouvrir le DMP/ });
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      await expect(opened).toHaveBeenCalledWith('https://dmp.example/', '_blank', 'noopener,noreferrer');
    } finally {
      window.open = open;
    }
  },
});

export const ReadOnly = meta.story({
  name: '[F-209] No act where one has no right',
  beforeEach({ msw }) {
    const scenario = createScenario();
    scenario.store.reader = { ...scenario.reader, mayCreateRecords: false };
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await expect(block.queryByRole('button', { name: /Corriger|Modifier|Déclarer/ })).toBeNull();
  },
});

export const SaveFails = meta.story({
  name: '[F-209] The session ends while saving: nothing typed is lost',
  beforeEach({ msw }) {
    msw.use(on('updateAdministrative', problem('session-ended')));
  },
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Modifier les coordonnées');
    await userEvent.type(await block.findByLabelText(/Courriel/), 'jeanne@example.org');
    await press(block, 'Enregistrer');
    await expect(await block.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
    await expect(block.getByLabelText(/Courriel/)).toHaveValue('jeanne@example.org');
  },
});

export const AccessEnded = meta.story({
  name: '[F-43] Another widget saw the access ending: nothing is left here',
  render: of(paulCros),
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Corriger les traits');
    providerOf(canvasElement).environment.records.ended(paulCros.recordId);
    await expect(await block.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
    await expect(block.queryByRole('dialog')).toBeNull();
    await expect(canvasElement.querySelector(TAG)?.shadowRoot?.textContent).not.toMatch(/cros/i);
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
    const block = await inside(canvasElement, TAG);
    await press(block, 'Réessayer');
    await expect(await block.findByText('identité qualifiée')).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('openRecord', forbidden('S01')));
  },
  play: async ({ canvasElement }) => {
    const block = await inside(canvasElement, TAG);
    await expect(await block.findByText(/pas le droit de voir l’identité/)).toBeVisible();
  },
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'session-expired' }));
  },
  play: async ({ canvasElement }) => {
    const block = await inside(canvasElement, TAG);
    await expect(await block.findByRole('button', { name: 'Se reconnecter' })).toBeVisible();
  },
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('openRecord', offline()));
  },
  play: async ({ canvasElement }) => {
    const block = await inside(canvasElement, TAG);
    await expect(await block.findByText(/Pas de connexion/, {}, { timeout: 8000 })).toBeVisible();
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
    await arrive(canvasElement);
    const element = canvasElement.querySelector(TAG);
    await expect((element?.scrollWidth ?? 0) <= (element?.clientWidth ?? 0)).toBe(true);
  },
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' } });
export const NarrowDialog = meta.story({
  name: '[F-206] The correction, 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => {
    const block = await arrive(canvasElement);
    await press(block, 'Corriger les traits');
  },
});
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' } });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' } });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const block = await inside(canvasElement, TAG);
    await expect(await block.findByRole('button', { name: 'Correct the traits' })).toBeVisible();
  },
});
