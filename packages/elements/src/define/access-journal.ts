import { defineElement } from '../shared/define-element.ts';
import { SpicoAccessJournal } from '../widgets/access-journal/index.ts';

defineElement('spico-access-journal', SpicoAccessJournal);
