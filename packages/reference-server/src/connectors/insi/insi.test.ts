import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { type NationalSandbox, startNationalSandbox } from '@spico/national-sandbox';
import { demoPeople, publishedTestIdentities } from '@spico/reference-data/synthetic';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SettingsError } from '../../platform/settings.ts';
import { absentInsi, createInsiClient, type InsiClient, readInsiSettings, SoapInsiClient } from './index.ts';

let sandbox: NationalSandbox;
let insi: InsiClient;

beforeAll(async () => {
  sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://127.0.0.1:4010/retour'] });
  insi = createInsiClient(sandbox.settings);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await fetch(sandbox.control.url, { method: 'DELETE' });
});

const unknown = { kind: 'unknown', cog: '99999' } as const;

function traits(family: string, given: string, sex: 'F' | 'M', birthDate: string, cog?: string): IdentityTraits {
  const names = given.split(' ');
  return {
    birthFamilyName: family,
    firstBirthGivenName: names[0] ?? '',
    birthGivenNames: names,
    sex,
    birthDate,
    birthPlace: cog ? { kind: 'commune', cog } : unknown,
  };
}

const calls = async <T>(work: () => Promise<T>): Promise<[T, readonly (readonly string[])[]]> => {
  const before = sandbox.insi.calls.length;
  const result = await work();
  return [
    result,
    sandbox.insi.calls.slice(before).map(({ givenNames, cog }) => (cog ? [...givenNames, cog] : givenNames)),
  ];
};

const order = (fault: object): Promise<Response> =>
  fetch(sandbox.control.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ insi: fault }),
  });

const zoe = traits('Adrun', 'Zoé', 'F', '1975-12-31', '63220');

describe('the published test identities [F-34]', () => {
  // Domain 2.12, row by row: what is typed, what is found.
  it.each([
    ['Adrun', 'Zoé', 'F', '1975-12-31', undefined, '275126322074974', 'first-given-name'],
    ['Ecetinsi', 'Pierre-Alain', 'M', '2009-07-14', undefined, '109076322083489', 'first-given-name'],
    ['Nessi', 'Michelangelo', 'M', '2010-08-07', undefined, '110086322083060', 'first-given-name'],
    ['Tchitchi', 'Catarina Bella', 'F', '1936-06-21', undefined, '236066322083656', 'first-given-name'],
    ['Tchitchi', 'Ola Catarina Bella', 'F', '1936-06-21', undefined, '236066322083656', 'other-given-name'],
    ['Corse', 'Anthony', 'M', '1980-03-02', '2B020', '180032B02040123', 'first-given-name'],
    ['Adrtrois', 'Dominique', 'F', '1997-02-26', undefined, '297022A02077878', 'first-given-name'],
    ['Hermann', 'Gatien', 'M', '1981-03-24', undefined, '181036322045660', 'first-given-name'],
  ] as const)('finds %s %s', async (family, given, sex, birthDate, cog, number, foundBy) => {
    const answer = await insi.search(traits(family, given, sex, birthDate, cog));
    expect(answer).toMatchObject({ outcome: 'found', foundBy });
    if (answer.outcome !== 'found') return;
    const { matricule, key, oid } = answer.identity.ins;
    expect(matricule + key).toBe(number);
    expect(oid).toBe('1.2.250.1.213.1.4.8');
    expect(answer.identity.traits).toMatchObject({ birthFamilyName: family.toUpperCase(), sex, birthDate });
  });

  it('brings the whole civil status and the former numbers of Pierre-Alain Ecetinsi', async () => {
    const answer = await insi.search(traits('ECETINSI', 'PIERRE-ALAIN', 'M', '2009-07-14'));
    expect(answer).toMatchObject({
      identity: {
        traits: {
          firstBirthGivenName: 'PIERRE-ALAIN',
          birthGivenNames: ['PIERRE-ALAIN', 'MURIEL', 'FLORIANT'],
          birthPlace: { kind: 'commune', cog: '63220' },
        },
        history: [
          { matricule: '2090763220834', key: '39' },
          { matricule: '2090663220123', key: '55' },
        ],
      },
    });
  });

  it('keeps the leading zero and the wrong key of a published number as they come', async () => {
    const answer = await insi.search(traits('HERMANN', 'GATIEN', 'M', '1981-03-24'));
    expect(answer).toMatchObject({ identity: { ins: { key: '60' }, history: [{ key: '10' }] } });
  });

  it('finds nobody called Houilles under any of the three given names, nor under all of them', async () => {
    const [answer, asked] = await calls(() =>
      insi.search(traits('Houilles', 'Pierre Paul Jacques', 'M', '1993-01-27')),
    );
    expect(answer).toEqual({ outcome: 'none' });
    expect(asked).toEqual([['PIERRE'], ['PAUL'], ['JACQUES'], ['PIERRE', 'PAUL', 'JACQUES']]);
  });

  it('sees several Toussaint Adrtrois until the place of birth is given', async () => {
    const without = await insi.search(traits('Adrtrois', 'Toussaint', 'M', '1960-01-01'));
    expect(without).toEqual({ outcome: 'several' });
    const [found, asked] = await calls(() => insi.search(traits('Adrtrois', 'Toussaint', 'M', '1960-01-01', '2B020')));
    expect(found).toMatchObject({ outcome: 'found', foundBy: 'birth-place' });
    expect(asked).toEqual([['TOUSSAINT'], ['TOUSSAINT', '2B020']]);
  });

  it('asks for d’Artagnan de l’Hérault in the alphabet of the service', async () => {
    const answer = await insi.search(traits('d’Artagnan de l’Hérault', 'Pierre–Alain', 'M', '2001-06-17'));
    expect(answer).toMatchObject({
      outcome: 'found',
      identity: { traits: { birthFamilyName: "D'ARTAGNAN DE L'HERAULT" } },
    });
  });

  it('asked every row of the published set that has an expected answer', () => {
    const asked = new Set(['ADRUN', 'ECETINSI', 'NESSI', 'TCHITCHI', 'CORSE', 'ADRTROIS', 'HERMANN', 'HOUILLES']);
    asked.add("D'ARTAGNAN DE L'HERAULT");
    for (const { answers, birthFamilyName } of publishedTestIdentities) {
      if (answers) expect(asked).toContain(birthFamilyName);
    }
  });
});

describe('the people of the demonstration [F-34]', () => {
  it('finds each of them alone, under the test authority', async () => {
    for (const person of demoPeople) {
      const { birthFamilyName, birthGivenNames, sex, birthDate, birthPlace } = person;
      const answer = await insi.search({
        birthFamilyName,
        firstBirthGivenName: birthGivenNames[0] ?? '',
        birthGivenNames,
        sex,
        birthDate,
        birthPlace,
      });
      expect(answer, person.id).toMatchObject({
        outcome: 'found',
        identity: { ins: { matricule: person.matricule, key: person.key, oid: '1.2.250.1.213.1.4.10' } },
      });
    }
  });

  it('tells the two Marie Martin apart by the place of birth only', async () => {
    const martin = (cog?: string) => insi.search(traits('Martin', 'Marie', 'F', '1941-05-07', cog));
    expect(await martin()).toEqual({ outcome: 'several' });
    expect(await martin('81004')).toMatchObject({ identity: { traits: { birthPlace: { cog: '81004' } } } });
    expect(await martin('12202')).toMatchObject({ identity: { traits: { birthPlace: { cog: '12202' } } } });
  });
});

describe('what cannot be asked', () => {
  it('does not call for an indeterminate sex, nor for a name outside the alphabet', async () => {
    const [answers, asked] = await calls(() =>
      Promise.all([
        insi.search({ ...zoe, sex: 'I' }),
        insi.search({ ...zoe, birthFamilyName: 'MARTIN 2' }),
        insi.search({ ...zoe, birthGivenNames: ['Zoé', 'Зоя'] }),
      ]),
    );
    for (const answer of answers) expect(answer).toEqual({ outcome: 'unavailable', reason: 'not-askable' });
    expect(asked).toEqual([]);
  });
});

describe('verifying a number', () => {
  it('confirms the active number of Zoé Adrun, with or without its key', async () => {
    const oid = '1.2.250.1.213.1.4.8';
    expect(await insi.verify(zoe, '275126322074974', oid)).toEqual({ outcome: 'confirmed' });
    expect(await insi.verify(zoe, '2751263220749', oid)).toEqual({ outcome: 'confirmed' });
  });

  it('refutes another number, another authority, other traits and a former number', async () => {
    const oid = '1.2.250.1.213.1.4.8';
    const pierreAlain = traits('ECETINSI', 'PIERRE-ALAIN', 'M', '2009-07-14');
    expect(await insi.verify(zoe, '110086322083060', oid)).toEqual({ outcome: 'refuted' });
    expect(await insi.verify(zoe, '275126322074974', '1.2.250.1.213.1.4.10')).toEqual({ outcome: 'refuted' });
    expect(await insi.verify({ ...zoe, birthDate: '1975-12-30' }, '275126322074974', oid)).toEqual({
      outcome: 'refuted',
    });
    expect(await insi.verify(pierreAlain, '209076322083439', oid)).toEqual({ outcome: 'refuted' });
  });
});

describe('when the service is not well, the record is made without INS [F-34]', () => {
  it.each([
    ['drop', 'unreachable'],
    ['error', 'fault'],
    ['malformed', 'malformed-answer'],
    ['empty', 'malformed-answer'],
  ])('answers "unavailable" when the service fails by %s', async (mode, reason) => {
    await order({ mode });
    expect(await insi.search(zoe)).toEqual({ outcome: 'unavailable', reason });
    expect(await insi.verify(zoe, '275126322074974', '1.2.250.1.213.1.4.8')).toEqual({
      outcome: 'unavailable',
      reason,
    });
  });

  it('stops waiting at the deadline, follow-up questions included', async () => {
    await order({ mode: 'delay', delayMs: 150 });
    const hurried = createInsiClient({ SPICO_INSI_URL: sandbox.insi.url, SPICO_INSI_TIMEOUT_MS: '400' });
    const started = Date.now();
    const answer = await hurried.search(traits('Houilles', 'Pierre Paul Jacques', 'M', '1993-01-27'));
    expect(answer).toEqual({ outcome: 'unavailable', reason: 'timeout' });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('stops when the caller gives up', async () => {
    await order({ mode: 'delay', delayMs: 3000 });
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 50);
    expect(await insi.search(zoe, giveUp.signal)).toEqual({ outcome: 'unavailable', reason: 'aborted' });
  });

  it('answers again as soon as the service is back', async () => {
    await order({ mode: 'error', times: 1 });
    expect(await insi.search(zoe)).toMatchObject({ outcome: 'unavailable' });
    expect(await insi.search(zoe)).toMatchObject({ outcome: 'found' });
  });

  it('is simply unavailable on a server without the service', async () => {
    expect(await createInsiClient({}).search(zoe)).toEqual({ outcome: 'unavailable', reason: 'not-configured' });
    expect(createInsiClient({})).toBe(absentInsi);
  });
});

describe('the envelope', () => {
  it('works in SOAP 1.1 too', async () => {
    const older = createInsiClient({ SPICO_INSI_URL: sandbox.insi.url, SPICO_INSI_SOAP: '1.1' });
    expect(await older.search(zoe)).toMatchObject({ outcome: 'found' });
    expect(await older.verify(zoe, '275126322074974', '1.2.250.1.213.1.4.8')).toEqual({ outcome: 'confirmed' });
    await order({ mode: 'error' });
    expect(await older.search(zoe)).toEqual({ outcome: 'unavailable', reason: 'fault' });
  });

  it('carries the assertion of the professional who asks', async () => {
    const settings = readInsiSettings({ SPICO_INSI_URL: sandbox.insi.url });
    if (!settings) throw new Error('no settings');
    const signing = new SoapInsiClient({
      settings,
      psAssertion: async (caller) => `<Assertion profession="${caller?.professionCode}"/>`,
    });
    const nadia = { billingIdentifier: '1', professionCode: '60', activitySector: 'SA08' };
    await signing.search(zoe, undefined, nadia);
    expect(sandbox.insi.calls.at(-1)?.assertion).toBe(true);
    await insi.search(zoe);
    expect(sandbox.insi.calls.at(-1)?.assertion).toBe(false);
  });

  it('is sent in clear to this machine only', () => {
    expect(() => readInsiSettings({ SPICO_INSI_URL: 'http://insi.example/lps' })).toThrow(SettingsError);
    expect(readInsiSettings({ SPICO_INSI_URL: 'https://insi.example/lps' })?.timeoutMs).toBe(5000);
  });
});
