import { continueWith, installDependencies } from './lib/bootstrap.mjs';

installDependencies();
continueWith('tools/demo.ts', process.argv.slice(2));
