import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serve } from '../serve.ts';
import { scratchDirectory } from '../testing/index.ts';
import { refuseUnsafe } from './production.ts';
import { readSettings, SettingsError } from './settings.ts';

const key = () => randomBytes(32).toString('base64');
const safe = {
  SPICO_PUBLIC_ORIGIN: 'https://spico.example',
  DATABASE_URL: 'postgres://spico@db/spico',
  DATABASE_OWNER_URL: 'postgres://owner@db/spico',
  SPICO_KEY_CURSORS: key(),
  SPICO_KEY_IDENTITY_DOCUMENTS: key(),
  SPICO_KEY_ONE_TIME_CODES: key(),
  SPICO_KEY_ID_TOKENS: key(),
  SPICO_INSI_URL: 'https://services-ps.ameli.example/lps',
  SPICO_INSI_EMITTER: '991234567890',
  SPICO_INSI_AUTHORISATION: 'AUTORISATION',
  SPICO_INSI_INSTANCE: '7f1f2a9e-5a86-4f0e-9a40-2f1de1f5f0a1',
  SPICO_SMTP_HOST: 'smtp.example',
  SPICO_SMTP_FROM: 'ne-pas-repondre@spico.example',
  SPICO_SMTP_SUPERVISOR: 'supervision@spico.example',
};
const refusal = (environment: Record<string, string | undefined>): string => {
  try {
    refuseUnsafe(readSettings(environment));
    return '';
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
};

describe('a server that is no demonstration', () => {
  it('starts with everything said, with or without the services', () => {
    expect(refusal(safe)).toBe('');
    expect(refusal({ ...safe, SPICO_INSI_URL: undefined, SPICO_SMTP_HOST: undefined })).toBe('');
  });

  it.each([
    ['SPICO_PUBLIC_ORIGIN', undefined],
    ['SPICO_PUBLIC_ORIGIN', 'http://spico.example'],
    ['DATABASE_OWNER_URL', undefined],
    ['DATABASE_OWNER_URL', 'postgres://spico:other@db/spico'],
    ['SPICO_KEY_CURSORS', undefined],
    ['SPICO_KEY_IDENTITY_DOCUMENTS', undefined],
    ['SPICO_KEY_ONE_TIME_CODES', undefined],
    ['SPICO_KEY_ID_TOKENS', undefined],
    ['SPICO_KEY_ID_TOKENS', safe.SPICO_KEY_CURSORS],
    ['SPICO_INSI_EMITTER', undefined],
    ['SPICO_INSI_AUTHORISATION', undefined],
    ['SPICO_INSI_INSTANCE', undefined],
    ['SPICO_SMTP_FROM', undefined],
    ['SPICO_SMTP_SUPERVISOR', undefined],
  ])('does not start on the default of %s (%s)', (name, value) => {
    expect(refusal({ ...safe, [name]: value })).toContain(name);
    expect(refusal({ ...safe, [name]: value, SPICO_DEMO: 'yes' })).toBe('');
  });

  it('never lets the address of the database take the application’s role away', () => {
    const DATABASE_URL = `${safe.DATABASE_URL}?options=-c%20statement_timeout%3D0`;
    expect(refusal({ ...safe, DATABASE_URL })).toContain('DATABASE_URL must not hold');
  });

  it('says all that is missing at once, and touches nothing', async () => {
    const { path, remove } = scratchDirectory();
    const settings = readSettings({ SPICO_DATA_DIR: `${path}/data` });
    await expect(serve(settings)).rejects.toThrow(/SPICO_PUBLIC_ORIGIN[^]*SPICO_KEY_CURSORS/);
    expect(existsSync(`${path}/data`)).toBe(false);
    remove();
  });
});
