import '@spico/elements/define/identity-form';
import {
  candidate,
  candidateIdOf,
  charlesDArtagnan,
  createScenario,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  marieMartinAlbi,
  marieMartinRodez,
  offline,
  on,
  pending,
  problem,
  searchResult,
  sessionExpired,
  typedTraits,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { enterFlow, type Flow, focused, inside, providerOf } from './support/scenario.ts';

/** The creation page, once a search has found nobody (F-26 to F-34, F-48). */
const meta = preview.meta({
  title: 'Widgets/Identity form',
  component: 'spico-identity-form',
  render: () => html`<spico-identity-form></spico-identity-form>`,
  beforeEach({ msw }) {
    msw.use(...handlers({ scenario: createScenario({ seed: 'empty' }) }));
  },
});
export default meta;

type Played = { canvasElement: HTMLElement };

const TAG = 'spico-identity-form';
const searched = (person = charlesDArtagnan, change: Partial<Flow> = {}): Flow => ({
  step: 'create',
  traits: typedTraits(person),
  birthPlaceLabel: person.traits.birthPlace.label,
  search: searchResult(),
  ...change,
});
const withDocument = { identityDocument: { type: 'CN' } };

/** What the person still has to say before Finalise. */
async function consent(form: Awaited<ReturnType<typeof inside>>): Promise<void> {
  await userEvent.click(await form.findByLabelText(/recueilli le consentement/));
  await userEvent.selectOptions(form.getByLabelText(/donné le consentement \?|ayant donné/), 'person');
  await userEvent.click(form.getByLabelText('Oral'));
}
const finalise = async (form: Awaited<ReturnType<typeof inside>>): Promise<void> =>
  userEvent.click(form.getByRole('button', { name: /Finaliser la création/ }));

async function arrive(canvasElement: HTMLElement, flow: Flow = searched()): ReturnType<typeof inside> {
  await enterFlow(canvasElement, flow);
  const form = await inside(canvasElement, TAG);
  await form.findByRole('heading', { level: 2 });
  return form;
}

export const Ready = meta.story({
  name: '[F-26] Traits carried over from the search',
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await expect(form.getByLabelText(/Nom de naissance/)).toHaveValue('D’Artagnan');
    await expect(form.getByLabelText(/Lieu de naissance \*/)).toHaveValue('Auch (32)');
    await expect(form.getByLabelText(/Recueilli le/)).not.toHaveValue('');
    await waitFor(() => expect(focused()).toHaveTextContent('Créer le dossier de D’ARTAGNAN Charles'));
  },
});

export const DocumentTickedAtSearch = meta.story({
  name: '[F-32] The document ticked at the search is ticked here',
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement, searched(charlesDArtagnan, withDocument));
    await expect(form.getByLabelText(/vérifié ces traits/)).toBeChecked();
    await waitFor(() => expect(form.getByLabelText(/Type de pièce/)).toHaveValue('CN'));
    await userEvent.click(form.getByRole('button', { name: /Ajouter une copie/ }));
    await userEvent.upload(
      form.getByLabelText(/Copie de la pièce/),
      new File(['%PDF-1.7'], 'carte.pdf', { type: 'application/pdf' }),
    );
    await expect(await form.findByText('carte.pdf')).toBeVisible();
  },
});

export const Errors = meta.story({
  name: '[F-29] All that is missing is said at once',
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await userEvent.type(form.getByLabelText(/Nom de naissance/), '{Control>}a{/Control}{Backspace}');
    await finalise(form);
    await expect(await form.findByText(/Sans consentement/)).toBeVisible();
    await expect(form.getByText(/Ce trait est obligatoire/)).toBeVisible();
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'birthFamilyName'));
  },
});

export const Doubtful = meta.story({
  name: '[F-33] Doubtful: no INS call, the document does not count',
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement, searched(charlesDArtagnan, withDocument));
    await userEvent.click(form.getByLabelText('Identité douteuse'));
    await expect(await form.findByText(/L’INS ne sera pas demandée/)).toBeVisible();
    await expect(form.queryByLabelText(/Type de pièce/)).toBeNull();
    await userEvent.click(form.getByLabelText('Identité fictive'));
    await expect(form.getByLabelText('Identité fictive')).not.toBeChecked();
  },
});

export const Homonym = meta.story({
  name: '[F-33] [F-41] Somebody set aside at the search',
  play: async ({ canvasElement }) => {
    const other = candidate(marieMartinAlbi, { grade: 'probable' });
    const flow = searched(marieMartinRodez, {
      search: searchResult([other]),
      differentFrom: [candidateIdOf(marieMartinAlbi)],
    });
    const form = await arrive(canvasElement, flow);
    await expect(form.getByLabelText('Identité homonyme')).toBeChecked();
    await expect(form.getByText(/vous avez écarté MARTIN Marie/)).toBeVisible();
  },
});

export const Optional = meta.story({
  name: '[F-28] Optional information unfolded, used name from the host',
  play: async ({ canvasElement }) => {
    providerOf(canvasElement).patient = {
      birthFamilyName: 'D’Artagnan',
      usedFamilyName: 'Batz',
      birthDate: '1947-06-17',
    };
    const form = await arrive(canvasElement);
    await expect(await form.findByLabelText('Nom utilisé')).toHaveValue('Batz');
    await expect(form.getByLabelText('Prénom utilisé')).toHaveValue('');
  },
});

export const InsFound = meta.story({
  name: '[F-34] One INS found: on to the comparison',
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() => expect(environment.flows.get(contextId).step).toBe('compare'));
    await expect(environment.flows.get(contextId).insQuery?.outcome).toBe('found');
    await expect(form.queryByRole('button', { name: /Finaliser/ })).toBeNull();
  },
});

const createdWithout =
  (sentence: RegExp) =>
  async ({ canvasElement }: Played): Promise<void> => {
    const opened = fn();
    canvasElement.addEventListener('spico-open-record-request', opened);
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    await expect(await form.findByText('Le dossier est créé, sans INS')).toBeVisible();
    await expect(form.getByText(sentence, { selector: '.notice *' })).toBeVisible();
    await expect(opened).toHaveBeenCalledOnce();
  };

export const InsNone = meta.story({
  name: '[F-34] Nobody known: created at once, without INS',
  beforeEach({ msw }) {
    msw.use(on('queryIns', () => ({ outcome: 'none' })));
  },
  play: createdWithout(/ne connaît personne/),
});
export const InsSeveral = meta.story({
  name: '[F-34] Several people known: created at once, without INS',
  beforeEach({ msw }) {
    msw.use(on('queryIns', () => ({ outcome: 'several' })));
  },
  play: createdWithout(/plusieurs personnes/),
});
export const InsUnavailable = meta.story({
  name: '[F-34] Teleservice silent: created at once, without INS',
  beforeEach({ msw }) {
    msw.use(on('queryIns', () => ({ outcome: 'unavailable' })));
  },
  play: createdWithout(/n’a pas répondu/),
});

export const RecordExists = meta.story({
  name: '[F-20] A record exists: its candidates, everything kept',
  beforeEach({ msw }) {
    const scenario = createScenario({ seed: 'empty' });
    scenario.give(charlesDArtagnan);
    msw.use(
      on('queryIns', () => ({ outcome: 'none' as const })),
      ...handlers({ scenario }),
    );
  },
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() => expect(environment.flows.get(contextId).refusedAsExisting).toBe(true));
    const { search } = environment.flows.get(contextId);
    await expect(search?.candidates).toHaveLength(1);
    // "It is somebody else": back here, with all that was typed.
    environment.flows.set(contextId, {
      ...environment.flows.get(contextId),
      step: 'create',
      differentFrom: [search?.candidates[0]?.candidateId ?? ''],
    });
    await expect(await form.findByLabelText(/recueilli le consentement/)).toBeChecked();
    await expect(form.getByLabelText('Identité homonyme')).toBeChecked();
  },
});

export const Sending = meta.story({
  name: '[F-48] While the teleservice is asked',
  beforeEach({ msw }) {
    msw.use(on('queryIns', pending()));
  },
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    await expect(
      await form.findByText('Interrogation du téléservice INSi…', { selector: '.phase' }),
    ).toBeInTheDocument();
    await expect(form.getByRole('button', { name: /Finaliser/ })).toHaveAttribute('aria-disabled', 'true');
  },
});

export const Loading = meta.story({
  name: '[F-206] Loading',
  beforeEach({ msw }) {
    msw.use(on('getReferenceLists', pending()));
  },
  play: async ({ canvasElement }) => {
    await enterFlow(canvasElement, searched());
    const form = await inside(canvasElement, TAG);
    await expect(await form.findByText('Chargement…')).toBeInTheDocument();
  },
});

const keepsEverything =
  (sentence: RegExp) =>
  async ({ canvasElement }: Played): Promise<void> => {
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    await expect(await form.findByText(sentence, {}, { timeout: 8000 })).toBeVisible();
    await expect(form.getByText(/Tout ce que vous avez saisi est gardé/)).toBeVisible();
    await expect(form.getByLabelText(/recueilli le consentement/)).toBeChecked();
  };

export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('queryIns', forbidden('records.create')));
  },
  play: keepsEverything(/pas le droit/),
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(on('queryIns', sessionExpired()));
  },
  play: keepsEverything(/session a pris fin/),
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('queryIns', offline()));
  },
  play: keepsEverything(/injoignable/),
});
export const RateLimited = meta.story({
  name: '[F-209] Too many requests',
  beforeEach({ msw }) {
    msw.use(on('queryIns', problem('rate-limited', { retryAfterSeconds: 120 })));
  },
  play: keepsEverything(/trop d’essais/),
});

export const CopyRefused = meta.story({
  name: '[F-32] The copy could not be sent: nothing is lost',
  beforeEach({ msw }) {
    msw.use(on('uploadIdentityDocumentCopy', problem('unsupported-media-type')));
  },
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement, searched(charlesDArtagnan, withDocument));
    await waitFor(() => expect(form.getByLabelText(/Type de pièce/)).toHaveValue('CN'));
    await userEvent.click(form.getByRole('button', { name: /Ajouter une copie/ }));
    await userEvent.upload(
      form.getByLabelText(/Copie de la pièce/),
      new File(['GIF'], 'carte.pdf', { type: 'application/pdf' }),
    );
    await consent(form);
    await finalise(form);
    await expect(await form.findByText(/copie n’a pas été envoyée/)).toBeVisible();
    await expect(form.getByText('carte.pdf')).toBeVisible();
  },
});

export const Alone = meta.story({
  name: '[F-20] Shown alone: the search is made on Finalise',
  render: () => html`<spico-identity-form always></spico-identity-form>`,
  play: async ({ canvasElement }) => {
    const [birthFamilyName, birthDate, sex] = ['D’Artagnan', '1947-06-17', 'M'] as const;
    providerOf(canvasElement).patient = {
      birthFamilyName,
      birthGivenNames: ['Charles'],
      birthDate,
      sex,
      birthPlace: '32013',
    };
    const form = await inside(canvasElement, TAG);
    await waitFor(() => expect(form.getByLabelText(/Lieu de naissance \*/)).toHaveValue('Auch (32)'));
    await consent(form);
    await finalise(form);
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() => expect(environment.flows.get(contextId).step).toBe('compare'));
  },
});

export const AnotherPatient = meta.story({
  name: '[F-202] Another patient is opened while the teleservice is asked',
  beforeEach({ msw }) {
    msw.use(on('queryIns', () => ({ outcome: 'none' as const }), { delayMs: 400 }));
  },
  play: async ({ canvasElement }) => {
    const created = fn();
    canvasElement.addEventListener('spico-record-created', (event) => created(event.detail.contextId));
    const form = await arrive(canvasElement);
    await consent(form);
    await finalise(form);
    const provider = providerOf(canvasElement);
    const { contextId } = provider;
    provider.patient = { birthFamilyName: 'Lacombe', birthGivenNames: ['Jeanne'] };
    await expect(form.queryByText(/D’ARTAGNAN/)).toBeNull();
    // The creation ends unseen, under the patient it belongs to.
    await waitFor(() => expect(created).toHaveBeenCalledWith(contextId));
    await expect(form.queryByText(/Le dossier est créé/)).toBeNull();
  },
});

export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, searched(jeanBaptisteDeLaTour))),
});
export const Narrow = meta.story({
  name: '[F-206] 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, searched(charlesDArtagnan, withDocument))),
});
export const Dark = meta.story({
  name: '[F-206] Dark',
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, searched(charlesDArtagnan, withDocument))),
});
export const Compact = meta.story({
  name: '[F-206] Compact',
  globals: { density: 'compact' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, searched(charlesDArtagnan, withDocument))),
});
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const form = await arrive(canvasElement);
    await expect(await form.findByRole('button', { name: 'Finalise the creation' })).toBeVisible();
  },
});
