import autocannon from 'autocannon';

/** One request, as it goes over the wire. */
export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came of one round. */
export interface Round {
  readonly rps: number;
  /** Milliseconds, one per answer. */
  readonly times: readonly number[];
}

/**
 * Fires for some seconds, or a fixed number of requests, over a few connections.
 * @throws when anything but the good statuses came back: a refused request is quick, and would flatter.
 */
export async function fire(
  url: string,
  next: () => Asked,
  { good, connections, ...how }: { good: readonly number[]; connections: number; amount?: number; duration?: number },
): Promise<Round> {
  const times: number[] = [];
  const others = new Map<string, number>();
  const count = (what: string) => others.set(what, (others.get(what) ?? 0) + 1);
  const run = autocannon({
    url,
    connections,
    ...how,
    requests: [{ setupRequest: (request) => Object.assign(request, { method: 'GET', body: undefined }, next()) }],
  });
  const started = performance.now();
  let last = started;
  run.on('response', (_client, got, _bytes, ms) => {
    last = performance.now();
    if (good.includes(got)) times.push(ms);
    else count(`status ${got}`);
  });
  run.on('reqError', (error) => count(error.message));
  await run;
  if (others.size > 0) throw new Error(`Not only ${good.join(' and ')} came back: ${JSON.stringify([...others])}.`);
  return { rps: times.length / ((last - started) / 1000), times };
}
