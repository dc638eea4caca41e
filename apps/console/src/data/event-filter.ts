import { type EventSource, EventStatus } from '@wangge/contracts';
import { OPEN_STATUSES } from '@wangge/domain';

/** Named slices of the list: each number on a chip opens exactly the rows it counts. */
export type Queue = 'open' | 'all' | 'overdue' | 'soon' | 'ended' | EventStatus;

/** What the address bar keeps of a list. Short words, so that an address can be read and sent to a colleague. */
export interface EventFilter {
  readonly queue?: Queue;
  readonly scope?: string;
  readonly classCode?: string;
  readonly departmentId?: string;
  readonly source?: EventSource;
  readonly q?: string;
  /** 督办 cases. */
  readonly supervised?: 'all';
  /** Those the viewer's department was called to help with. */
  readonly lens?: 'assisting';
  /** Local dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** The same in the server's words. */
export interface ServerFilter extends Omit<EventFilter, 'queue'> {
  readonly status?: string;
  readonly light?: 'yellow' | 'red';
}

const ENDED = EventStatus.options.filter((status) => !OPEN_STATUSES.includes(status));

export function statusesOf(queue: Queue): readonly EventStatus[] | undefined {
  if (queue === 'all') return undefined;
  if (queue === 'open' || queue === 'overdue' || queue === 'soon') return OPEN_STATUSES;
  return queue === 'ended' ? ENDED : [queue];
}

const LIGHT_OF: Partial<Record<Queue, 'yellow' | 'red'>> = { overdue: 'red', soon: 'yellow' };

export function toServer({ queue = 'open', from, to, ...plain }: EventFilter): ServerFilter {
  return dropEmpty({
    ...plain,
    status: statusesOf(queue)?.join(','),
    light: LIGHT_OF[queue],
    from: from && `${from}T00:00:00+08:00`,
    to: to && dayAfter(to),
  });
}

/** `to` is exclusive on the wire. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000).toISOString();
}

function dropEmpty<T extends Record<string, string | undefined>>(filter: T): Partial<T> {
  const kept: Partial<T> = {};
  for (const key in filter) if (filter[key]) kept[key] = filter[key];
  return kept;
}
