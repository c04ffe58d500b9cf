import { parseArgs } from 'node:util';
import { CLIENT_SCOPES } from '@spico/domain/rules/access/actor';
import { registerClient } from '../features/account/index.ts';
import { migrate } from '../platform/migrate.ts';
import { openDatabase } from '../platform/open.ts';
import { readSettings } from '../platform/settings.ts';

/*
 * Registers a software that embeds the widgets (F-201) and prints its id and its secret, once:
 * `npm run client:register -- --name "Cabinet Bleu" --origin https://cabinet-bleu.example --scope search --scope session`
 * `--pro-sante-client` (again for several) is the software's own id at Pro Santé Connect: only tokens given to it are
 * exchanged; a demonstration may leave it out. Exit code 0: registered; 1: refused; 2: the database could not be used.
 */
const usage = `Usage: npm run client:register -- --name "Cabinet Bleu" --origin https://cabinet-bleu.example \\
  --pro-sante-client id-at-pro-sante-connect [--scope ${CLIENT_SCOPES.join('] [--scope ')}]
Without --scope the client gets all of them.`;
const meanings = {
  name: 'The name must have 1 to 100 characters.',
  origins:
    'Each --origin must be exact, such as https://cabinet-bleu.example: no path, https (http on this machine only).',
  scopes: `Each --scope must be one of ${CLIENT_SCOPES.join(', ')}.`,
  taken: 'A client with this id exists. Try again.',
};

function readArguments() {
  const several = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    options: { name: { type: 'string' }, origin: several, scope: several, 'pro-sante-client': several },
  });
  return {
    name: values.name ?? '',
    origins: values.origin ?? [],
    scopes: values.scope ?? CLIENT_SCOPES,
    proSanteClientIds: values['pro-sante-client'] ?? [],
  };
}

function refuse(sentence: string): never {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(1);
}

const settings = readSettings(process.env);
let wanted: ReturnType<typeof readArguments>;
try {
  wanted = readArguments();
} catch (error) {
  refuse(error instanceof Error ? error.message : '');
}
if (wanted.proSanteClientIds.length === 0 && !settings.demo) refuse('--pro-sante-client is missing.');
try {
  const database = await openDatabase(settings.database);
  const outcome = await migrate(database)
    .then(() => database.transaction((tx) => registerClient(tx, wanted)))
    .finally(() => database.close());
  if (!outcome.ok) refuse(meanings[outcome.failure]);
  console.log(`Registered ${wanted.name}.\n  id      ${outcome.value.id}\n  secret  ${outcome.value.secret}`);
  console.log('Keep the secret in the back end. It is not stored here and cannot be shown again.');
} catch (error) {
  console.error(`The client could not be registered. ${error instanceof Error ? error.message : ''}`);
  process.exitCode = 2;
}
