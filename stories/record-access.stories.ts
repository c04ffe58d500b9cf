import '@spico/elements/define/record-access';
import {
  candidate,
  createScenario,
  forbidden,
  handlers,
  jeanBaptisteDeLaTour,
  jeanneLacombe,
  marieMartinAlbi,
  marieMartinRodez,
  offline,
  on,
  paulCros,
  pending,
  pierreLacombe,
  problem,
  searchResult,
  sessionExpired,
  typedTraits,
} from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { enterFlow, type Flow, focused, inside, providerOf } from './support/scenario.ts';

/** From the candidates into a record, and the access one has (F-39 to F-43, F-260). */
const meta = preview.meta({
  title: 'Widgets/Record access',
  component: 'spico-record-access',
  render: () => html`<spico-record-access></spico-record-access>`,
  beforeEach({ msw }) {
    msw.use(...handlers());
  },
});
export default meta;

type Played = { canvasElement: HTMLElement };
type Widget = Awaited<ReturnType<typeof inside>>;

const TAG = 'spico-record-access';
const shown = (record: { recordId: string }) => () =>
  html`<spico-record-access record-id=${record.recordId}></spico-record-access>`;
const searched = (person = pierreLacombe, change: Partial<Flow> = {}): Flow => ({
  step: 'candidates',
  traits: typedTraits(person),
  birthPlaceLabel: person.traits.birthPlace.label,
  identityDocument: { type: 'CN' },
  search: searchResult([candidate(person)]),
  ...change,
});
const unchecked = (person = pierreLacombe): Flow => {
  const { identityDocument: _, ...flow } = searched(person);
  const found = candidate(person, {
    allowedActions: ['break-glass', 'request-membership'],
    selfEnrolmentObstacles: ['document-not-checked'],
  });
  return { ...flow, search: searchResult([found], false) };
};
const mine: Flow = searched(jeanneLacombe, {
  search: searchResult([
    candidate(jeanneLacombe, {
      relation: 'member',
      recordId: jeanneLacombe.recordId,
      allowedActions: ['open'],
      selfEnrolmentObstacles: ['already-member'],
    }),
  ]),
});

async function arrive(canvasElement: HTMLElement, flow: Flow = searched()): Promise<Widget> {
  await enterFlow(canvasElement, flow);
  const widget = await inside(canvasElement, TAG);
  await widget.findByRole('heading', { level: 2 });
  return widget;
}

function listen(canvasElement: HTMLElement, name: 'spico-open-record-request' | 'spico-record-access-granted') {
  const heard = fn();
  canvasElement.addEventListener(name, (event) => heard(event.detail));
  return heard;
}

const press = async (widget: Widget, name: string | RegExp): Promise<void> =>
  userEvent.click(await widget.findByRole('button', { name }));

async function openGlass(canvasElement: HTMLElement, flow: Flow = unchecked()): Promise<Widget> {
  const widget = await arrive(canvasElement, flow);
  await press(widget, 'Accès en bris de glace');
  await widget.findByLabelText('Soins urgents');
  return widget;
}

async function fillGlass(widget: Widget): Promise<void> {
  await userEvent.click(widget.getByLabelText('Soins urgents'));
  await userEvent.type(widget.getByLabelText(/En quelques mots/), 'Chute à domicile, traitement inconnu.');
}

export const Ready = meta.story({
  name: '[F-39] Case 1: not a member, document checked',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement);
    await expect(widget.getByRole('heading', { name: 'LACOMBE Pierre' })).toBeVisible();
    await expect(widget.getByText('Les cinq traits sont les mêmes.')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'S’habiliter sur le dossier' })).toHaveClass('primary');
    await expect(widget.getByRole('button', { name: 'Accès en bris de glace' })).toHaveClass('urgent');
    await expect(widget.getByRole('button', { name: /créer un nouveau dossier/ })).toBeVisible();
    await expect(widget.queryByRole('button', { name: 'Consulter le dossier' })).toBeNull();
    await waitFor(() => expect(focused()).toHaveTextContent('1 personne ressemble'));
  },
});

export const DocumentNotChecked = meta.story({
  name: '[F-40] Case 2: not a member, document not checked',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, unchecked());
    await expect(widget.queryByRole('button', { name: 'S’habiliter sur le dossier' })).toBeNull();
    await expect(widget.getByRole('button', { name: 'Accès en bris de glace' })).toBeVisible();
    await expect(widget.getByText(/demande une pièce d’identité vérifiée lors de la recherche/)).toBeVisible();
    await press(widget, 'Refaire la recherche avec une pièce vérifiée');
    const { environment, contextId } = providerOf(canvasElement);
    await expect(environment.flows.get(contextId)).toMatchObject({ step: 'search', focus: 'document' });
  },
});

export const AlreadyMember = meta.story({
  name: '[F-41] Case 3: already in the circle',
  play: async ({ canvasElement }) => {
    const opened = listen(canvasElement, 'spico-open-record-request');
    const widget = await arrive(canvasElement, mine);
    await expect(widget.queryByRole('button', { name: 'Accès en bris de glace' })).toBeNull();
    await press(widget, 'Consulter le dossier');
    await expect(opened).toHaveBeenCalledWith(expect.objectContaining({ recordId: jeanneLacombe.recordId }));
    // No host took the act over: the widget shows the access itself.
    await expect(await widget.findByText('Vous avez créé ce dossier')).toBeVisible();
  },
});

export const Differences = meta.story({
  name: '[F-260] Each difference in words',
  play: async ({ canvasElement }) => {
    const found = [
      candidate(marieMartinAlbi, { differences: [] }),
      candidate(marieMartinRodez, {
        grade: 'probable',
        differences: [{ trait: 'birthPlace', kind: 'place-different' }],
      }),
      candidate(jeanneLacombe, {
        grade: 'possible',
        differences: [
          { trait: 'birthFamilyName', kind: 'sounds-alike' },
          { trait: 'birthDate', kind: 'day-month-swapped' },
        ],
        allowedActions: ['break-glass', 'request-membership'],
        selfEnrolmentObstacles: ['profession-not-allowed'],
      }),
    ];
    const widget = await arrive(
      canvasElement,
      searched(marieMartinAlbi, { search: { ...searchResult(found), moreCandidates: true } }),
    );
    await expect(widget.getByText(/autre commune de naissance/)).toBeVisible();
    await expect(widget.getByText('saisi : Albi (81)')).toBeVisible();
    await expect(widget.getByText(/jour et mois de naissance inversés/)).toBeVisible();
    await expect(widget.getAllByText('probable')).toHaveLength(1);
  },
});

export const SelfEnrolment = meta.story({
  name: '[F-42] Joining, with the consent',
  play: async ({ canvasElement }) => {
    const granted = listen(canvasElement, 'spico-record-access-granted');
    const opened = listen(canvasElement, 'spico-open-record-request');
    const widget = await arrive(canvasElement);
    await press(widget, 'S’habiliter sur le dossier');
    await waitFor(() => expect(widget.getByText(/mention « auto-habilitation »/)).toBeVisible());
    await press(widget, 'S’habiliter');
    await waitFor(() => expect(widget.getByText('Indiquez qui a donné le consentement.')).toBeVisible());
    await waitFor(() => expect(focused()).toHaveAttribute('id', 'consent-givenBy'));
    await widget.findByRole('option', { name: 'La personne elle-même' });
    await userEvent.selectOptions(widget.getByLabelText(/Qui a donné/), 'person');
    await userEvent.click(widget.getByLabelText('Oral'));
    await press(widget, 'S’habiliter');
    await waitFor(() => expect(granted).toHaveBeenCalledWith(expect.objectContaining({ mode: 'self-enrolled' })));
    await expect(opened).toHaveBeenCalledOnce();
    const { environment, contextId } = providerOf(canvasElement);
    await expect(environment.flows.get(contextId).step).toBe('search');
    await expect(await widget.findByText('Auto-habilitation')).toBeVisible();
  },
});

export const BreakGlass = meta.story({
  name: '[F-43] Emergency access, two hours',
  play: async ({ canvasElement }) => {
    const granted = listen(canvasElement, 'spico-record-access-granted');
    const widget = await openGlass(canvasElement);
    await waitFor(() => expect(widget.getByText(/Pour 2 heures, jusqu’à \d\d:\d\d\./)).toBeVisible());
    await expect(widget.getByText(/mention « accès en bris de glace »/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Ouvrir pour 2 heures' })).toHaveClass('urgent');
    await userEvent.type(widget.getByLabelText(/En quelques mots/), 'Chute');
    await waitFor(() => expect(widget.getByText('Encore 5 caractères.')).toBeVisible());
    await press(widget, 'Ouvrir pour 2 heures');
    await expect(await widget.findByText('Choisissez un motif.')).toBeVisible();
    await fillGlass(widget);
    await press(widget, 'Ouvrir pour 2 heures');
    await waitFor(() => expect(granted).toHaveBeenCalledWith(expect.objectContaining({ mode: 'break-glass' })));
    await expect(await widget.findByRole('timer')).toHaveTextContent('2 h 00 restantes');
  },
});

export const BreakGlassKeyboard = meta.story({
  name: '[F-206] The dialog by keyboard: Escape closes, the focus comes back',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, unchecked());
    const opener = await widget.findByRole('button', { name: 'Accès en bris de glace' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toHaveTextContent('Accès en bris de glace : LACOMBE Pierre'));
    widget.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(focused()).toBe(opener));
  },
});

export const MembershipRequest = meta.story({
  name: '[F-40] Asking to be added',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, unchecked());
    await press(widget, 'Demander à être ajouté');
    await userEvent.type(widget.getByLabelText(/Message/), 'Je suis son nouveau médecin traitant.');
    await press(widget, 'Envoyer la demande');
    await expect(await widget.findByText(/^Demande envoyée aujourd/)).toBeVisible();
    await expect(widget.queryByRole('button', { name: 'Demander à être ajouté' })).toBeNull();
  },
});

export const Homonym = meta.story({
  name: '[F-41] None of these people: a true homonym',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement);
    await press(widget, /créer un nouveau dossier/);
    await waitFor(() => expect(widget.getByText(/différente de LACOMBE Pierre/)).toBeVisible());
    await press(widget, 'C’est une autre personne');
    const { environment, contextId } = providerOf(canvasElement);
    await waitFor(() =>
      expect(environment.flows.get(contextId)).toMatchObject({
        step: 'create',
        differentFrom: [candidate(pierreLacombe).candidateId],
      }),
    );
  },
});

export const MayNotCreate = meta.story({
  name: '[F-20] A profession that may not create',
  play: async ({ canvasElement }) => {
    const widget = await arrive(
      canvasElement,
      searched(pierreLacombe, { search: { ...searchResult([candidate(pierreLacombe)]), mayCreate: false } }),
    );
    await expect(widget.getByText('Votre profession ne permet pas de créer un dossier.')).toBeVisible();
    await expect(widget.queryByRole('button', { name: /nouveau dossier/ })).toBeNull();
  },
});

export const RefusedAsExisting = meta.story({
  name: '[F-20] Sent back by a refused creation',
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, searched(pierreLacombe, { refusedAsExisting: true }));
    await expect(widget.getByText(/Le dossier n’a pas été créé/)).toBeVisible();
  },
});

export const SearchExpired = meta.story({
  name: '[F-209] The search has expired: made again, nothing typed lost',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', problem('search-not-found'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const widget = await openGlass(canvasElement);
    await fillGlass(widget);
    await press(widget, 'Ouvrir pour 2 heures');
    await expect(await widget.findByText('Cette recherche est trop ancienne')).toBeVisible();
    await press(widget, 'Refaire la recherche');
    await waitFor(() => expect(widget.queryByText('Cette recherche est trop ancienne')).toBeNull());
    await expect(widget.getByLabelText(/En quelques mots/)).toHaveValue('Chute à domicile, traitement inconnu.');
    await press(widget, 'Ouvrir pour 2 heures');
    await expect(await widget.findByRole('timer')).toBeVisible();
  },
});

const keepsReason =
  (sentence: RegExp) =>
  async ({ canvasElement }: Played): Promise<void> => {
    const widget = await openGlass(canvasElement);
    await fillGlass(widget);
    await press(widget, 'Ouvrir pour 2 heures');
    await expect(await widget.findByText(sentence, {}, { timeout: 8000 })).toBeVisible();
    await expect(widget.getByLabelText(/En quelques mots/)).toHaveValue('Chute à domicile, traitement inconnu.');
  };

export const Error = meta.story({
  name: '[F-209] Error, then another try',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', problem('record-merged')));
  },
  play: keepsReason(/fusionné avec un autre/),
});
export const Forbidden = meta.story({
  name: '[F-209] Forbidden',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', forbidden('access.break-glass')));
  },
  play: keepsReason(/pas le droit/),
});
export const SessionExpired = meta.story({
  name: '[F-209] Session expired',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', sessionExpired()));
  },
  play: keepsReason(/session a pris fin/),
});
export const Offline = meta.story({
  name: '[F-209] Offline',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', offline()));
  },
  play: keepsReason(/injoignable/),
});
export const Conflict = meta.story({
  name: '[F-42] Somebody added you meanwhile',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', problem('already-member')));
  },
  play: keepsReason(/fait déjà partie du cercle/),
});
export const Sending = meta.story({
  name: '[F-43] While the access is being opened',
  beforeEach({ msw }) {
    msw.use(on('breakGlass', pending()));
  },
  play: async ({ canvasElement }) => {
    const widget = await openGlass(canvasElement);
    await fillGlass(widget);
    await press(widget, 'Ouvrir pour 2 heures');
    await expect(widget.getByRole('button', { name: /Ouvrir pour 2 heures/ })).toHaveAttribute('aria-disabled', 'true');
    await expect(widget.queryByRole('button', { name: 'Fermer' })).toBeNull();
  },
});

export const NoTurn = meta.story({
  name: '[F-20] Shows nothing until its turn comes',
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector(TAG)?.shadowRoot).toBeTruthy());
    await expect(canvasElement.querySelector(TAG)?.shadowRoot?.querySelector('section')).toBeNull();
  },
});

export const MyAccess = meta.story({
  name: '[F-42] One’s own lasting access',
  render: shown(jeanneLacombe),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText('Vous avez créé ce dossier')).toBeVisible();
    await expect(widget.queryByRole('button', { name: /Mettre fin/ })).toBeNull();
  },
});

export const MyEmergency = meta.story({
  name: '[F-43] One’s own emergency access, and its end by decision',
  render: shown(paulCros),
  play: async ({ canvasElement }) => {
    const ended = fn();
    canvasElement.addEventListener('spico-record-access-ended', ended);
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByRole('timer')).toHaveTextContent(/1\sh\s5\d/);
    await press(widget, 'Mettre fin à l’accès');
    const [, sure] = await waitFor(() => {
      const both = widget.getAllByRole('button', { name: 'Mettre fin à l’accès' });
      if (both.length < 2) throw new globalThis.Error('The question is not open yet.');
      return both;
    });
    await userEvent.click(sure as HTMLElement);
    await expect(await widget.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
    await expect(widget.queryByRole('timer')).toBeNull();
    await expect(ended).toHaveBeenCalledOnce();
  },
});

export const EmergencyRunsOut = meta.story({
  name: '[F-43] The emergency access runs out while it is shown',
  render: shown(paulCros),
  beforeEach({ msw }) {
    const scenario = createScenario();
    msw.use(
      on('openRecord', () => {
        const record = scenario.store.records.get(paulCros.recordId);
        if (!record) return problem('record-not-found');
        return {
          id: record.id,
          version: 1,
          state: 'open',
          createdAt: record.createdAt,
          identity: record.identity,
          access: { mode: 'break-glass', since: record.createdAt, until: record.createdAt, remainingSeconds: 2 },
          sections: [],
          allowedActions: ['access.end-break-glass'],
        };
      }),
    );
  },
  play: async ({ canvasElement }) => {
    const ended = fn();
    canvasElement.addEventListener('spico-record-access-ended', ended);
    const widget = await inside(canvasElement, TAG);
    await widget.findByRole('timer');
    await expect(await widget.findByText('Votre accès à ce dossier est terminé', {}, { timeout: 5000 })).toBeVisible();
    await expect(ended).toHaveBeenCalledOnce();
  },
});

export const MyAccessLoading = meta.story({
  name: '[F-206] One’s own access, loading',
  render: shown(jeanneLacombe),
  beforeEach({ msw }) {
    msw.use(...handlers({ state: 'loading' }));
  },
});
export const MyAccessError = meta.story({
  name: '[F-209] One’s own access, error then retry',
  render: shown(jeanneLacombe),
  beforeEach({ msw }) {
    msw.use(on('openRecord', problem('version-required'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await press(widget, 'Réessayer');
    await expect(await widget.findByText('Vous avez créé ce dossier')).toBeVisible();
  },
});
export const MyAccessEnded = meta.story({
  name: '[F-43] The server says the access has ended',
  render: shown(paulCros),
  beforeEach({ msw }) {
    msw.use(on('openRecord', problem('break-glass-ended')));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText('Votre accès à ce dossier est terminé')).toBeVisible();
  },
});

const everyCase: Flow = searched(marieMartinAlbi, {
  search: searchResult([
    candidate(marieMartinAlbi),
    candidate(marieMartinRodez, { grade: 'probable', differences: [{ trait: 'birthPlace', kind: 'place-different' }] }),
  ]),
});
export const LongNames = meta.story({
  name: '[F-206] Very long names, 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, searched(jeanBaptisteDeLaTour))),
});
export const Narrow = meta.story({
  name: '[F-206] 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, everyCase)),
});
export const NarrowDialog = meta.story({
  name: '[F-206] The emergency dialog, 320 px',
  globals: { room: 'narrow' },
  play: async ({ canvasElement }) => void (await openGlass(canvasElement)),
});
export const Dark = meta.story({
  name: '[F-206] Dark',
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, everyCase)),
});
export const Contrast = meta.story({
  name: '[F-206] High contrast',
  globals: { theme: 'contrast' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, everyCase)),
});
export const Compact = meta.story({
  name: '[F-206] Compact',
  globals: { density: 'compact' },
  play: async ({ canvasElement }) => void (await arrive(canvasElement, everyCase)),
});
export const English = meta.story({
  name: '[F-205] English',
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const widget = await arrive(canvasElement, everyCase);
    await expect((await widget.findAllByRole('button', { name: 'Join the record' }))[0]).toBeVisible();
  },
});
