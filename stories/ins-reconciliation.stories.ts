import '@spico/elements/define/identity-form';
import '@spico/elements/define/ins-reconciliation';
import '@spico/elements/define/patient-search';
import { createSpicoClient } from '@spico/sdk';
import {
  candidate,
  charlesDArtagnan,
  compareTraits,
  createScenario,
  etienneCabrol,
  fatimaBenali,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  jeanneLacombe,
  marieMartinAlbi,
  mockFetch,
  offline,
  on,
  pending,
  problem,
  SEARCH_ID,
  searchResult,
  sessionExpired,
  typedTraits,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { demoToken, enterFlow, type Flow, focused, inside, providerOf } from './support/scenario.ts';

/** The INS beside what was typed, and the decision (F-34 to F-38, F-47, F-261). */
const meta = preview.meta({
  title: 'Widgets/INS reconciliation',
  component: 'spico-ins-reconciliation',
  render: () => html`<spico-ins-reconciliation></spico-ins-reconciliation>`,
  beforeEach({ msw }) {
    msw.use(...handlers({ scenario: createScenario({ seed: 'empty' }) }));
  },
});
export default meta;

type Played = { canvasElement: HTMLElement };
type Inside = Awaited<ReturnType<typeof inside>>;
type Typed = ReturnType<typeof typedTraits>;

const TAG = 'spico-ins-reconciliation';
const ALES = { kind: 'commune', cog: '30007' } as const;

/** A page ready to be sent, and what the teleservice said of it. */
function compared(
  person = jeanneLacombe,
  typed: Partial<Typed> = {},
  change: Partial<NonNullable<Flow['insQuery']>> = {},
): Flow {
  const traits = { ...typedTraits(person), ...typed };
  const comparison = compareTraits(traits, person.traits);
  const label = traits.birthPlace.cog === ALES.cog ? 'Alès (30)' : person.traits.birthPlace.label;
  return {
    step: 'compare',
    traits,
    birthPlaceLabel: label,
    search: searchResult(),
    pending: {
      searchId: SEARCH_ID,
      traits,
      consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
      identityDocument: { type: 'CN' },
    },
    insQuery: {
      outcome: 'found',
      insQueryId: '06000000-0000-4000-8000-000000000001',
      expiresAt: '2026-11-22T23:00:00.000Z',
      retrieved: person.traits,
      ins: person.ins,
      comparison,
      documentRecheckNeeded: comparison.some(({ kind }) => kind === 'different'),
      ...change,
    },
  };
}

async function arrive(canvasElement: HTMLElement, flow = compared()): Promise<Inside> {
  await enterFlow(canvasElement, flow);
  const widget = await inside(canvasElement, TAG);
  await widget.findByRole('heading', { level: 2 });
  return widget;
}

/** The way the page really goes: the question is asked, so that the server knows the answer being decided. */
async function asked(canvasElement: HTMLElement, flow = compared()): Promise<Inside> {
  const { client } = providerOf(canvasElement);
  const { pending } = flow;
  if (!client || !pending) throw new Error('Nothing to ask.');
  const insQuery = await client.ins.query({ searchId: SEARCH_ID, traits: pending.traits });
  return arrive(canvasElement, {
    ...flow,
    insQuery: { ...insQuery, ...(flow.insQuery?.documentRecheckNeeded ? { documentRecheckNeeded: true } : {}) },
  });
}

const press = async (widget: Inside, name: RegExp | string): Promise<void> =>
  userEvent.click(await widget.findByRole('button', { name }));

export const Found = meta.story({
  name: '[F-35] Found: typed and INS side by side',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement);
    await expect(widget.getByRole('columnheader', { name: 'INS' })).toBeVisible();
    await expect(widget.getByRole('rowheader', { name: 'Lieu de naissance' })).toBeVisible();
    await expect(widget.getByText('Vérifiez bien le lieu de naissance.')).toBeVisible();
    await waitFor(() => expect(focused()).toHaveTextContent('INS trouvée pour LACOMBE Jeanne'));
  },
});

export const Accept = meta.story({
  name: '[F-36] Taken by two clicks: the record is created',
  play: async ({ canvasElement }) => {
    const [decided, created, opened] = [fn(), fn(), fn()];
    canvasElement.addEventListener('spico-ins-decided', decided);
    canvasElement.addEventListener('spico-record-created', created);
    canvasElement.addEventListener('spico-open-record-request', opened);
    const widget = await asked(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText(/complétés et remplacés/)).toBeVisible();
    await waitFor(() => expect(focused()).toHaveTextContent('Récupérer cette INS ?'));
    await expect(created).not.toHaveBeenCalled();
    await press(widget, 'Récupérer l’INS');
    await expect(
      await widget.findByText('INS récupérée, identité qualifiée.', { selector: '.notice *' }),
    ).toBeVisible();
    await expect(decided).toHaveBeenCalledOnce();
    await expect(created).toHaveBeenCalledOnce();
    await expect(opened).toHaveBeenCalledOnce();
  },
});

export const Refuse = meta.story({
  name: '[F-37] [F-38] Cancelled, then refused by two clicks',
  play: async ({ canvasElement }) => {
    const widget = await asked(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Annuler');
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'accept'));
    await press(widget, 'Refuser l’INS');
    await expect(await widget.findByText(/créé sans INS, avec les traits saisis/)).toBeVisible();
    await press(widget, 'Refuser l’INS');
    await expect(await widget.findByText('Le dossier est créé, sans INS', { selector: '.notice *' })).toBeVisible();
  },
});

export const WholeWay = meta.story({
  name: '[F-26] [F-34] [F-36] From the search to the record, on one page',
  render: () => html`<spico-patient-search></spico-patient-search>
    <spico-identity-form></spico-identity-form>
    <spico-ins-reconciliation></spico-ins-reconciliation>`,
  play: async ({ canvasElement }) => {
    const opened = fn();
    canvasElement.addEventListener('spico-open-record-request', opened);
    const search = await inside(canvasElement, 'spico-patient-search');
    await userEvent.type(await search.findByLabelText(/Nom de naissance/), 'd artagnan');
    await userEvent.type(search.getByLabelText(/Premier prénom/), 'Charles');
    await userEvent.click(search.getByLabelText('Masculin'));
    await userEvent.type(search.getByLabelText(/Date de naissance/), '17061947');
    await userEvent.type(search.getByLabelText(/Lieu de naissance \*/), 'auch');
    await userEvent.click(await search.findByRole('option', { name: /Auch/ }));
    await press(search, 'Rechercher');

    const form = await inside(canvasElement, 'spico-identity-form');
    await userEvent.click(await form.findByLabelText(/recueilli le consentement/));
    await userEvent.selectOptions(form.getByLabelText(/donné le consentement/), 'person');
    await userEvent.click(form.getByLabelText('Oral'));
    await press(form, 'Finaliser la création');

    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Revenir à la saisie');
    await expect(await form.findByLabelText(/recueilli le consentement/)).toBeChecked();
    await press(form, 'Finaliser la création');
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText('Le dossier est créé', { selector: '.notice *' })).toBeVisible();
    await expect(opened).toHaveBeenCalledOnce();
    // The next search begins empty: nothing of the person just created is typed in it any more.
    await expect(await search.findByLabelText(/Nom de naissance/)).toHaveValue('');
  },
});

const differing = (): Flow =>
  compared(jeanneLacombe, { birthFamilyName: 'Lacômbe', birthDate: '1938-03-15', birthPlace: ALES });

export const Differences = meta.story({
  name: '[F-35] Differences: each in word and shape, the place first of all',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, differing());
    await expect(widget.getByText(/2 traits sont différents/)).toBeVisible();
    await expect(widget.getByText('Deux lieux différents : est-ce la même personne ?')).toBeVisible();
    await expect(widget.getByText('code 30007')).toBeVisible();
  },
});

export const DocumentRecheck = meta.story({
  name: '[F-36] Different traits: the document has to be checked again',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, differing());
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText('L’identité sera récupérée.')).toBeVisible();
    await userEvent.click(widget.getByLabelText(/revérifié la pièce/));
    await expect(await widget.findByText('L’identité sera qualifiée.')).toBeVisible();
  },
});

const contradicted = (): Flow =>
  compared(
    jeanneLacombe,
    {},
    {
      ins: {
        ...jeanneLacombe.ins,
        key: '12',
        keyValid: false,
        contradictions: [
          { kind: 'sex', inNumber: 'M', inTraits: 'F' },
          { kind: 'birth-month', inNumber: '04', inTraits: '03' },
          { kind: 'key', inNumber: '12', inTraits: '35' },
        ],
      },
    },
  );

export const Contradictions = meta.story({
  name: '[F-261] The number contradicts the traits: warnings in words',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, contradicted());
    await expect(widget.getByText(/Masculin dans le matricule, Féminin dans les traits/)).toBeVisible();
    await expect(widget.getByText(/La clé 12 ne correspond pas/)).toBeVisible();
  },
});

export const Expired = meta.story({
  name: '[F-34] The answer has grown too old: asked again',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText(/Cet appel INS est trop ancien/)).toBeVisible();
    await press(widget, 'Interroger à nouveau l’INSi');
    await waitFor(() => expect(widget.queryByText(/Cet appel INS est trop ancien/)).toBeNull());
    await expect(await widget.findByRole('button', { name: 'Refuser l’INS' })).toBeVisible();
  },
});

export const RecordExists = meta.story({
  name: '[F-20] The traits of the INS belong to a record: its candidates',
  beforeEach({ msw }) {
    msw.use(on('createRecord', problem('record-exists', { existing: searchResult([candidate(jeanneLacombe)]) })));
  },
  play: async ({ canvasElement }) => {
    const widget = await asked(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() =>
      expect(environment.flows.get(contextId)).toMatchObject({ step: 'candidates', refusedAsExisting: true }),
    );
  },
});

export const Creating = meta.story({
  name: '[F-36] While the record is created',
  beforeEach({ msw }) {
    msw.use(on('createRecord', pending()));
  },
  play: async ({ canvasElement }) => {
    const widget = await asked(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText('Création du dossier…', { selector: '.phase' })).toBeInTheDocument();
  },
});

const keepsTheChoice =
  (sentence: RegExp) =>
  async ({ canvasElement }: Played): Promise<void> => {
    const widget = await asked(canvasElement);
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText(sentence, {}, { timeout: 8000 })).toBeVisible();
    await expect(widget.getByText(/Tout ce que vous avez saisi est gardé/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Annuler' })).toBeVisible();
  };

export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('createRecord', forbidden('records.create')));
  },
  play: keepsTheChoice(/pas le droit/),
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(on('createRecord', sessionExpired()));
  },
  play: keepsTheChoice(/session a pris fin/),
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('createRecord', offline()));
  },
  play: keepsTheChoice(/injoignable/),
});
/** What the server answers once the line is back. */
function createdRecord() {
  const fetch = mockFetch(handlers({ scenario: createScenario({ seed: 'empty' }) }));
  const client = createSpicoClient({ baseUrl: 'https://spico.example/api/v1', getToken: demoToken, fetch });
  const { pending } = compared();
  if (!pending) throw new Error('Nothing to create.');
  return client.records.create(pending);
}

export const BackOnline = meta.story({
  name: '[F-209] Offline, then tried again: created once',
  beforeEach({ msw }) {
    msw.use(on('createRecord', offline()));
  },
  play: async ({ canvasElement, msw }) => {
    const created = fn();
    canvasElement.addEventListener('spico-record-created', created);
    await keepsTheChoice(/injoignable/)({ canvasElement });
    msw.use(on('createRecord', await createdRecord()));
    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Réessayer');
    await expect(await widget.findByText('Le dossier est créé', { selector: '.notice *' })).toBeVisible();
    await expect(created).toHaveBeenCalledOnce();
  },
});
export const AlreadyAttributed = meta.story({
  name: '[F-45] Another record bears this INS',
  beforeEach({ msw }) {
    msw.use(on('createRecord', problem('ins-already-attributed')));
  },
  play: keepsTheChoice(/porte déjà cette INS/),
});

const longNames = (): Flow => compared(jeanBaptisteDeLaTour, { birthFamilyName: 'De la Tour d Auvergne Lauraguais' });

export const LongNames = meta.story({
  name: '[F-206] Very long names',
  play: async ({ canvasElement }) => void (await arrive(canvasElement, longNames())),
});
export const Narrow = meta.story({
  name: '[F-206] 320 px: one card per trait',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, longNames());
    await expect(widget.getByRole('rowheader', { name: 'Lieu de naissance' })).toBeVisible();
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  },
});
export const Dark = meta.story({
  name: '[F-206] Dark',
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, differing())),
});
export const Compact = meta.story({
  name: '[F-206] Compact',
  globals: { density: 'compact' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, differing())),
});
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, contradicted());
    await expect(await widget.findByRole('button', { name: 'Take the INS' })).toBeVisible();
  },
});

/** With a record: the retry of F-47. */
const ofRecord = (recordId: string) => () =>
  html`<spico-ins-reconciliation record-id=${recordId}></spico-ins-reconciliation>`;

export const OfRecord = meta.story({
  name: '[F-47] An existing record: asked and taken',
  render: ofRecord(charlesDArtagnan.recordId),
  beforeEach({ msw }) {
    const scenario = createScenario({ seed: 'empty' });
    scenario.give(charlesDArtagnan, { identity: { traits: { ...charlesDArtagnan.traits, birthGivenNames: [] } } });
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const changed = fn();
    canvasElement.addEventListener('spico-identity-changed', changed);
    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Interroger l’INSi');
    await expect(await widget.findByRole('columnheader', { name: 'Dans le dossier' })).toBeVisible();
    await press(widget, 'Récupérer l’INS');
    await press(widget, 'Récupérer l’INS');
    await expect(await widget.findByText(/L’INS est récupérée/, { selector: '.notice *' })).toBeVisible();
    await expect(changed).toHaveBeenCalledOnce();
  },
});

export const OfRecordNone = meta.story({
  name: '[F-47] An existing record: nobody known',
  render: ofRecord(marieMartinAlbi.recordId),
  beforeEach({ msw }) {
    msw.use(
      on('queryRecordIns', () => ({ outcome: 'none' as const })),
      ...handlers(),
    );
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Interroger l’INSi');
    await expect(await widget.findByText(/ne connaît personne/)).toBeVisible();
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'answer'));
  },
});

export const OfRecordStale = meta.story({
  name: '[F-47] The identity changed meanwhile: asked again',
  render: ofRecord(fatimaBenali.recordId),
  beforeEach({ msw }) {
    msw.use(on('decideRecordIns', problem('version-stale')), ...handlers());
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Interroger à nouveau l’INSi');
    await press(widget, 'Refuser l’INS');
    await press(widget, 'Refuser l’INS');
    await expect(await widget.findByText(/Quelqu’un a modifié/)).toBeVisible();
    await expect(widget.getByRole('button', { name: /Interroger à nouveau/ })).toBeVisible();
  },
});

export const OfRecordDoubtful = meta.story({
  name: '[F-33] An existing record: doubtful, not asked',
  render: ofRecord(charlesDArtagnan.recordId),
  beforeEach({ msw }) {
    const scenario = createScenario({ seed: 'empty' });
    scenario.give(charlesDArtagnan, { identity: { flags: ['doubtful'], insCallAllowed: false } });
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText(/douteuse ou fictive/)).toBeVisible();
    await expect(widget.queryByRole('button', { name: /Interroger/ })).toBeNull();
  },
});

export const OfRecordReader = meta.story({
  name: '[F-47] An existing record: a reader who may not ask',
  render: ofRecord(charlesDArtagnan.recordId),
  beforeEach({ msw }) {
    const scenario = createScenario({ seed: 'empty', reader: etienneCabrol });
    scenario.give(charlesDArtagnan);
    msw.use(...handlers({ scenario }));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText(/ne pouvez pas demander l’INS/)).toBeVisible();
  },
});

export const OfRecordLoading = meta.story({
  name: '[F-206] An existing record: loading',
  render: ofRecord(charlesDArtagnan.recordId),
  beforeEach({ msw }) {
    msw.use(on('openRecord', pending()));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText('Chargement…')).toBeInTheDocument();
  },
});
