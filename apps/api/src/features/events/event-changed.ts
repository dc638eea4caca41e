import type { EventNews } from '@wangge/contracts';

export const EVENT_CHANGED = 'EventChanged';

/**
 * The fact that an event changed: codes and ids, never what somebody typed. Beside what everybody who may see
 * it reads, it has the ids by which that is decided.
 */
export interface EventChanged extends Omit<EventNews, 'place' | 'title'> {
  readonly departmentIds: readonly string[];
  readonly reportedBy: string | null;
  readonly assigneeIds: readonly string[];
}
