import type { Translation } from '../locale/translate.ts';
import type french from './creation.fr.ts';

export default {
  phaseCopy: 'Sending the copy of the document…',
  phaseSearch: 'Checking that no record exists…',
  phaseIns: 'Asking the INSi teleservice…',
  phaseCreate: 'Creating the record…',
  failed: 'The record has not been created',
  kept: 'Everything you typed is kept.',
  waitMinutes: { one: 'Try again in {count} minute.', other: 'Try again in {count} minutes.' },
  found: 'An INS was found. Compare the two identities.',
  exists: 'Someone alike already has a record. Check whether it is the same person.',
  created: 'The record is created',
  createdWithout: 'The record is created, without INS',
  none: 'The INSi teleservice knows nobody with these traits. Check them, then ask again from the record.',
  several:
    'The INSi teleservice knows several people with these traits. Complete them, then ask again from the record.',
  unavailable: 'The INSi teleservice did not answer. Ask again later, from the record.',
  doubtful: 'The identity is marked doubtful: the INS was not asked for.',
  fictitious: 'The identity is marked fictitious: the INS was not asked for.',
  refused: 'You refused the INS that was found. It can be asked for again from the record.',
  provisional: 'Provisional identity.',
  retrieved: 'INS retrieved, identity retrieved. Check an identity document to qualify it.',
  validated: 'Validated identity.',
  qualified: 'INS retrieved, identity qualified.',
  open: 'Open the record',
} as const satisfies Translation<typeof french>;
