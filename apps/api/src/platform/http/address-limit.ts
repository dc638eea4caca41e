const MOST_ADDRESSES = 10_000;

type Window = { readonly since: number; count: number };

interface Limits {
  readonly most: number;
  readonly windowMs: number;
}

/** How often one address may do something in a window of time. Kept in memory; the map is bounded, and forgets the address it saw first. */
export class AddressLimit {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly limits: Limits) {}

  /** Counts an attempt. Answers the seconds to wait where there were too many. */
  take(address: string, now: Date): number | undefined {
    const window = this.windowOf(network(address), now.getTime());
    if (window.count >= this.limits.most) return Math.ceil((window.since + this.limits.windowMs - now.getTime()) / 1000);
    window.count += 1;
    return undefined;
  }

  /** The attempt was no failure. */
  giveBack(address: string): void {
    const window = this.windows.get(network(address));
    if (window && window.count > 0) window.count -= 1;
  }

  private windowOf(key: string, now: number): Window {
    const known = this.windows.get(key);
    if (known && now - known.since < this.limits.windowMs) return known;
    this.windows.delete(key);
    const fresh = { since: now, count: 0 };
    this.windows.set(key, fresh);
    if (this.windows.size > MOST_ADDRESSES) this.forgetOldest();
    return fresh;
  }

  private forgetOldest(): void {
    const [oldest] = this.windows.keys();
    if (oldest !== undefined) this.windows.delete(oldest);
  }
}

/** One household or host has a whole /64 of IPv6 addresses to itself: they count as one. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const groups = (address.split('::')[0] ?? '').split(':').filter(Boolean);
  return [...groups, '0', '0', '0', '0'].slice(0, 4).join(':');
}
