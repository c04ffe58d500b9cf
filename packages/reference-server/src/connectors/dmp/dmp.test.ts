import { startNationalSandbox } from '@spico/national-sandbox';
import { describe, expect, it } from 'vitest';
import { SettingsError } from '../../platform/settings.ts';
import { dmpLaunchUrl, readDmpTemplate } from './index.ts';

const jeanne = { ins: '180032B02040123', oid: '1.2.250.1.213.1.4.8' };

describe('opening the DMP on one person [F-100]', () => {
  it('lands directly on the page of that person [F-101]', async () => {
    const sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://127.0.0.1:4010/retour'] });
    try {
      const template = readDmpTemplate(sandbox.settings) ?? '';
      const page = await (await fetch(dmpLaunchUrl(template, jeanne))).text();
      expect(page).toContain('DMP (bac à sable)');
      expect(page).toContain('1 80 03 2B 020 401 23');
      expect(page).toContain('1.2.250.1.213.1.4.8');
    } finally {
      await sandbox.close();
    }
  });

  it('writes values, never pieces of address', () => {
    const url = dmpLaunchUrl('https://dmp.example/{oid}?p={ins}&c={context}', {
      ...jeanne,
      oid: '../a?b',
      context: 'x&ins=1',
    });
    expect(url).toBe('https://dmp.example/..%2Fa%3Fb?p=180032B02040123&c=x%26ins%3D1');
  });

  it('is not offered without a template, and refuses a template that forgets the person or leaves TLS', () => {
    expect(readDmpTemplate({})).toBeUndefined();
    for (const template of [
      'https://dmp.example/?i={ins}',
      'http://dmp.example/{ins}/{oid}',
      'javascript:{ins}{oid}',
      '{ins}{oid}',
    ]) {
      expect(() => readDmpTemplate({ SPICO_DMP_URL_TEMPLATE: template }), template).toThrow(SettingsError);
    }
  });
});
