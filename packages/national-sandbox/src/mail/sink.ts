import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Faults } from '../faults.ts';

/** One received mail. */
export interface ReceivedMessage {
  readonly id: number;
  /** ISO instant of reception. */
  readonly receivedAt: string;
  /** The envelope's recipients, the ones really delivered to. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** The HTML part, to be shown as text; absent when the mail has none. */
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Kept in memory, oldest dropped: a demonstration left running must not grow for ever. */
const LIMIT = 500;

/** Addresses are compared without case, as mailboxes do in practice. */
const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** An SMTP server that delivers everything to one page. */
export class MailSink {
  readonly #server: SMTPServer;
  readonly #now: () => Date;
  #messages: ReceivedMessage[] = [];
  #last = 0;

  constructor(faults: Faults, now: () => Date) {
    this.#now = now;
    this.#server = new SMTPServer({
      banner: 'bac a sable',
      authOptional: true,
      // No certificate here: a client that insists on TLS must fail, not believe it is protected.
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      size: 5_000_000,
      onRcptTo: (_address, _session, callback) =>
        callback(faults.mail.refuse ? Object.assign(new Error('Boîte indisponible'), { responseCode: 451 }) : null),
      onData: (stream, session, callback) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.#receive(stream, to).then(() => callback(), callback);
      },
    });
    // A client that goes away in the middle is an ordinary event.
    this.#server.on('error', () => undefined);
  }

  async listen(host: string, port: number): Promise<number> {
    const server: Server = this.#server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** Newest first; every mail, or those delivered to one address. */
  messages(to?: string): readonly ReceivedMessage[] {
    const all = to
      ? this.#messages.filter((message) => message.to.some((address) => sameAddress(address, to)))
      : this.#messages;
    return [...all].reverse();
  }

  message(id: number): ReceivedMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  clear(): void {
    this.#messages = [];
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #receive(stream: Parameters<typeof simpleParser>[0], to: readonly string[]): Promise<void> {
    const mail = await simpleParser(stream, { skipHtmlToText: true, skipTextToHtml: true });
    const headers = Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    );
    this.#last += 1;
    this.#messages.push({
      id: this.#last,
      receivedAt: this.#now().toISOString(),
      to,
      from: mail.from?.text ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      ...(mail.html ? { html: mail.html } : {}),
      headers,
    });
    if (this.#messages.length > LIMIT) this.#messages = this.#messages.slice(-LIMIT);
  }
}
