import { type DestinationStream, type Logger, pino } from 'pino';

/** The server's log. Says what happened to which request; never a name, a number of a person, a token, a body, a query. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Everything a log line may hold. Whatever else is handed over is left out, whoever hands it over. */
const allowed = new Set([
  'requestId',
  'operation',
  'method',
  'route',
  'status',
  'ms',
  'code',
  'job',
  'address',
  'kind',
  'applied',
  'err',
  'signal',
  'count',
  'chain',
  'reason',
  'missing',
  'client',
]);

/**
 * An error without its message: drivers put values into theirs. Code, constraint and the lines of our own code stay.
 */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, cause } = error as Error &
    Record<'code' | 'constraint' | 'table' | 'cause', unknown>;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: errorFacts(cause) }),
  };
}

/** Makes the log; `destination` is for tests that read it back. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (given: object) => {
        const kept: Record<string, unknown> = {};
        for (const [name, value] of Object.entries(given)) {
          if (!allowed.has(name)) continue;
          kept[name] =
            name === 'err' ? errorFacts(value) : typeof value === 'object' && value !== null ? '[left out]' : value;
        }
        return kept;
      },
    },
    serializers: { err: (value: unknown) => value },
  };
  // Written beside the work, several lines at once when busy: a write of its own was a tenth of a request. What a killed
  // process had not yet written is lost; the trail that must not be is in the database.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false }));
}
