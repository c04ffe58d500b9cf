// The other copy of the package on the page: it joins in under the same tags, and stands apart under its own.
import { defineAll } from '@spico/elements';

defineAll();
defineAll({ prefix: 'autre' });
