import { fileURLToPath } from 'node:url';
import { readSettings } from './platform/settings.ts';
import { serve } from './serve.ts';

/*
 * Starts the server from the environment. Prints one line when it is ready: `ready http://127.0.0.1:4010`. SIGTERM and
 * SIGINT let running requests end, sign the audit heads, and close.
 */
const built = (path: string): string => fileURLToPath(new URL(`../../${path}/dist`, import.meta.url));

try {
  const serving = await serve(readSettings(process.env), {
    staticFolders: [
      { prefix: '/widgets/', directory: `${built('elements')}/widgets`, forAnyOrigin: true },
      { prefix: '/', directory: built('portal'), fallback: 'index.html' },
    ],
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void serving.close());
  console.log(`ready ${serving.address}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
