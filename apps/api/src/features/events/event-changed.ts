import type { EventNews } from '@wangge/contracts';

export const EVENT_CHANGED = 'EventChanged';

/** The fact that an event changed. Beside what everybody who may see it reads, the ids by which that is decided. */
export interface EventChanged extends Omit<EventNews, 'place'> {
  readonly departmentIds: readonly string[];
  readonly reportedBy: string | null;
  readonly assigneeIds: readonly string[];
}
