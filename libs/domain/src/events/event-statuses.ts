import type { ClockName, EventStatus } from '@wangge/contracts';

/** What a state means for the two clocks: its own stage clock, and whether the handling clock runs in it. */
export interface StatusRule {
  readonly stage: { readonly clock: ClockName; readonly minutes: number } | null;
  readonly handling: 'runs' | 'pauses' | 'stopped' | 'none';
  /** Open states count as work in hand. */
  readonly open: boolean;
}

/** Stage limits in minutes on a clock that never stops (DOMAIN: canonical state machine). */
export const EVENT_STATUSES = {
  reported: { stage: { clock: 'accept', minutes: 15 }, handling: 'none', open: true },
  verifying: { stage: { clock: 'verify', minutes: 30 }, handling: 'none', open: true },
  filed: { stage: { clock: 'dispatch', minutes: 15 }, handling: 'runs', open: true },
  assigned: { stage: null, handling: 'runs', open: true },
  handling: { stage: null, handling: 'runs', open: true },
  suspended: { stage: null, handling: 'pauses', open: true },
  handled: { stage: null, handling: 'stopped', open: true },
  checking: { stage: { clock: 'check', minutes: 30 }, handling: 'stopped', open: true },
  'to-close': { stage: { clock: 'close', minutes: 15 }, handling: 'stopped', open: true },
  closed: { stage: null, handling: 'stopped', open: false },
  rated: { stage: null, handling: 'stopped', open: false },
  archived: { stage: null, handling: 'stopped', open: false },
  rejected: { stage: null, handling: 'none', open: false },
  cancelled: { stage: null, handling: 'none', open: false },
  merged: { stage: null, handling: 'none', open: false },
  'self-handled': { stage: null, handling: 'none', open: false },
} as const satisfies Record<EventStatus, StatusRule>;

/** The rule of a state, read with its general type. */
export function statusRule(status: EventStatus): StatusRule {
  return EVENT_STATUSES[status];
}

/** The open states, which make up the work in hand. */
export const OPEN_STATUSES: readonly EventStatus[] = (Object.keys(EVENT_STATUSES) as EventStatus[]).filter(
  (status) => EVENT_STATUSES[status].open,
);
