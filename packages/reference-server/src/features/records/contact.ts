import { fail, ok, type Outcome } from '@spico/domain/values/outcome';
import parsePhoneNumber from 'libphonenumber-js/max';
import type { FieldFailure } from '../../platform/failure.ts';

/** How the person can be reached (F-28). */
export interface Contact {
  readonly email?: string;
  /** International form, `+33612345678`. */
  readonly mobile?: string;
}

/** As it comes: null erases, absent keeps. */
export interface ContactInput {
  readonly email?: string | null;
  readonly mobile?: string | null;
}

// RFC 5321 dot-atoms and a domain with at least two labels. Quoted local parts, literals and comments are legal and used by
// nobody but those who want two readers to disagree about the domain.
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const EMAIL = new RegExp(`^(${ATOM}(?:\\.${ATOM})*)@((?:${LABEL}\\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59}))$`);

/** A mail address as it will be kept: the domain in lower case, a domain of other scripts in its ASCII form. */
export function readEmail(typed: string): Outcome<string, string> {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  if (at < 1) return fail('email-shape');
  const host = domainToAscii(text.slice(at + 1));
  const whole = EMAIL.exec(`${text.slice(0, at)}@${host}`);
  if (!whole?.[1] || whole[1].length > 64 || whole[0].length > 254) return fail('email-shape');
  return ok(`${whole[1]}@${host}`);
}

/** `exämple.fr` → `xn--exmple-cua.fr`. The domain as it is when it cannot be one: the shape check then refuses it. */
function domainToAscii(domain: string): string {
  if (/^[\x21-\x7e]*$/.test(domain)) return domain.toLowerCase();
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain;
  return URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain;
}

const DIALLED_IN = ['FR', 'RE', 'GP', 'MQ', 'GF', 'YT'] as const;

/** A mobile number as typed in France, overseas or with its country code; in international form. Only a number that rings a pocket. */
export function readMobile(typed: string): Outcome<string, string> {
  // The library would read letters as keys, and `;ext=` as an extension.
  if (!/^[+0-9 ().\-\u00A0\u202F]+$/.test(typed)) return fail('phone-shape');
  // Without a country code it is a number of France or of one of its overseas departments, each with a plan of its own.
  const number = DIALLED_IN.map((country) => parsePhoneNumber(typed, country)).find((one) => one?.isValid());
  if (!number) return fail('phone-not-valid');
  const type = number.getType();
  if (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') return fail('phone-not-mobile');
  return ok(number.number);
}

/** The contact after a change, or what is wrong with it. @param pointer - where it stands in the body */
export function readContact(
  before: Contact,
  typed: ContactInput | undefined,
  pointer: string,
): Outcome<Contact, FieldFailure[]> {
  const after: { -readonly [K in keyof Contact]: Contact[K] } = { ...before };
  const faults: FieldFailure[] = [];
  const readers = { email: readEmail, mobile: readMobile } as const;
  for (const field of ['email', 'mobile'] as const) {
    const value = typed?.[field];
    if (value === null) delete after[field];
    if (typeof value !== 'string') continue;
    const read = readers[field](value);
    if (read.ok) after[field] = read.value;
    else faults.push({ pointer: `${pointer}/${field}`, code: read.failure });
  }
  return faults.length > 0 ? fail(faults) : ok(after);
}
