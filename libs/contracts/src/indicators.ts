import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { EventMarker, EventStatus } from './events.js';
import { GridLevel } from './grids.js';
import { ClassCode } from './standards.js';
import { Id, Instant, queryInteger, queryList, ScopeCode } from './values.js';

export const FigureKey = z.enum(['reported', 'closed', 'open', 'overdue', 'on-time-rate', 'handling-minutes']);
export type FigureKey = z.infer<typeof FigureKey>;

/** The indicators of areas and departments. */
export const IndicatorKey = z.enum([
  'reported',
  'filed',
  'filing-rate',
  'on-time-filing-rate',
  'worker-report-rate',
  'public-report-rate',
  'dispatched',
  'dispatch-accuracy',
  'return-rate',
  'suspension-rate',
  'handled',
  'on-time-handling-rate',
  'handling-minutes',
  'due',
  'closed',
  'closing-rate',
  'on-time-rate',
  'rework-rate',
  'on-time-verification-rate',
  'on-time-check-rate',
  'satisfaction-rate',
  'open',
  'overdue',
]);
export type IndicatorKey = z.infer<typeof IndicatorKey>;

/** A local day, `YYYY-MM-DD` (Asia/Shanghai). */
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const IndicatorCell = z.strictObject({
  key: IndicatorKey,
  /** A share from 0 to 1, minutes, or a count; null where the denominator is zero. */
  value: z.number().nullable(),
  /** What was counted, and what it was divided by; the latter null where nothing was. */
  part: z.number(),
  whole: z.number().nullable(),
});
export type IndicatorCell = z.infer<typeof IndicatorCell>;

export const IndicatorRow = z.strictObject({
  /** Code of an area or id of a department; null for the sum of all. */
  id: z.string().nullable(),
  name: z.string(),
  cells: z.array(IndicatorCell),
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

/** A case behind a number. */
export const IndicatorCase = z.strictObject({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: EventStatus,
  place: z.string(),
  reportedAt: Instant,
  /** How often it is counted in the number: a case that is handled twice counts twice. */
  times: z.int(),
});
export type IndicatorCase = z.infer<typeof IndicatorCase>;

const Period = { scope: ScopeCode.optional(), from: Day, to: Day };

/** A key figure; null where its denominator is zero, shown as "–". */
export const Figure = z.strictObject({
  key: FigureKey,
  value: z.number().nullable(),
  /** The same figure a day and a week before. */
  yesterday: z.number().nullable(),
  lastWeek: z.number().nullable(),
  /** The last 14 days, oldest first. */
  trend: z.array(z.number().nullable()),
});
export type Figure = z.infer<typeof Figure>;

export const StageFlow = z.strictObject({
  stage: z.enum(['accept', 'dispatch', 'handle', 'check', 'close', 'suspended']),
  /** Events that left the stage today, stand in it now, and are overdue in it. */
  passed: z.int(),
  present: z.int(),
  overdue: z.int(),
});
export type StageFlow = z.infer<typeof StageFlow>;

export const AreaLoad = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: GridLevel,
  open: z.int(),
  overdue: z.int(),
  onTimeRate: z.number().nullable(),
});
export type AreaLoad = z.infer<typeof AreaLoad>;

export const NewsItem = z.strictObject({
  /** Position in the stream. */
  position: z.string(),
  at: Instant,
  number: z.string(),
  title: z.string(),
  status: EventStatus,
  place: z.string(),
});
export type NewsItem = z.infer<typeof NewsItem>;

/** Everything the wall shows of one node. Holds no personal data. */
export const Board = z.strictObject({
  scope: ScopeCode,
  name: z.string(),
  level: GridLevel,
  path: z.array(z.strictObject({ code: ScopeCode, name: z.string() })),
  asOf: Instant,
  figures: z.array(Figure),
  stages: z.array(StageFlow),
  areas: z.array(AreaLoad),
  classes: z.array(z.strictObject({ code: ClassCode.nullable(), name: z.string(), today: z.int(), lastWeek: z.int() })),
  departments: z.array(
    z.strictObject({ name: z.string(), open: z.int(), overdue: z.int(), usedShare: z.number().nullable() }),
  ),
  hours: z.array(z.strictObject({ hour: z.int(), reported: z.int(), closed: z.int() })),
  levels: z.array(z.strictObject({ level: z.enum(['district', 'street', 'community', 'grid', 'worker']), total: z.int() })),
  markers: z.array(EventMarker),
  news: z.array(NewsItem),
});
export type Board = z.infer<typeof Board>;

export const indicatorsApi = {
  board: endpoint({
    method: 'GET',
    path: '/indicators/board',
    access: 'indicator.read',
    summary: 'The wall’s figures for a node.',
    query: z.strictObject({ scope: ScopeCode.optional() }),
    reply: Board,
  }),
  table: endpoint({
    method: 'GET',
    path: '/indicators/table',
    access: 'indicator.read',
    summary: 'Indicators of a node for local days (half-open), by the areas below it or by department.',
    query: z.strictObject({ ...Period, by: z.enum(['area', 'department']).default('area') }),
    reply: z.strictObject({ scope: ScopeCode, name: z.string(), rows: z.array(IndicatorRow), total: IndicatorRow }),
  }),
  cases: endpoint({
    method: 'GET',
    path: '/indicators/cases',
    access: 'indicator.read',
    summary: 'The cases a number counts, newest report first: of a share its part or its whole.',
    query: z.strictObject({
      ...Period,
      key: IndicatorKey,
      side: z.enum(['part', 'whole']).default('part'),
      departmentId: Id.optional(),
      perPage: queryInteger(1, 100).default(25),
      cursor: z.string().max(200).optional(),
    }),
    reply: z.strictObject({ items: z.array(IndicatorCase), nextCursor: z.string().nullable() }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/indicators',
    access: 'indicator.read',
    summary: 'Key figures of a node for a period (half-open).',
    query: z.strictObject({
      scope: ScopeCode.optional(),
      from: Instant,
      to: Instant,
      keys: queryList(FigureKey).optional(),
    }),
    reply: z.strictObject({ scope: ScopeCode, items: z.array(z.strictObject({ key: FigureKey, value: z.number().nullable() })) }),
  }),
} as const;
