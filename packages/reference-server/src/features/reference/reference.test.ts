import { BREAK_GLASS_REASONS } from '@spico/domain/rules/access/break-glass';
import { CONSENT_GIVERS } from '@spico/domain/rules/consent';
import { HIGH_TRUST_DOCUMENT_TYPES } from '@spico/domain/values/identity/traits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../../platform/settings.ts';
import { type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { ask } from '../records/test-kit.ts';
import { documentTypes, offersDocument } from './high-trust-documents.ts';
import { reference } from './index.ts';

describe('what the forms offer', () => {
  let server: TestServer;
  let nadia: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ features: [reference] });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });
  afterAll(() => server.close());

  it('[F-29] [F-32] [F-43] is exactly what the rules accept', async () => {
    type Lists = Record<
      'identityDocumentTypes' | 'consentGivers' | 'breakGlassReasons',
      { code: string; labelFr: string; labelEn: string }[]
    >;
    const { body } = await ask<Lists>(server, nadia, 'GET', '/reference/lists');
    const codes = (list: keyof Lists) => body[list].map(({ code }) => code).toSorted();
    expect(codes('identityDocumentTypes')).toEqual([...HIGH_TRUST_DOCUMENT_TYPES].toSorted());
    expect(codes('consentGivers')).toEqual([...CONSENT_GIVERS].toSorted());
    expect(codes('breakGlassReasons')).toEqual([...BREAK_GLASS_REASONS].toSorted());
    for (const entry of Object.values(body).filter(Array.isArray).flat())
      expect(entry.labelFr && entry.labelEn).toBeTruthy();
  });

  it('may be shortened by the installation, and says so when it cannot', () => {
    const settings = { services: { SPICO_IDENTITY_DOCUMENT_TYPES: 'CN, PA' } };
    expect([offersDocument(settings)('PA'), offersDocument(settings)('LEP')]).toEqual([true, false]);
    expect(() => documentTypes({ services: { SPICO_IDENTITY_DOCUMENT_TYPES: 'PERMIS' } })).toThrow(SettingsError);
  });

  it.each([
    [{ text: 'alb' }, { cog: '81004', label: 'Albi (81)' }],
    [{ text: 'st sernin', kind: 'commune' }, { label: expect.stringMatching(/^Saint-Sernin/) }],
    [
      { text: 'espa', kind: 'country' },
      { kind: 'country', cog: '99134' },
    ],
    [{ text: '2A004' }, { cog: '2A004' }],
  ])('[F-22] finds the birth place %j', async (query, found) => {
    const { status, body } = await ask<{ items: object[] }>(
      server,
      nadia,
      'POST',
      '/reference/birth-place-searches',
      query,
    );
    expect([status, body.items]).toEqual([200, expect.arrayContaining([expect.objectContaining(found)])]);
  });

  it('refuses a day that never was', async () => {
    const reply = await ask(server, nadia, 'POST', '/reference/birth-place-searches', {
      text: 'albi',
      bornOn: '2023-02-29',
    });
    expect([reply.status, reply.body]).toMatchObject([400, { fields: [{ pointer: '/bornOn', code: 'no-such-day' }] }]);
  });

  it.each([
    ['', 'fr-FR', 'fr'],
    ['?language=en', 'en-GB', 'en'],
  ])(
    '[F-30] [F-206] hands out the notice %s to anybody, as a tagged PDF with its language and title',
    async (query, tag, language) => {
      const reply = await server.app.inject({ url: `/api/v1/consent-notice${query}` });
      expect(reply.statusCode).toBe(200);
      expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-language': language });
      const text = reply.rawPayload.toString('latin1');
      expect(text.startsWith('%PDF-1.7')).toBe(true);
      for (const mark of [
        '/StructTreeRoot',
        '/Marked true',
        `/Lang (${tag})`,
        '/DisplayDocTitle true',
        '/S /H1',
        '/S /LBody',
        '/FontFile',
      ]) {
        expect(text, mark).toContain(mark);
      }
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    },
  );

  it('speaks no other language', async () => {
    expect((await server.app.inject({ url: '/api/v1/consent-notice?language=de' })).statusCode).toBe(400);
  });
});
