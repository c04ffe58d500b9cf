/** `npm start`: builds what browsers need, starts everything, says where to look. */
import { join } from 'node:path';
import { buildForBrowsers } from './build.ts';
import { startStack } from './lib/stack.ts';
import { root } from './lib/steps.ts';

const port = (name: string, usual: number): number => Number(process.env[name] ?? usual);

try {
  await buildForBrowsers();
  console.log('Starting (the first time takes a few seconds more: database, demo people)…');
  const stack = await startStack({
    dataDirectory: process.env['SPICO_DATA_DIR'] ?? join(root, '.data'),
    ports: {
      server: port('SPICO_PORT', 4010),
      sandbox: port('SANDBOX_HTTP_PORT', 4100),
      smtp: port('SANDBOX_SMTP_PORT', 4125),
      practice: port('PRACTICE_PORT', 4200),
    },
    environment: process.env,
  });
  console.log(`
  Portal                        ${stack.portal}
  Practice software (invented)  ${stack.practice}
  API documentation             ${stack.apiDocs}
  Sandbox mailbox               ${stack.mailbox}

  Sign in with Pro Santé Connect (pick a person), or with dr-martin's e-mail and the code in the mailbox.
  Stop with Ctrl+C; the data stay. \`npm run reset\` begins again. \`npm run storybook\` opens the design room.
`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void stack.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
} catch (error) {
  const { code, address, port: taken } = error as { code?: string; address?: string; port?: number };
  if (code === 'EADDRINUSE') {
    console.error(
      `${address}:${taken} is taken, perhaps by a demonstration that already runs. Stop it, or choose other ports with ` +
        'SPICO_PORT (4010), SANDBOX_HTTP_PORT (4100), SANDBOX_SMTP_PORT (4125), PRACTICE_PORT (4200).',
    );
  } else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
