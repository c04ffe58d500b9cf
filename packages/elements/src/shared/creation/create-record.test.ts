import { createSpicoClient } from '@spico/sdk';
import {
  charlesDArtagnan,
  createScenario,
  handlers,
  jeanneLacombe,
  mockFetch,
  offline,
  on,
  problem,
  SEARCH_ID,
  typedTraits,
} from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import type { CreateRecordRequest } from '../sdk.ts';
import { createDecided, type CreationPhase, finaliseCreation } from './create-record.ts';

type Handlers = ReturnType<typeof handlers>;

/** The steps of one creation against the typed mock of the contract; nobody has a record in it. */
function creation(first: Handlers = []) {
  const fetch = mockFetch([...first, ...handlers({ scenario: createScenario({ seed: 'empty' }) })]);
  const client = createSpicoClient({
    baseUrl: 'https://spico.example/api/v1',
    retries: 0,
    getToken: () => 'token',
    fetch,
  });
  const phases: CreationPhase[] = [];
  return { phases, step: { client, phase: (phase: CreationPhase) => phases.push(phase) } };
}

const request = (change: Partial<CreateRecordRequest> = {}): CreateRecordRequest => ({
  searchId: SEARCH_ID,
  traits: typedTraits(charlesDArtagnan),
  consent: { givenBy: 'person', mode: 'oral', collectedOn: '2026-11-22' },
  ...change,
});

describe('the end of the creation page', () => {
  it('[F-34] [F-48] hands exactly one INS back to be compared, and creates nothing yet', async () => {
    const { phases, step } = creation();
    const outcome = await finaliseCreation(request(), step);
    expect(outcome).toMatchObject({ kind: 'compare', insQuery: { outcome: 'found' } });
    expect(phases).toEqual(['ins']);
  });

  it.each(['none', 'several', 'unavailable'] as const)('[F-34] %s: creates at once and says why', async (answer) => {
    const { phases, step } = creation([on('queryIns', () => ({ outcome: answer }))]);
    const outcome = await finaliseCreation(request(), step);
    expect(outcome).toMatchObject({
      kind: 'created',
      withoutIns: answer,
      record: { identity: { status: 'provisional' } },
    });
    expect(phases).toEqual(['ins', 'create']);
  });

  it.each([
    [['doubtful'], 'doubtful'],
    [['doubtful', 'homonym'], 'doubtful'],
    [['fictitious'], 'fictitious'],
  ] as const)('[F-33] %o: the teleservice is not asked', async (flags, why) => {
    const { phases, step } = creation([on('queryIns', problem('internal-error'))]);
    const outcome = await finaliseCreation(request({ flags: [...flags] }), step);
    expect(outcome).toMatchObject({ kind: 'created', withoutIns: why });
    expect(phases).toEqual(['create']);
  });

  it('[F-34] a teleservice that never answers does not keep the record from being created', async () => {
    const { step } = creation();
    const impatient = {
      ...step,
      client: {
        ...step.client,
        ins: { query: () => Promise.reject(Object.assign(new Error('slow'), { kind: 'timeout' })) },
      },
    };
    expect(await finaliseCreation(request(), impatient)).toMatchObject({ kind: 'created', withoutIns: 'unavailable' });
  });

  it('[F-34] a broken line stops before anything is created', async () => {
    const { phases, step } = creation([on('queryIns', offline())]);
    await expect(finaliseCreation(request(), step)).rejects.toMatchObject({ kind: 'offline' });
    expect(phases).toEqual(['ins']);
  });

  it('[F-20] a record that exists comes back as candidates, not as an error', async () => {
    const scenario = createScenario({ seed: 'empty' });
    scenario.give(charlesDArtagnan);
    const none = on('queryIns', () => ({ outcome: 'none' as const }));
    const { step } = creation([none, ...handlers({ scenario })]);
    const outcome = await finaliseCreation(request(), step);
    expect(outcome).toMatchObject({ kind: 'exists', search: { candidates: [{ grade: 'certain' }] } });
  });

  it('[F-20] a search grown too old is made again once, with the same traits, and the creation goes on', async () => {
    const { phases, step } = creation();
    const outcome = await finaliseCreation(
      request({ searchId: crypto.randomUUID(), differentFrom: [SEARCH_ID] }),
      step,
    );
    expect(phases).toEqual(['ins', 'search', 'ins']);
    expect(outcome).toMatchObject({ kind: 'compare' });
    expect(outcome.kind === 'compare' && outcome.request).not.toHaveProperty('differentFrom');
  });

  it('[F-20] somebody who appeared meanwhile is shown first', async () => {
    const scenario = createScenario({ seed: 'empty' });
    scenario.give(charlesDArtagnan);
    const { step } = creation(handlers({ scenario }));
    const outcome = await finaliseCreation(request({ searchId: crypto.randomUUID() }), step);
    expect(outcome).toMatchObject({ kind: 'exists', search: { candidates: [{ grade: 'certain' }] } });
  });

  it('[F-20] shown alone, without a search, it searches first', async () => {
    const { phases, step } = creation();
    expect(await finaliseCreation(request({ searchId: '' }), step)).toMatchObject({ kind: 'compare' });
    expect(phases).toEqual(['search', 'ins']);
  });
});

describe('the decision about the INS', () => {
  const asked = async (typed = jeanneLacombe) => {
    const { step } = creation();
    const document = { identityDocument: { type: 'CN' } };
    const outcome = await finaliseCreation(request({ traits: typedTraits(typed), ...document }), step);
    if (outcome.kind !== 'compare' || !outcome.insQuery.insQueryId) throw new Error('Nothing to compare.');
    return { step, pending: outcome.request, insQueryId: outcome.insQuery.insQueryId };
  };

  it('[F-36] taken: the record is created with the traits of the INS', async () => {
    const { step, pending, insQueryId } = await asked();
    const decided = { ...pending, insDecision: { insQueryId, decision: 'accept' as const } };
    const outcome = await createDecided(decided, step);
    expect(outcome).toMatchObject({ kind: 'created', record: { identity: { status: 'qualified' } } });
    expect(outcome).not.toHaveProperty('withoutIns');
  });

  it('[F-37] refused: the record is created without INS', async () => {
    const { step, pending, insQueryId } = await asked();
    const outcome = await createDecided({ ...pending, insDecision: { insQueryId, decision: 'refuse' } }, step);
    expect(outcome).toMatchObject({
      kind: 'created',
      withoutIns: 'refused',
      record: { identity: { status: 'validated' } },
    });
  });
});
