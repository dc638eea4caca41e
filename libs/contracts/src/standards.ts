import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Instant, words } from './values.js';

/** A matter class of GB/T 47678.5-2026: two digits of the major class and three of the minor one. */
export const ClassCode = z.string().regex(/^\d{5}$/);
export type ClassCode = z.infer<typeof ClassCode>;

export const MatterClass = z.strictObject({
  code: ClassCode,
  name: z.string(),
  majorCode: z.string(),
  majorName: z.string(),
  /** Four digits of GB/T 30428.2-2013, where the class existed there. */
  alias2013: z.string().nullable(),
  origin: z.enum(['standard', 'extension']),
  retired: z.boolean(),
});
export type MatterClass = z.infer<typeof MatterClass>;

/** How a limit is counted: on a clock that never stops, or in working hours only. */
export const ClockBasis = z.enum(['continuous', 'working']);
export type ClockBasis = z.infer<typeof ClockBasis>;

export const TimeLimit = z.strictObject({
  /** As the standard writes it, e.g. `4工作时`. */
  text: z.string(),
  basis: ClockBasis,
  /** On the clock of the basis; a working day is 480 of them. */
  minutes: z.int().positive(),
});
export type TimeLimit = z.infer<typeof TimeLimit>;

/** When an event of a class is filed, when it may be closed, and how long handling may take. */
export const FilingCondition = z.strictObject({
  id: z.string(),
  classCode: ClassCode,
  filing: z.string(),
  closing: z.string(),
  limit: TimeLimit,
  /** False for the district's default where the standard has no condition for the class. */
  fromStandard: z.boolean(),
  /** The district's edition of the filing standards it is taken from; left out where it comes with the platform. */
  edition: z.int().optional(),
});
export type FilingCondition = z.infer<typeof FilingCondition>;

/** A stretch of time on a clock, and why it counts or does not. */
export const Segment = z.strictObject({
  from: Instant,
  to: Instant,
  kind: z.enum(['counted', 'lunch', 'night', 'weekend', 'holiday', 'paused']),
  /** The holiday's name. */
  name: z.string().optional(),
  minutes: z.number(),
  /** Counted beyond the original limit, in time that an extension has added. */
  extended: z.literal(true).optional(),
});
export type Segment = z.infer<typeof Segment>;

export const ClockName = z.enum(['accept', 'verify', 'dispatch', 'handle', 'check', 'close']);
export type ClockName = z.infer<typeof ClockName>;

export const Clock = z.strictObject({
  name: ClockName,
  basis: ClockBasis,
  limitMinutes: z.number(),
  /** How much of the limit was added by extensions. */
  extendedMinutes: z.number().optional(),
  /** Counted before the present run. */
  usedMinutes: z.number(),
  state: z.enum(['running', 'paused', 'stopped']),
  startedAt: Instant,
  /** Since when it runs, pauses or is stopped. */
  since: Instant,
  dueAt: Instant.nullable(),
  yellowAt: Instant.nullable(),
  segments: z.array(Segment),
  /** The deadline reaches into a year whose holidays are not published yet. */
  provisional: z.boolean(),
});
export type Clock = z.infer<typeof Clock>;

export const standardsApi = {
  classes: endpoint({
    method: 'GET',
    path: '/standards/classes',
    access: 'standard.read',
    summary: 'Matter classes, without the retired ones unless asked for.',
    query: z.strictObject({ q: words(40, 1).optional(), retired: z.enum(['with', 'without']).default('without') }),
    reply: z.strictObject({ items: z.array(MatterClass) }),
  }),
  conditions: endpoint({
    method: 'GET',
    path: '/standards/classes/:code/conditions',
    access: 'standard.read',
    summary: 'Filing conditions of a class; one of them is always the district’s default.',
    params: z.strictObject({ code: ClassCode }),
    reply: z.strictObject({ items: z.array(FilingCondition) }),
    errors: ['class.unknown'],
  }),
} as const;
