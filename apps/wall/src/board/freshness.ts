/** How old the figures are, and whether they may be trusted to be the present ones. */
export interface Freshness {
  readonly unit: 'seconds' | 'minutes';
  readonly count: number;
  readonly stale: boolean;
}

const STALE_MS = 90_000;

/** The board comes again every half minute, so that anything older than one and a half has missed its turns. */
export function freshness(receivedAt: number, now: number, reachable: boolean): Freshness {
  const age = Math.max(0, now - receivedAt);
  const stale = !reachable || age > STALE_MS;
  return age < 60_000
    ? { unit: 'seconds', count: Math.floor(age / 1000), stale }
    : { unit: 'minutes', count: Math.floor(age / 60_000), stale };
}
