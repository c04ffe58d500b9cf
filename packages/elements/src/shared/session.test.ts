import { describe, expect, it } from 'vitest';
import { Session } from './session.ts';

const jeanne = { birthFamilyName: 'Lefebvre', birthGivenNames: ['Jeanne'], birthDate: '1941-03-12' };
const nadia = { birthFamilyName: 'Benali', birthGivenNames: ['Nadia'], birthDate: '1978-07-02' };

describe('the session of a host page', () => {
  it('[F-202] gives each patient one context, random, and the same again when the patient comes back', () => {
    const session = new Session({ patient: jeanne });
    const first = session.environment.contextId;
    session.update({ patient: nadia });
    const second = session.environment.contextId;
    session.update({ patient: jeanne });
    expect(second).not.toBe(first);
    expect(session.environment.contextId).toBe(first);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('[F-202] sees the same patient in a new object with the same content', () => {
    const session = new Session({ patient: jeanne });
    const before = session.environment.contextId;
    session.update({ patient: { birthDate: '1941-03-12', birthGivenNames: ['Jeanne'], birthFamilyName: 'Lefebvre' } });
    expect(session.environment.contextId).toBe(before);
  });

  it('[F-202] keeps each draft under its own patient through fifty quick changes', () => {
    const session = new Session();
    const patients = Array.from({ length: 50 }, (_, index) => ({ birthFamilyName: `Patient ${index}` }));
    for (const patient of patients) {
      session.update({ patient });
      session.environment.drafts.set(session.environment.contextId, 'note', patient.birthFamilyName);
    }
    for (const patient of patients) {
      session.update({ patient });
      expect(session.environment.drafts.get(session.environment.contextId, 'note')).toBe(patient.birthFamilyName);
    }
  });

  it('[F-202] forgets drafts and contexts when another person signs in to the host', () => {
    const session = new Session({ userKey: 'dr-martin', patient: jeanne });
    const { contextId } = session.environment;
    session.environment.drafts.set(contextId, 'note', 'brouillon');
    session.update({ userKey: 'nurse-benali' });
    expect(session.environment.contextId).not.toBe(contextId);
    expect(session.environment.drafts.has(contextId, 'note')).toBe(false);
  });

  it('[F-202] tells its listeners before the assignment returns', () => {
    const session = new Session({ patient: jeanne });
    const seen: string[] = [];
    session.subscribe(({ patient }) => seen.push(patient?.birthFamilyName ?? ''));
    session.update({ patient: nadia });
    expect(seen).toEqual(['Benali']);
  });

  it('[F-201] asks the host for a token only when one is needed, with the reason, and through its newest function', async () => {
    const asked: string[] = [];
    const sent: (string | null)[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request.headers.get('authorization'));
      return Response.json({ lists: [] });
    };
    const session = new Session({ apiBase: 'http://spico.test/api/v1', fetch, getToken: async () => 'old' });
    const { client } = session.environment;
    session.update({ getToken: async ({ reason }) => (asked.push(reason), 'new') });
    expect(session.environment.client).toBe(client);
    expect(asked).toEqual([]);
    await client?.me.get();
    expect(asked).toEqual(['initial']);
    expect(sent).toEqual(['Bearer new']);
  });
});
