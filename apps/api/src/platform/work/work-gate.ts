import { apiError } from '../http/errors.js';

/** Lets a few pieces of heavy work run at once and a few more wait; the rest is told to come back later. */
export class WorkGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.mostWaiting) throw apiError('server.busy', { retryAfter: 2 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place is handed on, not freed: nobody who comes just now can slip in before those who wait. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
