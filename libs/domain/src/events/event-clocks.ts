import type { Clock, EventAction, EventStatus } from '@wangge/contracts';
import { extendClock, limitClock, pauseClock, resumeClock, startClock, stopClock } from '../time/clock.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { EventState } from './event-state.js';
import { statusRule } from './event-statuses.js';

type Clocks = Pick<EventState, 'stageClock' | 'heldClock' | 'handlingClock'>;

interface Step {
  readonly action: EventAction;
  readonly to: EventStatus;
  /** The event stays in its state. */
  readonly stays: boolean;
  readonly at: string;
  readonly calendar: WorkingCalendar;
  /** The event goes back to the department that returned it. */
  readonly sameDepartment: boolean;
  /** Another desk has it: the stage begins anew though the state is the same. */
  readonly restartsStage: boolean;
  /** An extension is granted. */
  readonly extends: boolean;
  readonly limit: { readonly basis: Clock['basis']; readonly minutes: number } | null;
}

/** Both clocks after a step. The stage clock follows the state; a verification holds the accept clock meanwhile. */
export function nextClocks(clocks: Clocks, step: Step): Clocks {
  if (step.stays && !step.restartsStage) {
    const { stageClock, heldClock, handlingClock } = clocks;
    return { stageClock, heldClock, handlingClock: limitAfter(handlingClock, step) };
  }
  return { ...stageAfter(clocks, step), handlingClock: handlingAfter(clocks.handlingClock, step) };
}

function stageAfter({ stageClock, heldClock }: Clocks, { to, at, calendar }: Step): Omit<Clocks, 'handlingClock'> {
  if (to === 'verifying' && stageClock) {
    return { stageClock: startStage(to, at, calendar), heldClock: pauseClock(stageClock, at, calendar) };
  }
  if (heldClock) return { stageClock: resumeClock(heldClock, at, calendar), heldClock: null };
  return { stageClock: startStage(to, at, calendar), heldClock: null };
}

function startStage(status: EventStatus, at: string, calendar: WorkingCalendar): Clock | null {
  const { stage } = statusRule(status);
  if (!stage) return null;
  return startClock({ name: stage.clock, basis: 'continuous', limitMinutes: stage.minutes, at, calendar });
}

/** Beside the road only the limit may change: +1 original limit by an extension, or that of a corrected condition. */
function limitAfter(clock: Clock | null, { action, calendar, extends: extended, limit }: Step): Clock | null {
  if (clock === null || limit === null) return clock;
  if (extended) return extendClock(clock, limit.minutes, calendar);
  return action === 'correct' ? limitClock({ ...clock, basis: limit.basis }, limit.minutes, calendar) : clock;
}

/**
 * The handling clock runs from filing to finish, goes on with the rest after a failed check or a re-opening, and
 * pauses while suspended or returned. Sent to another department than the one that returned it, it starts afresh.
 */
function handlingAfter(clock: Clock | null, { action, to, at, calendar, sameDepartment, limit }: Step): Clock | null {
  if (action === 'file' && limit) {
    return startClock({ name: 'handle', basis: limit.basis, limitMinutes: limit.minutes, at, calendar });
  }
  if (!clock) return null;
  if (action === 'return') return pauseClock(clock, at, calendar);
  if ((action === 'dispatch' || action === 'arbitrate') && clock.state === 'paused' && !sameDepartment) {
    const limitMinutes = clock.limitMinutes - (clock.extendedMinutes ?? 0);
    return startClock({ name: 'handle', basis: clock.basis, limitMinutes, at, calendar });
  }
  switch (statusRule(to).handling) {
    case 'runs':
      return clock.state === 'running' ? clock : resumeClock(clock, at, calendar);
    case 'pauses':
      return clock.state === 'running' ? pauseClock(clock, at, calendar) : clock;
    case 'stopped':
      return clock.state === 'stopped' ? clock : stopClock(clock, at, calendar);
    case 'none':
      return clock;
  }
}

/** The deadline that counts now: the stage's while it runs, else the handling's, else none. */
export function deadlineOf({ stageClock, handlingClock }: Clocks): Pick<EventState, 'dueAt' | 'yellowAt'> {
  const running = [stageClock, handlingClock].find((clock) => clock?.state === 'running');
  return { dueAt: running?.dueAt ?? null, yellowAt: running?.yellowAt ?? null };
}
