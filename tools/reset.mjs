/** `npm run reset`: throws the demo's data away; the next start makes it anew. Refuses while a server holds them. */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/bootstrap.mjs';

const data = process.env.SPICO_DATA_DIR ?? join(root, '.data');
/** Only what a server writes there: the directory may have been chosen by somebody who keeps other things in it. */
const ours = /^(database|database\.lock|audit_heads\.jsonl|audit-signing-key\.pem|[a-z-]+\.key)$/;

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** The process that holds the data, as the server's directory lock says it. */
function holder() {
  try {
    const { pid } = JSON.parse(readFileSync(join(data, 'database.lock'), 'utf8'));
    return Number.isInteger(pid) && alive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

const pid = holder();
if (pid !== undefined) {
  console.error(`A server (process ${pid}) is using the data. Stop it first, then reset again.`);
  process.exit(1);
}
if (existsSync(data)) {
  for (const name of readdirSync(data).filter((each) => ours.test(each))) {
    rmSync(join(data, name), { recursive: true, force: true });
  }
  if (readdirSync(data).length === 0) rmdirSync(data);
}
console.log('The demo data are gone. `npm start` begins again with fresh ones.');
