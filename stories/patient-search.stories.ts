import '@spico/elements/define/patient-search';
import {
  createScenario,
  etienneCabrol,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  marieMartinAlbi,
  offline,
  on,
  pending,
  pierreLacombe,
  problem,
  sessionExpired,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { enterFlow, focused, inside, providerOf } from './support/scenario.ts';

/** The search before every creation, by the five strict traits (F-20 to F-26). */
const meta = preview.meta({
  title: 'Widgets/Patient search',
  component: 'spico-patient-search',
  render: () => html`<spico-patient-search></spico-patient-search>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

type Played = { canvasElement: HTMLElement };
type Widget = Awaited<ReturnType<typeof inside>>;
type Person = typeof pierreLacombe;

const TAG = 'spico-patient-search';

async function arrive(canvasElement: HTMLElement): Promise<Widget> {
  const search = await inside(canvasElement, TAG);
  await search.findByLabelText(/^Nom de naissance/);
  return search;
}

/** What the host's software knows of its patient: nothing is typed twice (F-202). */
async function fromHost(canvasElement: HTMLElement, { traits }: Person): Promise<Widget> {
  providerOf(canvasElement).patient = {
    birthFamilyName: traits.birthFamilyName,
    birthGivenNames: traits.birthGivenNames ?? [traits.firstBirthGivenName],
    sex: traits.sex,
    birthDate: traits.birthDate,
    birthPlace: traits.birthPlace.cog,
  };
  const search = await arrive(canvasElement);
  await waitFor(() => expect(search.getByLabelText(/^Lieu de naissance \*/)).toHaveValue(traits.birthPlace.label));
  return search;
}

const submit = async (search: Widget): Promise<void> =>
  userEvent.click(search.getByRole('button', { name: 'Rechercher' }));

export const Ready = meta.story({
  name: '[F-22] The five traits, typed, and the real list of places',
  play: async ({ canvasElement }) => {
    const completed = fn();
    canvasElement.addEventListener('spico-search-completed', (event) => completed(event.detail.outcome));
    const search = await arrive(canvasElement);
    await userEvent.type(search.getByLabelText(/^Nom de naissance/), 'Lacombe');
    await userEvent.type(search.getByLabelText(/^Premier prénom/), 'Pierre');
    await userEvent.click(search.getByLabelText('Masculin'));
    await userEvent.type(search.getByLabelText(/^Date de naissance/), '02/11/1935');
    await userEvent.type(search.getByLabelText(/^Lieu de naissance \*/), 'alb');
    await userEvent.click(await search.findByRole('option', { name: /Albi \(81\)/ }));
    await submit(search);
    await waitFor(() => expect(completed).toHaveBeenCalledWith('candidates'));
    await expect(await search.findByText(/Recherche : LACOMBE Pierre · M · 02\/11\/1935/)).toBeVisible();
    await userEvent.click(search.getByRole('button', { name: 'Modifier la recherche' }));
    await expect(await search.findByLabelText(/^Nom de naissance/)).toHaveValue('Lacombe');
  },
});

export const HostPatient = meta.story({
  name: '[F-202] The host’s patient is filled in',
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await expect(search.getByText(/Traits repris de votre logiciel/)).toBeVisible();
    await submit(search);
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() => expect(environment.flows.get(contextId).search?.candidates).toHaveLength(1));
  },
});

export const Nobody = meta.story({
  name: '[F-26] Nobody: on to the creation page',
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'empty' }));
  },
  play: async ({ canvasElement }) => {
    const asked = fn();
    canvasElement.addEventListener('spico-create-record-request', asked);
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
    const { environment, contextId } = providerOf(canvasElement);
    await expect(environment.flows.get(contextId).step).toBe('create');
  },
});

export const MayNotCreate = meta.story({
  name: '[F-20] Nobody, for a profession that may not create',
  beforeEach({ msw }) {
    msw.use(...handlers({ scenario: createScenario({ reader: etienneCabrol, seed: 'empty' }) }));
  },
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await expect(await search.findByText(/Votre profession ne permet pas d’en créer/)).toBeVisible();
  },
});

export const Missing = meta.story({
  name: '[F-22] All that is missing is said at once',
  play: async ({ canvasElement }) => {
    const search = await arrive(canvasElement);
    await submit(search);
    await expect(search.getAllByText('Ce trait est obligatoire.')).toHaveLength(5);
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'birthFamilyName'));
  },
});

export const PlaceUnknown = meta.story({
  name: '[F-23] Unknown place: no document may be declared',
  play: async ({ canvasElement }) => {
    const search = await arrive(canvasElement);
    await userEvent.click(search.getByLabelText('Lieu de naissance inconnu'));
    const box = search.getByLabelText(/vérifié ces traits/);
    await expect(box).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(box);
    await expect(box).not.toBeChecked();
  },
});

export const Document = meta.story({
  name: '[F-24] A document checked wants its type',
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await userEvent.click(search.getByLabelText(/vérifié ces traits/));
    await submit(search);
    await expect(await search.findByText('Indiquez quelle pièce vous avez vérifiée.')).toBeVisible();
    await search.findByRole('option', { name: 'Passeport' });
    await userEvent.selectOptions(search.getByLabelText(/Type de pièce/), 'PA');
    await submit(search);
    await expect(await search.findByText(/pièce d’identité vérifiée/)).toBeVisible();
  },
});

export const SentBack = meta.story({
  name: '[F-40] Sent back from the candidates to check a document',
  play: async ({ canvasElement }) => {
    await arrive(canvasElement);
    await enterFlow(canvasElement, { step: 'search', focus: 'document' });
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'documentChecked'));
  },
});

export const Paste = meta.story({
  name: '[F-22] A pasted block of traits',
  play: async ({ canvasElement }) => {
    const search = await arrive(canvasElement);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Nom : Lacombe\nPrénom : Pierre\nNé le : 02/11/1935\nSexe : masculin');
    search
      .getByLabelText(/^Nom de naissance/)
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
    await waitFor(() => expect(search.getByLabelText(/^Premier prénom/)).toHaveValue('Pierre'));
    await expect(search.getByLabelText('Masculin')).toBeChecked();
  },
});

export const Clear = meta.story({
  name: '[F-22] Emptied',
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, marieMartinAlbi);
    await userEvent.click(search.getByRole('button', { name: 'Effacer la saisie' }));
    await expect(search.getByLabelText(/^Nom de naissance/)).toHaveValue('');
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'birthFamilyName'));
  },
});

export const Loading = meta.story({
  name: '[F-206] While the server searches',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', pending()));
  },
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await expect(await search.findByText('Recherche en cours…')).toBeInTheDocument();
  },
});

const keepsTraits =
  (sentence: RegExp) =>
  async ({ canvasElement }: Played): Promise<void> => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await expect(await search.findByText(sentence, {}, { timeout: 8000 })).toBeVisible();
    await expect(search.getByLabelText(/^Nom de naissance/)).toHaveValue('Lacombe');
  };

export const RateLimited = meta.story({
  name: '[F-25] Thirty searches an hour',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', problem('search-rate-limited', { retryAfterSeconds: 1800 })));
  },
  play: keepsTraits(/Réessayez dans 30 min/),
});
export const Error_ = meta.story({
  name: '[F-209] Error, then retry',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', problem('internal-error'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await userEvent.click(await search.findByRole('button', { name: 'Réessayer' }));
    await expect(await search.findByText(/Recherche : LACOMBE Pierre/)).toBeVisible();
  },
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', forbidden('search')));
  },
  play: keepsTraits(/pas le droit/),
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', sessionExpired()));
  },
  play: keepsTraits(/session a pris fin/),
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('searchPatients', offline()));
  },
  play: keepsTraits(/injoignable/),
});
export const FieldRefused = meta.story({
  name: '[F-22] A value the server refuses, where it stands',
  beforeEach({ msw }) {
    msw.use(
      on('searchPatients', problem('invalid-request', { fields: [{ pointer: '/traits/birthDate', code: 'date' }] })),
    );
  },
  play: async ({ canvasElement }) => {
    const search = await fromHost(canvasElement, pierreLacombe);
    await submit(search);
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'birthDate'));
    await expect(search.getByText(/SPICO n’a pas accepté cette valeur/)).toBeVisible();
  },
});
export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await fromHost(canvasElement, jeanBaptisteDeLaTour)),
});
export const Narrow = meta.story({ name: '[F-206] 320 px', globals: { room: 'narrow' } });
export const Dark = meta.story({ name: '[F-206] Dark', globals: { theme: 'dark' } });
export const Compact = meta.story({ name: '[F-206] Compact', globals: { density: 'compact' } });
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const search = await inside(canvasElement, TAG);
    await expect(await search.findByRole('button', { name: 'Search' })).toBeVisible();
  },
});
