import { DatabaseBusyError } from '../errors.js';
import type { Authority, EmbeddedSession } from './embedded-session.js';

export type QueueLimits = {
  /** How many may wait for the session; one more is told to come back later. */
  readonly waiting: number;
  /** How long one may wait, in milliseconds. */
  readonly patience: number;
};

type Waiting = { readonly admit: () => void; readonly refuse: (error: Error) => void; readonly timer: NodeJS.Timeout };

/**
 * Gives the only session to one holder at a time, in the order of asking. Requests, jobs, the outbox and the
 * timers stand in this one queue.
 */
export class SessionQueue {
  private readonly line: Waiting[] = [];
  private heldSince: number | undefined;
  private closed = false;

  constructor(
    readonly session: EmbeddedSession,
    private readonly limits: QueueLimits,
  ) {}

  /** Resolves when the session is this caller's, working as `authority`; call `release` when done with it. */
  async acquire(authority: Authority): Promise<void> {
    await this.turn();
    try {
      await this.session.assume(authority);
    } catch (error) {
      this.pass();
      throw error;
    }
  }

  async release(): Promise<void> {
    try {
      await this.session.rollBackUnfinished();
    } finally {
      this.pass();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { timer, refuse } of this.line.splice(0)) {
      clearTimeout(timer);
      refuse(new Error('the embedded database is closed'));
    }
    await this.session.close();
  }

  private turn(): Promise<void> {
    if (this.closed) return Promise.reject(new Error('the embedded database is closed'));
    if (this.heldSince === undefined) {
      this.heldSince = performance.now();
      return Promise.resolve();
    }
    if (this.line.length >= this.limits.waiting) {
      return Promise.reject(new DatabaseBusyError(`${this.line.length} already wait for the embedded database`));
    }
    return new Promise((admit, refuse) => {
      const timer = setTimeout(() => this.giveUp(timer), this.limits.patience);
      this.line.push({ admit, refuse, timer });
    });
  }

  private giveUp(timer: NodeJS.Timeout): void {
    const at = this.line.findIndex((waiting) => waiting.timer === timer);
    const [waiting] = this.line.splice(at, 1);
    const held = Math.round(performance.now() - (this.heldSince ?? 0));
    waiting?.refuse(
      new DatabaseBusyError(
        `waited ${this.limits.patience} ms for the only session of the embedded database, held for ${held} ms: ` +
          'is this a query outside the transaction that holds it?',
      ),
    );
  }

  private pass(): void {
    const next = this.line.shift();
    this.heldSince = next ? performance.now() : undefined;
    if (!next) return;
    clearTimeout(next.timer);
    next.admit();
  }
}
