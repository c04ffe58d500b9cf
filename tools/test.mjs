import { continueWith, installDependencies } from './lib/bootstrap.mjs';

installDependencies();
continueWith('tools/test.ts', process.argv.slice(2));
