import { defineElement } from '../shared/define-element.ts';
import { SpicoProvider } from '../widgets/provider/index.ts';

defineElement('spico-provider', SpicoProvider);
