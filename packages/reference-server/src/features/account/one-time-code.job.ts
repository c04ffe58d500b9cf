import { randomInt } from 'node:crypto';
import { MailError, type Mailer } from '../../connectors/mail/index.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { keyedHash } from './keyed-hash.ts';
import { oneTimeCodeMail } from './one-time-code.words.ts';
import { writeCode } from './one-time-code.repository.ts';

export const sendCodeJob = 'account.send-one-time-code';

/**
 * Draws the code and mails it. The code exists in the mail only: not in the queue, not in the database. Run again after a
 * failure it draws another, and the last one mailed is the one that counts.
 */
export function oneTimeCodeJob(codeKey: Uint8Array, openMailer: () => Mailer): JobDefinition<{ challengeId: string }> {
  return {
    name: sendCodeJob,
    async handle({ challengeId }, { database, log }) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const hash = keyedHash(codeKey, 'code', challengeId, code);
      const to = await database.transaction((tx) => writeCode(tx, challengeId, hash));
      if (to === undefined) return;
      // One letter, one connection: nothing stays open when the server stops.
      const mailer = openMailer();
      try {
        await mailer.send({ to, ...oneTimeCodeMail(code) });
      } catch (error) {
        if (!(error instanceof MailError) || error.retryable) throw error;
        log.warn({ code: error.code }, 'a one-time code will never leave');
      } finally {
        mailer.close();
      }
    },
  };
}
