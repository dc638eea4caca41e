import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { EventAction, EventStatus } from './events.js';
import { Chain } from './grids.js';
import { Screen } from './session.js';
import { ClassCode } from './standards.js';
import { Id, Instant, Point } from './values.js';

/** Something happened to an event the viewer may see. The `id:` of the message is its position. */
export const EventNews = z.strictObject({
  id: Id,
  number: z.string(),
  title: z.string(),
  /** The step taken, or that a deadline drew near or passed, that a reply or a department called for help is late, that a photo arrived, or that its deadline was reckoned anew. */
  action: z.enum([...EventAction.options, 'due-soon', 'overdue', 'reply-late', 'assist-late', 'photo', 'reckoned']),
  status: EventStatus,
  classCode: ClassCode.nullable(),
  chain: Chain,
  /** Community and grid, in words. */
  place: z.string(),
  point: Point,
  dueAt: Instant.nullable(),
  yellowAt: Instant.nullable(),
  at: Instant,
});
export type EventNews = z.infer<typeof EventNews>;

export const streamApi = {
  open: endpoint({
    method: 'GET',
    path: '/stream',
    access: 'event.read',
    summary:
      'Server-sent events: `event` (EventNews), `task` (something in the viewer’s tasks changed), `hello` (position). Resumes after `Last-Event-ID`.',
    query: z.strictObject({ screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'stream',
  }),
} as const;
