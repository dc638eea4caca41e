import type { IndicatorKey } from '@wangge/contracts';

/** The indicators as they are read together, in the order of the loop. */
export const GROUPS = {
  intake: ['reported', 'filed', 'filing-rate', 'on-time-filing-rate', 'worker-report-rate', 'public-report-rate', 'on-time-verification-rate'],
  handling: ['dispatched', 'dispatch-accuracy', 'return-rate', 'suspension-rate', 'handled', 'on-time-handling-rate', 'handling-minutes'],
  closing: ['due', 'closed', 'closing-rate', 'on-time-rate', 'rework-rate', 'on-time-check-rate', 'satisfaction-rate'],
  standing: ['open', 'overdue'],
} as const satisfies Record<string, readonly IndicatorKey[]>;

export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];
