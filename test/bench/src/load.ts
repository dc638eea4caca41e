import autocannon from 'autocannon';

export interface Measured {
  /** Requests a second that were answered well. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  /** Share of one processor that making the requests took. */
  readonly generator: number;
}

export interface Shot {
  readonly url: string;
  readonly token: string;
  readonly connections: number;
  readonly seconds: number;
  /** For writes: a body for every request. */
  readonly body?: () => string;
}

/** Of less than a second is asked only whether it works. */
const FEW = 20;

/** Keeps so many connections busy for some seconds. */
export async function fire({ url, token, connections, seconds, body }: Shot): Promise<Measured> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    ...(seconds < 1 ? { amount: FEW } : { duration: seconds }),
    timeout: 20,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { method: 'POST' as const, requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }] } : {}),
  });
  const used = process.cpuUsage(cpu);
  const elapsed = performance.now() - began;
  return {
    rate: Math.round((result['2xx'] / Math.max(result.duration, 0.01)) * 10) / 10,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
    generator: Math.round(((used.user + used.system) / 1000 / elapsed) * 100) / 100,
  };
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
