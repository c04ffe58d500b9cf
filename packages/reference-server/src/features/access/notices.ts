import type { FeatureDeps } from '../../app.ts';
import { createMailer, MailError } from '../../connectors/mail/index.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import type { Context } from '../../platform/use-case.ts';
import { actingPerson } from './reach-candidate.ts';
import {
  insertNotice,
  markNotice,
  mayAddMembers,
  type NoticeKind,
  readRecipients,
  type WaitingNotice,
  waitingNotices,
} from './notices.repository.ts';
import { noticeWords } from './notices.words.ts';

const job = 'access.send-notices';

/** Notices that wait longer than this are a failure of the mail service that somebody has to look at. */
const LATE_SECONDS = 600;

type Acting = Pick<Context, 'tx' | 'ids' | 'actor' | 'session' | 'caller' | 'enqueue'>;

/**
 * Writes one notice per member to be told, in the transaction of the act, and lets them leave after its commit (F-141).
 * @returns how many
 */
export async function announceToMembers(
  context: Acting,
  kind: Exclude<NoticeKind, 'supervision'>,
  recordId: string,
): Promise<number> {
  const members = await readRecipients(context.tx, recordId, actingPerson(context));
  const told = kind === 'membership-request' ? members.filter(mayAddMembers) : members;
  await announce(
    context,
    kind,
    recordId,
    told.map((one) => one.id),
  );
  return told.length;
}

/** Tells the supervisor's mailbox; the reference leads to the act in the audit trail. */
export async function announceToSupervisor(context: Acting, recordId: string): Promise<void> {
  await announce(context, 'supervision', recordId, [null]);
}

async function announce(
  { tx, ids, actor, caller, enqueue }: Acting,
  kind: NoticeKind,
  recordId: string,
  accountIds: readonly (string | null)[],
): Promise<void> {
  if (accountIds.length === 0) return;
  const actId = ids.next();
  const act = { actId, kind, recordId, actorAccountId: actor.accountId, reference: caller.requestId };
  for (const accountId of accountIds) await insertNotice(tx, { id: ids.next(), accountId, ...act });
  await enqueue(job, { actId });
}

/**
 * Sends what has not left yet of one act. A mail server that does not answer stops the round, to be tried again for three
 * days; what has left is never sent again. An address that is refused is written down and no longer tried.
 */
export function sendNotices({ settings }: Pick<FeatureDeps, 'settings'>): JobDefinition {
  const supervisor =
    settings.services['SPICO_SMTP_SUPERVISOR'] ?? (settings.demo ? 'supervision@spico.example' : undefined);
  return {
    name: job,
    async handle(data, { database, log }) {
      const { actId } = data as { actId: string };
      const mailer = createMailer(settings.services);
      const send = async (notice: WaitingNotice) => {
        const to = notice.accountId === null ? supervisor : notice.address;
        if (!to) return 'no-address';
        try {
          await mailer.send({ to, ...noticeWords(notice, settings.publicOrigin) });
          return 'sent';
        } catch (error) {
          const final = error instanceof MailError && !error.retryable && error.code !== 'not-configured';
          if (final) return 'rejected';
          if (notice.age > LATE_SECONDS) log.error({ job, reason: 'notices-delayed' }, 'mail is down');
          throw error;
        }
      };
      try {
        for (const notice of await database.transaction((tx) => waitingNotices(tx, actId))) {
          const outcome = await send(notice);
          await database.transaction((tx) => markNotice(tx, notice.id, outcome));
          if (outcome !== 'sent') log.error({ job, reason: outcome }, 'notice not delivered');
        }
      } finally {
        mailer.close();
      }
    },
  };
}
