import type { EventStatus, StageFlow } from '@wangge/contracts';

/** The stages of the loop as people speak of them. */
export type Stage = StageFlow['stage'];

/** The stage each state belongs to; null where the event is no longer in hand. */
export const STAGE_OF = {
  reported: 'accept',
  verifying: 'accept',
  filed: 'dispatch',
  assigned: 'handle',
  handling: 'handle',
  suspended: 'suspended',
  handled: 'check',
  checking: 'check',
  'to-close': 'close',
  closed: null,
  rated: null,
  archived: null,
  rejected: null,
  cancelled: null,
  merged: null,
  'self-handled': null,
} as const satisfies Record<EventStatus, Stage | null>;

/** In the order an event goes through them. */
export const STAGES: readonly Stage[] = ['accept', 'dispatch', 'handle', 'check', 'close', 'suspended'];

export function statusesOf(stage: Stage): EventStatus[] {
  return (Object.keys(STAGE_OF) as EventStatus[]).filter((status) => STAGE_OF[status] === stage);
}
