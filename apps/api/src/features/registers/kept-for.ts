import type { SystemClock } from '../../platform/clock/clock.js';

interface Kept<Value> {
  readonly at: number;
  readonly value: Value;
}

/** What is costly to count, kept for a while: the oldest goes where there are too many. */
export class KeptFor<Value> {
  private readonly kept = new Map<string, Kept<Value>>();

  constructor(
    private readonly clock: Pick<SystemClock, 'now'>,
    private readonly oldestMs: number,
    private readonly most: number,
  ) {}

  find(key: string): Value | undefined {
    const kept = this.kept.get(key);
    return kept && this.now() - kept.at < this.oldestMs ? kept.value : undefined;
  }

  keep(key: string, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, { at: this.now(), value });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
