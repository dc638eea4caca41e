import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Appeal, Assist, AssistKind, ChoiceOption, ExtensionRequest, Ruling, Supervision, SupervisionLevel, Verdict } from './event-flows.js';
import { Chain, ChainNames } from './grids.js';
import { ClassCode, Clock, FilingCondition } from './standards.js';
import { BoundingBox, GridCode, Id, Instant, page, Point, queryInteger, queryList, ScopeCode, Sha256, words } from './values.js';

/** The states of the closed loop. */
export const EventStatus = z.enum([
  'reported',
  'verifying',
  'filed',
  'assigned',
  'handling',
  'suspended',
  'handled',
  'checking',
  'to-close',
  'closed',
  'rated',
  'archived',
  'rejected',
  'cancelled',
  'merged',
  'self-handled',
]);
export type EventStatus = z.infer<typeof EventStatus>;

export const EventAction = z.enum([
  'submit',
  'self-handle',
  'send-verify',
  'verify',
  'file',
  'reject',
  'object',
  'merge',
  'escalate',
  'delegate',
  'dispatch',
  'return',
  'correct',
  'arbitrate',
  'accept',
  'request-extension',
  'confirm-extension',
  'decide-extension',
  'suspend',
  'resume',
  'request-assist',
  'sign-assist',
  'arrive-assist',
  'report-assist',
  'refuse-assist',
  'decide-assist',
  'recall-assist',
  'finish',
  'send-check',
  'check-pass',
  'check-fail',
  'close',
  'score-assist',
  'reopen',
  'rate',
  'appeal',
  'review-appeal',
  'decide-appeal',
  'archive',
  'withdraw',
  'supervise',
  'urge',
  'answer-supervision',
]);
export type EventAction = z.infer<typeof EventAction>;

/** What stands in a timeline: the steps, and what befell the event without anybody's step (a change of the unit grids). */
export const TimelineAction = z.enum([...EventAction.options, 'regrid']);
export type TimelineAction = z.infer<typeof TimelineAction>;

export const EventSource = z.enum(['worker', 'staff', 'resident', 'department', 'device']);
export type EventSource = z.infer<typeof EventSource>;

export const Urgency = z.enum(['normal', 'urgent', 'major']);
export type Urgency = z.infer<typeof Urgency>;

/** Green below 80 % of the limit, yellow to 100 %, red past it; `paused` and `none` have no deadline. */
export const Light = z.enum(['green', 'yellow', 'red', 'paused', 'none']);
export type Light = z.infer<typeof Light>;

export const PhotoStage = z.enum(['report', 'verify', 'handle', 'check']);
export type PhotoStage = z.infer<typeof PhotoStage>;

/** A photo is declared with the command; its content follows by `PUT /files/{sha256}`. */
export const PhotoDeclaration = z.strictObject({
  sha256: Sha256,
  bytes: z.int().min(1).max(25_000_000),
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  takenAt: Instant.optional(),
  point: Point.optional(),
});
export type PhotoDeclaration = z.infer<typeof PhotoDeclaration>;
export const Photos = z.array(PhotoDeclaration).max(9);

export const ReportEvent = z.strictObject({
  /** Made by the client: the same report sent again is the same event. */
  id: Id,
  title: words(60).optional(),
  description: words(2000, 1),
  point: Point,
  /** `gcj02` is converted on arrival. */
  coordinates: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  /** The spot in words: a street number, a landmark. */
  place: words(120).optional(),
  classCode: ClassCode.optional(),
  urgency: Urgency.default('normal'),
  /** When the reporter saw it, by the phone's clock; limits run from the server's receipt. */
  occurredAt: Instant.optional(),
  photos: Photos.default([]),
});
export type ReportEvent = z.infer<typeof ReportEvent>;

export const PhotoView = z.strictObject({
  sha256: Sha256,
  stage: PhotoStage,
  takenAt: Instant.nullable(),
  point: Point.nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** False until the content has arrived and passed its checks. */
  ready: z.boolean(),
});
export type PhotoView = z.infer<typeof PhotoView>;

export const EventRow = z.strictObject({
  id: Id,
  /** Readable number: the day and a serial of the district, e.g. `20260612-0087`. */
  number: z.string(),
  title: z.string(),
  classCode: ClassCode.nullable(),
  className: z.string().nullable(),
  status: EventStatus,
  version: z.int(),
  urgency: Urgency,
  source: EventSource,
  chain: Chain,
  names: ChainNames,
  place: z.string(),
  point: Point,
  deskCode: ScopeCode,
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
  reportedAt: Instant,
  dueAt: Instant.nullable(),
  yellowAt: Instant.nullable(),
  light: Light,
  /** 督办 level, where the case is or was supervised, and whether its reply is still awaited. */
  supervision: z.strictObject({ level: z.int(), replyBy: Instant, answered: z.boolean() }).nullable(),
  /** What this viewer may do now. */
  actions: z.array(EventAction),
});
export type EventRow = z.infer<typeof EventRow>;

export const TimelineEntry = z.strictObject({
  id: Id,
  at: Instant,
  action: TimelineAction,
  fromStatus: EventStatus.nullable(),
  toStatus: EventStatus,
  /** The person or post that acted, as far as the viewer may know it. */
  actor: z.string(),
  department: z.string().nullable(),
  /** Who has to act next. */
  receiver: z.string().nullable(),
  /** What was chosen in this step: an opinion, a ruling, a level. */
  choice: ChoiceOption.nullable(),
  note: z.string().nullable(),
  /** Minutes used on the clock that this step ended, of its limit. */
  usedMinutes: z.number().nullable(),
  limitMinutes: z.number().nullable(),
  clock: z.string().nullable(),
  overdue: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** One field of an action's form, from which a screen draws it. */
export const ActionField = z.strictObject({
  name: z.string(),
  kind: z.enum([
    'text',
    'condition',
    'class',
    'department',
    'departments',
    'worker',
    'event',
    'photos',
    'score',
    'confirm',
    'instant',
    'verification',
    'choice',
    'assist',
  ]),
  required: z.boolean(),
  /** Of a `choice`. */
  options: z.array(ChoiceOption).optional(),
});
export type ActionField = z.infer<typeof ActionField>;

export const AvailableAction = z.strictObject({ action: EventAction, input: z.array(ActionField) });
export type AvailableAction = z.infer<typeof AvailableAction>;

export const EventView = EventRow.omit({ actions: true, supervision: true }).extend({
  description: z.string(),
  occurredAt: Instant,
  located: z.enum(['inside', 'border', 'near']),
  distance: z.number(),
  condition: FilingCondition.nullable(),
  stageClock: Clock.nullable(),
  handlingClock: Clock.nullable(),
  reportedBy: z.string(),
  assignee: z.string().nullable(),
  /** While suspended: when it goes on by itself. */
  suspendedUntil: Instant.nullable(),
  reworkCount: z.int(),
  returnCount: z.int(),
  /** The node of the tree whose desk has it. */
  deskName: z.string(),
  extension: ExtensionRequest.nullable(),
  extendCount: z.int(),
  supervision: Supervision.nullable(),
  urgeCount: z.int(),
  assists: z.array(Assist),
  appeal: Appeal.nullable(),
  /** It counts as overdue no longer: an appeal was approved. */
  excused: z.boolean(),
  mergedInto: z.strictObject({ id: Id, number: z.string() }).nullable(),
  rating: z.int().nullable(),
  photos: z.array(PhotoView),
  timeline: z.array(TimelineEntry),
  availableActions: z.array(AvailableAction),
});
export type EventView = z.infer<typeof EventView>;

/** The input of every action but `submit`. */
export const ACTION_INPUT = {
  'self-handle': z.strictObject({ note: words(1000, 1), photos: Photos.default([]) }),
  'send-verify': z.strictObject({ note: words(1000).optional(), assigneeId: Id.optional() }),
  verify: z.strictObject({
    verification: z.enum(['exists', 'not-exists', 'cannot-tell']),
    note: words(1000).optional(),
    photos: Photos.default([]),
  }),
  file: z.strictObject({ classCode: ClassCode.optional(), conditionId: z.string().max(64), note: words(1000).optional() }),
  reject: z.strictObject({ reason: words(1000, 2) }),
  merge: z.strictObject({ targetId: Id, note: words(1000).optional() }),
  dispatch: z.strictObject({ departmentId: Id, note: words(1000).optional() }),
  return: z.strictObject({ reason: words(1000, 2) }),
  accept: z.strictObject({ note: words(1000).optional() }),
  suspend: z.strictObject({ reason: words(1000, 2), until: Instant }),
  resume: z.strictObject({ note: words(1000).optional() }),
  finish: z.strictObject({ note: words(1000, 1), photos: Photos.default([]) }),
  'send-check': z.strictObject({ note: words(1000).optional(), assigneeId: Id.optional() }),
  'check-pass': z.strictObject({ note: words(1000).optional(), photos: Photos.default([]) }),
  'check-fail': z.strictObject({ reason: words(1000, 2), photos: Photos.default([]) }),
  close: z.strictObject({ conditionMet: z.literal(true), note: words(1000).optional() }),
  reopen: z.strictObject({ reason: words(1000, 2) }),
  rate: z.strictObject({ score: z.int().min(1).max(5), note: words(1000).optional() }),
  withdraw: z.strictObject({ reason: words(1000, 2) }),
  object: z.strictObject({ reason: words(1000, 2) }),
  escalate: z.strictObject({ reason: words(1000, 2) }),
  delegate: z.strictObject({ reason: words(1000, 2) }),
  correct: z.strictObject({ classCode: ClassCode.optional(), conditionId: z.string().max(64), reason: words(1000, 2) }),
  arbitrate: z.strictObject({ departmentId: Id, reason: words(1000, 2) }),
  'request-extension': z.strictObject({ reason: words(1000, 2) }),
  'confirm-extension': z.strictObject({ verdict: Verdict, note: words(1000).optional() }),
  'decide-extension': z.strictObject({ verdict: Verdict, note: words(1000).optional() }),
  supervise: z.strictObject({ level: SupervisionLevel, reason: words(1000, 2), replyBy: Instant }),
  urge: z.strictObject({ note: words(1000, 1) }),
  'answer-supervision': z.strictObject({ note: words(1000, 1) }),
  'request-assist': z.strictObject({ assistKind: AssistKind, departmentIds: z.array(Id).min(1).max(8), reason: words(1000, 2) }),
  'sign-assist': z.strictObject({ note: words(1000).optional() }),
  'arrive-assist': z.strictObject({ place: words(120).optional(), photos: Photos.default([]) }),
  'report-assist': z.strictObject({ note: words(1000, 1), photos: Photos.default([]) }),
  'refuse-assist': z.strictObject({ reason: words(1000, 2) }),
  'decide-assist': z.strictObject({ assistNo: z.int().min(1), ruling: Ruling, note: words(1000, 1) }),
  'recall-assist': z.strictObject({ assistNo: z.int().min(1), reason: words(1000, 2) }),
  'score-assist': z.strictObject({ assistNo: z.int().min(1), score: z.int().min(1).max(5), note: words(1000).optional() }),
  appeal: z.strictObject({ reason: words(1000, 2) }),
  'review-appeal': z.strictObject({ verdict: Verdict, note: words(1000, 1) }),
  'decide-appeal': z.strictObject({ verdict: Verdict, note: words(1000, 1) }),
  archive: z.strictObject({ note: words(1000).optional() }),
} as const satisfies Record<Exclude<EventAction, 'submit'>, z.ZodObject>;

const command = <const A extends EventAction, Shape extends z.ZodRawShape>(action: A, input: z.ZodObject<Shape>) =>
  z.strictObject({
    ...input.shape,
    action: z.literal(action),
    version: z.int().min(1),
    /** Made by the client: a repeat of the same command answers with the event as it is now. */
    commandId: Id.optional(),
  });

export const ActOnEvent = z.discriminatedUnion('action', [
  command('self-handle', ACTION_INPUT['self-handle']),
  command('send-verify', ACTION_INPUT['send-verify']),
  command('verify', ACTION_INPUT.verify),
  command('file', ACTION_INPUT.file),
  command('reject', ACTION_INPUT.reject),
  command('merge', ACTION_INPUT.merge),
  command('dispatch', ACTION_INPUT.dispatch),
  command('return', ACTION_INPUT.return),
  command('accept', ACTION_INPUT.accept),
  command('suspend', ACTION_INPUT.suspend),
  command('resume', ACTION_INPUT.resume),
  command('finish', ACTION_INPUT.finish),
  command('send-check', ACTION_INPUT['send-check']),
  command('check-pass', ACTION_INPUT['check-pass']),
  command('check-fail', ACTION_INPUT['check-fail']),
  command('close', ACTION_INPUT.close),
  command('reopen', ACTION_INPUT.reopen),
  command('rate', ACTION_INPUT.rate),
  command('withdraw', ACTION_INPUT.withdraw),
  command('object', ACTION_INPUT.object),
  command('escalate', ACTION_INPUT.escalate),
  command('delegate', ACTION_INPUT.delegate),
  command('correct', ACTION_INPUT.correct),
  command('arbitrate', ACTION_INPUT.arbitrate),
  command('request-extension', ACTION_INPUT['request-extension']),
  command('confirm-extension', ACTION_INPUT['confirm-extension']),
  command('decide-extension', ACTION_INPUT['decide-extension']),
  command('supervise', ACTION_INPUT.supervise),
  command('urge', ACTION_INPUT.urge),
  command('answer-supervision', ACTION_INPUT['answer-supervision']),
  command('request-assist', ACTION_INPUT['request-assist']),
  command('sign-assist', ACTION_INPUT['sign-assist']),
  command('arrive-assist', ACTION_INPUT['arrive-assist']),
  command('report-assist', ACTION_INPUT['report-assist']),
  command('refuse-assist', ACTION_INPUT['refuse-assist']),
  command('decide-assist', ACTION_INPUT['decide-assist']),
  command('recall-assist', ACTION_INPUT['recall-assist']),
  command('score-assist', ACTION_INPUT['score-assist']),
  command('appeal', ACTION_INPUT.appeal),
  command('review-appeal', ACTION_INPUT['review-appeal']),
  command('decide-appeal', ACTION_INPUT['decide-appeal']),
  command('archive', ACTION_INPUT.archive),
]);
export type ActOnEvent = z.infer<typeof ActOnEvent>;

/** The one relation a list is read through; without it the server takes the viewer's own. */
export const EventLens = z.enum(['area', 'department', 'assisting', 'mine', 'assigned']);
export type EventLens = z.infer<typeof EventLens>;

const EventFilter = {
  scope: ScopeCode.optional(),
  lens: EventLens.optional(),
  status: queryList(EventStatus).optional(),
  light: z.enum(['yellow', 'red']).optional(),
  classCode: queryList(ClassCode).optional(),
  departmentId: Id.optional(),
  source: EventSource.optional(),
  /** 督办 cases only; `waiting` those whose reply is still awaited. */
  supervised: z.enum(['all', 'waiting']).optional(),
  q: words(60, 1).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  bbox: BoundingBox.optional(),
  ids: queryList(Id).optional(),
};

export const EventQuery = z.strictObject({
  ...EventFilter,
  sort: z.enum(['-reportedAt', 'reportedAt', 'dueAt']).default('-reportedAt'),
  perPage: queryInteger(1, 100).default(25),
  page: queryInteger(1, 1000).optional(),
  cursor: z.string().max(200).optional(),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const EventMarker = z.strictObject({
  id: Id,
  number: z.string(),
  point: Point,
  status: EventStatus,
  light: Light,
  classCode: ClassCode.nullable(),
});
export type EventMarker = z.infer<typeof EventMarker>;

/** How many events wait in each state, of the viewer's lens. */
export const QueueCount = z.strictObject({ status: EventStatus, total: z.int(), yellow: z.int(), red: z.int() });
export type QueueCount = z.infer<typeof QueueCount>;

export const NearbyEvent = z.strictObject({
  id: Id,
  number: z.string(),
  title: z.string(),
  classCode: ClassCode.nullable(),
  className: z.string().nullable(),
  status: EventStatus,
  reportedAt: Instant,
  /** Metres. */
  distance: z.number(),
  sameClass: z.boolean(),
});
export type NearbyEvent = z.infer<typeof NearbyEvent>;

const EventKey = z.strictObject({ id: Id });

export const eventsApi = {
  list: endpoint({
    method: 'GET',
    path: '/events',
    access: 'event.read',
    summary: 'Events of the viewer, newest first or by time left.',
    query: EventQuery,
    reply: page(EventRow),
  }),
  queues: endpoint({
    method: 'GET',
    path: '/events/queues',
    access: 'event.read',
    summary: 'Open events by state, with those due soon and overdue.',
    query: z.strictObject({ scope: ScopeCode.optional(), lens: EventLens.optional() }),
    reply: z.strictObject({ items: z.array(QueueCount) }),
  }),
  areas: endpoint({
    method: 'GET',
    path: '/events/areas',
    access: 'event.read',
    summary: 'Open and overdue events of each child of a node, for the tree.',
    query: z.strictObject({ parent: GridCode }),
    reply: z.strictObject({ items: z.array(z.strictObject({ code: GridCode, open: z.int(), overdue: z.int() })) }),
  }),
  map: endpoint({
    method: 'GET',
    path: '/events/map',
    access: 'event.read',
    summary: 'Up to 2,000 events of a window, as markers.',
    query: z.strictObject(EventFilter),
    reply: z.strictObject({ items: z.array(EventMarker), complete: z.boolean() }),
  }),
  report: endpoint({
    method: 'POST',
    path: '/events',
    access: 'event.report',
    summary: 'Report an event at a point. The same id sent again answers with the same event.',
    body: ReportEvent,
    reply: EventView,
    success: 201,
    errors: ['grid.outside-district', 'grid.swapped-coordinates', 'class.unknown', 'class.retired', 'command.reused'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/events/:id',
    access: 'event.read',
    summary: 'One event with its timeline and what the viewer may do.',
    params: EventKey,
    reply: EventView,
  }),
  nearby: endpoint({
    method: 'GET',
    path: '/events/:id/nearby',
    access: 'event.read',
    summary: 'Open events within 100 m, which may be the same.',
    params: EventKey,
    reply: z.strictObject({ items: z.array(NearbyEvent) }),
  }),
  workers: endpoint({
    method: 'GET',
    path: '/events/:id/workers',
    access: 'event.send-check',
    summary: 'Workers who may verify or check the event, the grid’s own first.',
    params: EventKey,
    reply: z.strictObject({ items: z.array(z.strictObject({ id: Id, name: z.string(), gridCode: z.string(), openTasks: z.int() })) }),
  }),
  act: endpoint({
    method: 'POST',
    path: '/events/:id/actions',
    access: 'event.read',
    summary: 'One step of the loop, based on the version the viewer saw.',
    params: EventKey,
    body: ActOnEvent,
    reply: EventView,
    errors: [
      'record.stale',
      'command.reused',
      'permission.denied',
      'event.action-unavailable',
      'event.photos-missing',
      'event.same-person',
      'event.merge-target',
      'event.no-checker',
      'event.until-invalid',
      'event.returned-too-often',
      'event.no-desk',
      'event.reason-needed',
      'event.extension-overdue',
      'event.extended-too-often',
      'event.reply-by-invalid',
      'event.assist-department',
      'event.assists-open',
      'event.appeal-late',
      'event.not-late',
      'event.reopen-late',
      'event.archive-early',
      'condition.unknown',
      'condition.other-class',
      'department.unknown',
      'class.unknown',
      'class.retired',
    ],
  }),
} as const;
