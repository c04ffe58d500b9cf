import { verifyAudit } from '../platform/audit-verify.ts';
import { openDatabase } from '../platform/open.ts';
import { readSettings } from '../platform/settings.ts';

/*
 * `npm run audit:verify`: recomputes the audit trail and says whether anybody changed it.
 * Exit code 0: intact; 1: tampered with; 2: could not be verified.
 */
const meanings = {
  altered: 'was changed, or the entry before it was',
  missing: 'is missing',
  'out-of-place': 'is not in its place',
  'beyond-head': 'lies beyond the end the database keeps (the end was set back)',
  'cut-off': 'and everything after it is missing (the end was cut off)',
  rewritten: 'is not what was signed outside the database',
  'head-without-entries': 'all entries are gone',
  'entries-without-head': 'the end of the chain is not kept any more',
} as const;

try {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings.database);
  const report = await verifyAudit(database, settings.dataDirectory).finally(() => database.close());
  console.log(
    `Audit trail: ${report.entries} entries in ${report.chains} chains, ${report.signatures} signed snapshots.`,
  );
  if (report.signatures === 0) console.log('No signed snapshot yet: a cut-off end would not be noticed.');
  for (const { chain, seq, what } of report.findings.slice(0, 200))
    console.log(`  ${chain} entry ${seq}: ${meanings[what]}`);
  if (report.findings.length > 200) console.log(`  … and ${report.findings.length - 200} more.`);
  console.log(report.findings.length === 0 ? 'Intact.' : `Tampered with: ${report.findings.length} findings.`);
  process.exitCode = report.findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`The audit trail could not be verified. ${error instanceof Error ? error.message : ''}`);
  process.exitCode = error instanceof Error && error.name === 'HeadsNotGenuine' ? 1 : 2;
}
