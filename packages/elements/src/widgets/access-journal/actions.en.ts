import type { Translation } from '../../shared/locale/translate.ts';
import type french from './actions.fr.ts';

export default {
  'records.create': 'created the record',
  'records.open': 'opened the record',
  'records.update-administrative': 'changed the contact details',
  'consent.change': 'changed the consent',
  'dmp.launch': 'opened the DMP',
  'care-circle.read': 'looked at the care circle',
  'access-journal.read': 'looked at the access journal',
  'access.self-enrol': 'joined the circle by self-enrolment',
  'access.break-glass': 'opened an emergency access',
  'access.end-break-glass': 'ended their emergency access',
  'access.request-membership': 'asked to be added to the circle',
  'patient-search.search': 'found this person by a search',
  'identity.correct-traits': 'corrected the identity',
  'identity.check-document': 'checked an identity document',
  'identity.set-flags': 'changed the special cases of the identity',
  'identity.query-ins': 'asked the INSi teleservice',
  'identity.decide-ins': 'accepted or refused the INS',
  'ins.query-traits': 'asked the INSi teleservice',
  'identity.read-history': 'looked at the history of the identity',
  'identity.read-document-copy': 'looked at the copy of the identity document',
  'identity-documents.upload': 'deposited a copy of an identity document',
  'identity-documents.purge': 'deleted a copy of an identity document at its term',
} as const satisfies Translation<typeof french>;
