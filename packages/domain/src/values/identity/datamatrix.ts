import { insAuthority } from '../ins/oid.ts';
import { type Ins, parseMatricule } from '../ins/matricule.ts';
import { fail, ok, type Outcome } from '../outcome.ts';
import { parseCivilDate } from './civil-date.ts';
import { parsePlace, UNKNOWN_PLACE } from './place.ts';
import type { IdentityTraits } from './traits.ts';

/** What the printed square of a qualified identity says. It fills the form; it replaces no document check. */
export interface ScannedIdentity {
  readonly traits: IdentityTraits;
  readonly ins: Ins;
}

export type DatamatrixProblem =
  | 'not-an-ins-datamatrix'
  | 'unreadable-fields'
  | 'missing-field'
  | 'bad-matricule'
  | 'unknown-oid'
  | 'bad-sex'
  | 'bad-date'
  | 'bad-place';

/** Group separator: ends a variable field that is shorter than its maximum and not the last. */
const GS = '\u001D';
const HEADER = /^IS01[0-9]{22}/;

/** Longest value of each field; the ones with `fixed` are never ended by a separator. */
const FIELDS: Readonly<Record<string, { readonly length: number; readonly fixed: boolean }>> = {
  S1: { length: 15, fixed: true },
  S2: { length: 20, fixed: false },
  S3: { length: 100, fixed: false },
  S4: { length: 100, fixed: false },
  S5: { length: 1, fixed: true },
  S6: { length: 10, fixed: true },
  S7: { length: 5, fixed: true },
};

/** Reads an INS datamatrix (format 2.2 of 26/09/2023) into the traits and the number it carries. */
export function parseDatamatrix(scanned: string): Outcome<ScannedIdentity, DatamatrixProblem> {
  if (!HEADER.test(scanned)) return fail('not-an-ins-datamatrix');
  const fields = readFields(scanned.slice(26));
  if (!fields) return fail('unreadable-fields');
  const { S1: number, S2: oid, S3: givenNames, S4: family, S5: sex, S6: date, S7: cog } = fields;
  if (!number || !oid || !givenNames || !family || !sex || !date) return fail('missing-field');

  const matricule = parseMatricule(number);
  if (!matricule.ok || matricule.value.key === undefined) return fail('bad-matricule');
  if (!insAuthority(oid)) return fail('unknown-oid');
  if (sex !== 'F' && sex !== 'M') return fail('bad-sex');
  const birthDate = date.split('-').reverse().join('-');
  if (!parseCivilDate(birthDate).ok) return fail('bad-date');
  const birthPlace = cog === undefined ? ok(UNKNOWN_PLACE) : parsePlace(cog);
  if (!birthPlace.ok) return fail('bad-place');

  const birthGivenNames = givenNames.split(' ').filter((name) => name !== '');
  const [firstBirthGivenName] = birthGivenNames;
  if (firstBirthGivenName === undefined) return fail('missing-field');
  return ok({
    traits: {
      birthFamilyName: family,
      firstBirthGivenName,
      birthGivenNames,
      sex,
      birthDate,
      birthPlace: birthPlace.value,
    },
    ins: { matricule: matricule.value.matricule, key: matricule.value.key, oid },
  });
}

function readFields(text: string): Partial<Record<string, string>> | undefined {
  const fields: Partial<Record<string, string>> = {};
  let rest = text;
  while (rest !== '') {
    const name = rest.slice(0, 2);
    const field = FIELDS[name];
    if (!field || fields[name] !== undefined) return undefined;
    const body = rest.slice(2);
    const separator = field.fixed ? -1 : body.slice(0, field.length + 1).indexOf(GS);
    const end = separator === -1 ? Math.min(field.length, body.length) : separator;
    if (field.fixed && end < field.length) return undefined;
    fields[name] = body.slice(0, end);
    rest = body.slice(separator === -1 ? end : end + 1);
  }
  return fields;
}
