import { type NationalSandbox, type ReceivedMessage, startNationalSandbox } from '@spico/national-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../../platform/settings.ts';
import { createMailer, type MailError, type Mailer, readMailSettings } from './index.ts';

let sandbox: NationalSandbox;
let mailer: Mailer;

beforeAll(async () => {
  sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://127.0.0.1:4010/retour'] });
  const { host, port } = sandbox.smtp;
  mailer = createMailer({
    SPICO_SMTP_HOST: host,
    SPICO_SMTP_PORT: String(port),
    SPICO_SMTP_FROM: 'spico@exemple.test',
  });
});
afterAll(async () => {
  mailer.close();
  await sandbox.close();
});
afterEach(async () => {
  sandbox.faults.mail.refuse = false;
  await fetch(sandbox.mailbox.messagesUrl, { method: 'DELETE' });
});

const nadia = 'nadia.haddad@exemple.test';
const received = async (to = ''): Promise<ReceivedMessage[]> =>
  (await (await fetch(`${sandbox.mailbox.messagesUrl}?to=${encodeURIComponent(to)}`)).json()) as ReceivedMessage[];
const codeOf = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'sent',
    (error: MailError) => error.code,
  );

describe('sending a mail', () => {
  it('reaches its one recipient with its accents, and shows in the mailbox page', async () => {
    await mailer.send({ to: nadia, subject: 'Votre code à usage unique', text: 'Code : 482 913\nValable 10 minutes.' });
    const [mail, ...more] = await received(nadia);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: [nadia],
      subject: 'Votre code à usage unique',
      text: 'Code : 482 913\nValable 10 minutes.\n',
    });
    expect(mail?.from).toContain('spico@exemple.test');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    const page = await (await fetch(sandbox.mailbox.url)).text();
    expect(page).toContain('Votre code à usage unique');
    expect(await received('autre@exemple.test')).toEqual([]);
  });

  it.each([
    'nadia@exemple.test\r\nBcc: tous@exemple.test',
    'nadia@exemple.test, tous@exemple.test',
    'Nadia <nadia@exemple.test>',
    '"nadia@exemple.test"@evil.test',
    'nadia@exemple.test%00.evil.test',
    'nadia@exemple.test\u2028tous@exemple.test',
    'nadia',
    '',
  ])('refuses to write to %j', async (to) => {
    expect(await codeOf(mailer.send({ to, subject: 'Bonjour', text: 'Bonjour' }))).toBe('refused-address');
    expect(await received()).toEqual([]);
  });

  it.each(['Bonjour\r\nBcc: tous@exemple.test', 'Bonjour\nX-A: b', 'Bonjour\u0085X', 'a\u0000b', ' ', 'x'.repeat(201)])(
    'refuses the subject %j',
    async (subject) => {
      expect(await codeOf(mailer.send({ to: nadia, subject, text: 'Bonjour' }))).toBe('refused-subject');
      expect(await received()).toEqual([]);
    },
  );

  it('keeps a text that looks like headers, or like the end of a mail, a text', async () => {
    const text = 'Bcc: tous@exemple.test\n\n.\nRCPT TO:<tous@exemple.test>\n{"path":"/etc/passwd"}\n';
    await mailer.send({ to: nadia, subject: 'Texte', text });
    const all = await received();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ to: [nadia], text });
  });
});

describe('when the mail server is not well', () => {
  it('says that the same mail may pass later', async () => {
    sandbox.faults.mail.refuse = true;
    const failure = await mailer
      .send({ to: nadia, subject: 'Bonjour', text: 'Bonjour' })
      .catch((error: MailError) => error);
    expect(failure).toMatchObject({ code: 'unreachable', retryable: true });
    expect(String(failure)).not.toContain(nadia);
  });

  it('says the same of a server that is not there', async () => {
    const absent = createMailer({ SPICO_SMTP_HOST: '127.0.0.1', SPICO_SMTP_PORT: '1' });
    expect(await codeOf(absent.send({ to: nadia, subject: 'Bonjour', text: 'Bonjour' }))).toBe('unreachable');
    absent.close();
  });
});

describe('settings', () => {
  it('goes without TLS on this machine only', () => {
    expect(readMailSettings({ SPICO_SMTP_HOST: 'smtp.example' })).toMatchObject({ tls: 'starttls', port: 587 });
    expect(readMailSettings({ SPICO_SMTP_HOST: '127.0.0.1' })).toMatchObject({ tls: 'none' });
    expect(() => readMailSettings({ SPICO_SMTP_HOST: 'smtp.example', SPICO_SMTP_TLS: 'none' })).toThrow(SettingsError);
    expect(readMailSettings({})).toBeUndefined();
  });

  it('fails rather than send in clear when TLS is demanded and not offered', async () => {
    const { host, port } = sandbox.smtp;
    const strict = createMailer({ SPICO_SMTP_HOST: host, SPICO_SMTP_PORT: String(port), SPICO_SMTP_TLS: 'starttls' });
    expect(await codeOf(strict.send({ to: nadia, subject: 'Bonjour', text: 'Bonjour' }))).not.toBe('sent');
    strict.close();
    expect(await received()).toEqual([]);
  });
});
