import type { Translation } from '../../shared/locale/translate.ts';
import type french from './actions.fr.ts';

export default {
  'records.create': 'record created',
  'records.open': 'record opened',
  'records.update-administrative': 'contact details changed',
  'consent.change': 'consent changed',
  'dmp.launch': 'DMP opened',
  'care-circle.read': 'care circle read',
  'access-journal.read': 'access journal read',
  'access.self-enrol': 'self-enrolment',
  'access.break-glass': 'emergency access',
  'access.end-break-glass': 'end of the emergency access',
  'access.request-membership': 'request to be added to the circle',
  'patient-search.search': 'search that found this person',
  'identity.correct-traits': 'identity traits corrected',
  'identity.check-document': 'identity document checked',
  'identity.set-flags': 'special cases of the identity changed',
  'identity.query-ins': 'INSi teleservice asked',
  'identity.decide-ins': 'decision about the INS',
  'ins.query-traits': 'INSi teleservice asked',
  'identity.read-history': 'history of the identity read',
  'identity.read-document-copy': 'copy of the identity document read',
  'identity-documents.upload': 'copy of an identity document deposited',
  'identity-documents.purge': 'copy of an identity document deleted at its term',
} as const satisfies Translation<typeof french>;
