/** Every tag and its class; one line per widget, in alphabetical order. */
import { SpicoProvider } from '../widgets/provider/index.ts';

export const classes = {
  provider: SpicoProvider,
};
