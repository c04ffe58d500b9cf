import type { Translation } from '../../shared/locale/translate.ts';
import type french from './patient-search.fr.ts';

export default {
  title: 'Find a record',
  intro: 'A person has one record only: look for it before creating one.',
  search: 'Search',
  searching: 'Searching…',
  clear: 'Clear the form',
  why: 'Why check an identity document?',
  whyBody:
    'The check protects against mistaking one person for another. If the record exists already, it also lets you join it at once, without waiting for a member to add you.',
  pasteHint: 'You may paste a block of traits, or scan the INS datamatrix into a field.',
  searched: 'Search: {person}',
  withDocument: 'identity document checked',
  change: 'Change the search',
  incomplete: { one: '{count} trait is missing.', other: '{count} traits or more are missing: all five are needed.' },
  fixErrors: { one: 'One field needs correcting.', other: '{count} fields need correcting.' },
  none: 'No record resembles this person.',
  noneCreate: 'No record resembles this person. The creation page is open.',
  noneForbidden:
    'No record resembles this person. Your profession may not create one: ask a doctor, a nurse, a midwife, a coordinator or a social worker.',
  found: {
    one: '{count} person resembles the one you are looking for.',
    other: '{count} people resemble the one you are looking for.',
  },
  tooMany: 'You have made many searches within an hour. Try again in {minutes} min. What you typed is kept.',
  hostTraits: 'Traits taken over from your software. Check them.',
} as const satisfies Translation<typeof french>;
