import { fail, ok, type Outcome } from '../outcome.ts';

declare const parsed: unique symbol;
/** One plain address in lower case: the login of one person, who alone uses it (F-04). */
export type LoginEmail = string & { readonly [parsed]: true };

// One mailbox of one domain and nothing else: no list, no display name, no comment, no quoted part, no percent routing,
// no second @. Whoever reads the address after us must find the same domain in it.
const LOCAL = /^[A-Za-z0-9!#$&*+/=?^_{|}~'-]+(?:\.[A-Za-z0-9!#$&*+/=?^_{|}~'-]+)*$/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

/** Reads what was typed. Nothing is repaired; capitals alone make no other login. */
export function parseLoginEmail(text: string): Outcome<LoginEmail, 'not-an-address'> {
  const [local = '', domain = '', ...more] = text.split('@');
  const plain =
    more.length === 0 && text.length <= 254 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain);
  return plain ? ok(text.toLowerCase() as LoginEmail) : fail('not-an-address');
}
