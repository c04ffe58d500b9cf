import { NoPostgres, startPostgres } from '../../tools/postgres.ts';

/** One PostgreSQL for a whole test run; each test gets a database of its own in it. Skipping is said plainly. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['SPICO_TEST_POSTGRES']) return undefined;
  try {
    const { url, stop } = await startPostgres();
    process.env['SPICO_TEST_POSTGRES'] = url;
    return stop;
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    console.warn(`SKIPPED on PostgreSQL: ${error.message}`);
    return undefined;
  }
}
