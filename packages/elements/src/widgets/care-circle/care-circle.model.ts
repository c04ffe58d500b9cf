import type { CareCircleMember, ListEntry } from '../../shared/sdk.ts';

/** Members who have access now, then accesses that are over, the last one first (F-55). */
export function circleGroups(members: readonly CareCircleMember[]): {
  readonly current: readonly CareCircleMember[];
  readonly former: readonly CareCircleMember[];
} {
  const ended = ({ until, since }: CareCircleMember): string => until ?? since;
  const former = members.filter(({ current }) => !current);
  return {
    current: members.filter(({ current }) => current),
    former: [...former].sort((a, b) => ended(b).localeCompare(ended(a))),
  };
}

/** Why an emergency access was opened: the word of the list, then the person's own words. */
export function reasonInWords(
  { reasonCode, reasonText }: CareCircleMember,
  reasons: readonly ListEntry[],
  locale: string,
): string {
  const entry = reasons.find(({ code }) => code === reasonCode);
  const label = entry ? (locale === 'en' ? entry.labelEn : entry.labelFr) : (reasonCode ?? '');
  return [label, reasonText ?? ''].filter(Boolean).join(locale === 'fr' ? '\u00a0: ' : ': ');
}
