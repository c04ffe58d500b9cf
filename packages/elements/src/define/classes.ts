/** Every tag and its class; one line per widget, in alphabetical order. */
import { SpicoPatientSearch } from '../widgets/patient-search/index.ts';
import { SpicoProvider } from '../widgets/provider/index.ts';

export const classes = {
  'patient-search': SpicoPatientSearch,
  provider: SpicoProvider,
};
