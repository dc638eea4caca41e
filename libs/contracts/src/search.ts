import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { EventStatus, Light } from './events.js';
import { ChainNames, GridNode } from './grids.js';
import { Label, RegisterName } from './registers.js';
import { Id, Instant, words } from './values.js';

/** Exact up to a cap; beyond it `totalIs` says so. */
export const Total = { total: z.int(), totalIs: z.enum(['exact', 'atLeast']) };

/** A record that was found, and the value it was found by, masked as everywhere. */
export const RecordHit = z.strictObject({
  id: Id,
  title: z.string(),
  by: z.strictObject({ label: Label, value: z.string() }),
  names: ChainNames,
});
export type RecordHit = z.infer<typeof RecordHit>;

export const RegisterHits = z.strictObject({ register: RegisterName, label: Label, ...Total, items: z.array(RecordHit) });
export type RegisterHits = z.infer<typeof RegisterHits>;

/** An event as other pages name it. */
export const EventBrief = z.strictObject({
  id: Id,
  number: z.string(),
  title: z.string(),
  className: z.string().nullable(),
  status: EventStatus,
  light: Light,
  reportedAt: Instant,
  names: ChainNames,
  place: z.string(),
});
export type EventBrief = z.infer<typeof EventBrief>;

export const SearchFound = z.strictObject({
  registers: z.array(RegisterHits),
  events: z.strictObject({ ...Total, items: z.array(EventBrief) }),
  grids: z.array(GridNode),
});
export type SearchFound = z.infer<typeof SearchFound>;

export const searchApi = {
  /** With a body although it only reads: a name or a number must not stand in an address. */
  find: endpoint({
    method: 'POST',
    path: '/search',
    access: 'signed-in',
    summary:
      'Find records, events and nodes of the viewer’s area by how a name or code begins; identity numbers and phones by the whole number only.',
    body: z.strictObject({ words: words(60, 1) }),
    reply: SearchFound,
  }),
} as const;
