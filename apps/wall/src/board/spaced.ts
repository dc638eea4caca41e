export interface Timers {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
}

export const browserTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface Spaced {
  /** Asks for a run: at once if the last one began long enough ago, else as soon as it may. */
  ask(): void;
  stop(): void;
}

/** Runs a task when asked, one at a time and never two starts within `gap` milliseconds; no request is forgotten. */
export function spaced(task: () => Promise<void>, gap: number, timers: Timers = browserTimers): Spaced {
  let startedAt = Number.NEGATIVE_INFINITY;
  let running = false;
  let asked = false;
  let stopped = false;
  let cancel: (() => void) | undefined;

  const plan = () => {
    if (running || stopped || !asked || cancel) return;
    cancel = timers.after(Math.max(0, startedAt + gap - timers.now()), run);
  };
  const run = () => {
    cancel = undefined;
    asked = false;
    running = true;
    startedAt = timers.now();
    void task().finally(() => {
      running = false;
      plan();
    });
  };
  return {
    ask() {
      asked = true;
      plan();
    },
    stop() {
      stopped = true;
      cancel?.();
      cancel = undefined;
    },
  };
}
