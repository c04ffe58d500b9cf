/**
 * `npm test`: everything a change must pass, in the order that says soonest what is wrong.
 * `--full` adds the long proofs (fault injection, large races).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.ts';
import { bin, step, summary } from './lib/steps.ts';

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean };

const full = process.argv.includes('--full');
const reports = mkdtempSync(join(tmpdir(), 'spico-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

function vitest(name: string, ...args: string[]): void {
  const file = join(reports, `${name}.json`);
  const env = { CHROME_PATH: ensureBrowser(), SPICO_TEST_FULL: full ? '1' : '' };
  step(
    `tests: ${name}`,
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    env,
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests;
  } catch {
    totals.failed += 1; // the runner died before it could say anything
  }
}

step('the contract is sound', bin('redocly'), ['lint', 'openapi/spico.yaml']);
step('the generated faces are fresh', bin('node'), ['tools/generate.ts', '--check']);
step('build', bin('node'), ['--conditions=source', 'tools/build.ts']);
step('types', bin('node'), ['tools/typecheck.ts']);
step('format', bin('biome'), ['format', '.']);
step('lint', bin('eslint'), ['.']);
vitest('unit', '--project', 'unit');
vitest('server', '--project', 'server');
vitest('house', '--project', 'house');
vitest('stories', '--config', 'stories/vitest.config.ts');
vitest('journeys', '--project', 'journeys');
rmSync(reports, { recursive: true, force: true });

const green = summary();
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = green && totals.failed === 0 ? 0 : 1;
