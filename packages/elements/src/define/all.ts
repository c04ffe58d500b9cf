import { defineUnderPrefix } from '../shared/define-element.ts';
import { classes } from './classes.ts';

defineUnderPrefix(classes);
