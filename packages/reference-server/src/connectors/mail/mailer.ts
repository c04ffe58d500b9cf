import { createTransport, type Transporter } from 'nodemailer';
import { type MailSettings, readMailSettings } from './settings.ts';

export interface Mail {
  /** One plain address, without display name. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. No health data, no name of a service or specialty: a mail is a postcard (domain, section 7). */
  readonly text: string;
}

/** `refused-*`: the mail itself is wrong and will never leave; `unreachable`: the server, try again later. */
export type MailFailure =
  | 'refused-address'
  | 'refused-subject'
  | 'refused-text'
  | 'rejected'
  | 'unreachable'
  | 'not-configured';

/** The mail did not leave. The message names neither the address nor the text. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly code: MailFailure;
  /** Whether the same mail may pass later. */
  readonly retryable: boolean;

  constructor(code: MailFailure) {
    super(`mail not sent: ${code}`);
    this.code = code;
    this.retryable = code === 'unreachable';
  }
}

export interface Mailer {
  /**
   * Hands one mail to the server.
   * @throws {MailError}
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

// One mailbox and nothing else: no list, no display name, no comment, no quoted part, no percent routing.
const ADDRESS =
  /^[A-Za-z0-9!#$&*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$&*+/=?^_{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*$/;
// Anything that could end a header line, in any reading of it.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Refuses what could become another header or another recipient; nothing is cleaned in silence. */
function check({ to, subject, text }: Mail): void {
  if (to.length > 254 || to.indexOf('@') > 64 || !ADDRESS.test(to)) throw new MailError('refused-address');
  if (subject.trim() === '' || subject.length > 200 || CONTROL.test(subject)) throw new MailError('refused-subject');
  if (text.trim() === '' || text.length > 20_000 || text.includes('\u0000')) throw new MailError('refused-text');
}

/** 5xx is a final answer about this mail; everything else may be a passing trouble. */
function failureOf(error: unknown): MailFailure {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 ? 'rejected' : 'unreachable';
}

/** Mail over SMTP, one connection kept for a burst of notices. */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter;
  readonly #from: MailSettings['from'];

  constructor(settings: MailSettings) {
    const { host, port, tls, login } = settings;
    this.#from = settings.from;
    this.#transport = createTransport({
      host,
      port,
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      pool: true,
      maxConnections: 2,
      connectionTimeout: 5000,
      greetingTimeout: 5000,
      socketTimeout: 10_000,
      // A text that looks like a path or an address is a text.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    });
  }

  async send(mail: Mail): Promise<void> {
    check(mail);
    try {
      await this.#transport.sendMail({
        from: this.#from,
        // As an object: the library takes the address as it is instead of parsing a list out of it.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw new MailError(failureOf(error));
    }
  }

  close(): void {
    this.#transport.close();
  }
}

const absentMailer: Mailer = {
  send: async () => {
    throw new MailError('not-configured');
  },
  close: () => undefined,
};

/** The mailer the settings ask for; without a host, one that refuses every mail by name. */
export function createMailer(services: Readonly<Record<string, string>>): Mailer {
  const settings = readMailSettings(services);
  return settings ? new SmtpMailer(settings) : absentMailer;
}
