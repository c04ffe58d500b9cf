/** `npm run reset`: throws the demo's data away; the next start makes it anew. Refuses while a server holds them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/bootstrap.mjs';

const data = join(root, '.data');
const lock = join(data, 'database', 'spico.lock');

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

if (existsSync(lock)) {
  const pid = Number.parseInt(readFileSync(lock, 'utf8').match(/\d+/)?.[0] ?? '', 10);
  if (Number.isInteger(pid) && alive(pid)) {
    console.error(`A server (process ${pid}) is using the data. Stop it first, then reset again.`);
    process.exit(1);
  }
}
rmSync(data, { recursive: true, force: true });
console.log('The demo data are gone. `npm start` begins again with fresh ones.');
