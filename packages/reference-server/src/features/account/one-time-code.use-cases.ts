import { timingSafeEqual } from 'node:crypto';
import type { LoginEmail } from '@spico/domain/values/account/login-email';
import { fail, ok } from '@spico/domain/values/outcome';
import { publicUseCase } from '../../platform/use-case.ts';
import { keyedHash, networkOf } from './keyed-hash.ts';
import { type OpenedSession, openSession, type SessionTerms } from './open-session.ts';
import { countTry, insertDemand, spendCodes, waitForDemand } from './one-time-code.repository.ts';
import { sendCodeJob } from './one-time-code.job.ts';
import { findByLoginEmail, findIndividual } from './professional.repository.ts';
import { type SessionView, viewSession } from './session-view.ts';

/** What the two steps stand on. */
export interface OneTimeCodeDeps {
  readonly codeKey: Uint8Array;
  /** Whether a page of this origin is our own: no other one signs anybody in here. */
  readonly isOwnOrigin: (origin: string) => boolean;
}

/** A code is on its way, or not: the answer is the same. */
export interface CodeDemand {
  readonly challengeId: string;
  readonly expiresAt: Date;
}

/**
 * Takes a demand for a code (F-06). Everything is done the same way whether or not somebody has the address; the mail is
 * written after commit, where nobody measures.
 */
export const sendOneTimeCode = ({ codeKey, isOwnOrigin }: OneTimeCodeDeps) =>
  publicUseCase<{ email: LoginEmail }, CodeDemand>({
    action: 'account.sign-in',
    async execute({ email }, { tx, ids, audit, caller, enqueue }) {
      audit.detail('step', 'code-asked');
      if (caller.origin !== undefined && !isOwnOrigin(caller.origin)) return fail({ code: 'origin-not-allowed' });
      const demand = {
        emailHash: keyedHash(codeKey, 'email', email),
        networkHash: keyedHash(codeKey, 'network', networkOf(caller.address)),
      };
      const wait = await waitForDemand(tx, demand);
      if (wait > 0) return fail({ code: 'rate-limited', retryAfterSeconds: wait });
      const person = await findByLoginEmail(tx, email);
      const challengeId = ids.next();
      const expiresAt = await insertDemand(tx, challengeId, demand, person?.accountId);
      await enqueue(sendCodeJob, { challengeId });
      return ok({ challengeId, expiresAt });
    },
  });

/** What the browser came with. */
export interface CodeVerification {
  readonly challengeId: string;
  readonly code: string;
  readonly terms: SessionTerms;
}

/** Opens the session with the code received. Once used, or five times wrong, a code is worth nothing. */
export const verifyOneTimeCode = ({ codeKey, isOwnOrigin }: OneTimeCodeDeps) =>
  publicUseCase<CodeVerification, OpenedSession & { readonly view: SessionView }>({
    action: 'account.sign-in',
    async execute({ challengeId, code, terms }, context) {
      const { tx, audit, caller } = context;
      audit.detail('step', 'code-shown');
      if (caller.origin !== undefined && !isOwnOrigin(caller.origin)) return fail({ code: 'origin-not-allowed' });
      // The count stays whatever comes of it, and locks the row: of two at once, the second finds the code spent.
      const refused = fail({ code: 'one-time-code-refused', keepWrites: true } as const);
      const demand = await countTry(tx, challengeId);
      const shown = keyedHash(codeKey, 'code', challengeId, code);
      const expected = demand?.codeHash ?? keyedHash(codeKey, 'code', challengeId, 'none');
      const right = timingSafeEqual(shown, expected);
      if (demand?.accountId) audit.actedBy(demand.accountId).detail('tries', demand.tries);
      if (!right || !demand?.accountId) return refused;
      const person = await findIndividual(tx, demand.accountId);
      if (person?.accountState !== 'active') return refused;
      await spendCodes(tx, demand.accountId);
      const opened = await openSession(context, { ...person, assurance: 'otp' }, terms);
      const view = await viewSession(tx, opened.sessionId);
      if (!view) throw new Error('The session just opened is not there.');
      return ok({ ...opened, view });
    },
  });
