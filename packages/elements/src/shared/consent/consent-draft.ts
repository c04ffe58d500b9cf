import { localToday, readDate } from '../format/civil-date.ts';
import { numericDate } from '../format/date.ts';
import type { ConsentInput } from '../sdk.ts';

/** A consent while it is being written down (F-29 to F-31). */
export interface ConsentDraft {
  readonly givenBy: ConsentInput['givenBy'] | '';
  readonly mode: ConsentInput['mode'] | '';
  /** As typed. */
  readonly collectedOn: string;
}

export type ConsentField = keyof ConsentDraft;
export type ConsentError =
  | 'givenByMissing'
  | 'modeMissing'
  | 'dateWrong'
  | 'dateFuture'
  | 'dateBeforeBirth'
  | 'refused';
export type ConsentErrors = Partial<Record<ConsentField, ConsentError>>;

/** Who and how are never guessed: they are what is being attested. */
export const startConsent = (today: string = localToday()): ConsentDraft => ({
  givenBy: '',
  mode: '',
  collectedOn: numericDate(today),
});

/** The consent to send, or what stands in the way, field by field. `birthDate`: the person's, where it is known. */
export function readConsent(
  draft: ConsentDraft,
  today: string = localToday(),
  birthDate = '',
): { readonly ok: true; readonly consent: ConsentInput } | { readonly ok: false; readonly errors: ConsentErrors } {
  const { givenBy, mode } = draft;
  const date = readDate(draft.collectedOn, today);
  const errors: ConsentErrors = {};
  if (givenBy === '') errors.givenBy = 'givenByMissing';
  if (mode === '') errors.mode = 'modeMissing';
  if (!date.ok) errors.collectedOn = date.reason === 'future' ? 'dateFuture' : 'dateWrong';
  else if (date.uncertain) errors.collectedOn = 'dateWrong';
  else if (date.value < birthDate) errors.collectedOn = 'dateBeforeBirth';
  if (givenBy === '' || mode === '' || !date.ok || errors.collectedOn) return { ok: false, errors };
  return { ok: true, consent: { givenBy, mode, collectedOn: date.value } };
}

/** The fields the server pointed at, wherever the consent stands in the request. */
export function refusedConsent(fields: readonly { readonly pointer: string }[] = []): ConsentErrors {
  const names: readonly ConsentField[] = ['givenBy', 'mode', 'collectedOn'];
  const refused = names.filter((name) => fields.some(({ pointer }) => pointer.endsWith(`/${name}`)));
  return Object.fromEntries(refused.map((name) => [name, 'refused' as const]));
}
