import { defineElement } from '../shared/define-element.ts';
import { SpicoCareCircle } from '../widgets/care-circle/index.ts';

defineElement('spico-care-circle', SpicoCareCircle);
