/** Every tag and its class; one line per widget, in alphabetical order. */
import { SpicoAccessJournal } from '../widgets/access-journal/index.ts';
import { SpicoCareCircle } from '../widgets/care-circle/index.ts';
import { SpicoIdentityBand } from '../widgets/identity-band/index.ts';
import { SpicoIdentityForm } from '../widgets/identity-form/index.ts';
import { SpicoInsReconciliation } from '../widgets/ins-reconciliation/index.ts';
import { SpicoPatientList } from '../widgets/patient-list/index.ts';
import { SpicoPatientSearch } from '../widgets/patient-search/index.ts';
import { SpicoProvider } from '../widgets/provider/index.ts';
import { SpicoRecordAccess } from '../widgets/record-access/index.ts';
import { SpicoRecordIdentity } from '../widgets/record-identity/index.ts';

export const classes = {
  'access-journal': SpicoAccessJournal,
  'care-circle': SpicoCareCircle,
  'identity-band': SpicoIdentityBand,
  'identity-form': SpicoIdentityForm,
  'ins-reconciliation': SpicoInsReconciliation,
  'patient-list': SpicoPatientList,
  'patient-search': SpicoPatientSearch,
  provider: SpicoProvider,
  'record-access': SpicoRecordAccess,
  'record-identity': SpicoRecordIdentity,
};
